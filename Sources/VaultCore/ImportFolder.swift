package import VaultFormat
import VaultSystem

/// The texts of a folder that will be cases, and what else is there: everything in it is one or the other.
package struct ImportFolder: Sendable {
    /// The texts, in the order of their files' names.
    package private(set) var texts: [CaseText] = []
    /// What is left out, in the order of names.
    package private(set) var skipped: [Skipped] = []

    /// Something in the folder that will be no case.
    package struct Skipped: Equatable, Sendable {
        /// Its name. From a disk: anything may be in it.
        package let name: String
        /// Why.
        package let reason: Reason
    }

    /// Why something will be no case.
    package enum Reason: Equatable, Sendable {
        /// A folder in the folder.
        case folder
        /// A symbolic link.
        case link
        /// A FIFO, a socket or a device.
        case special
        /// A name that ends neither in `.txt` nor in `.md`.
        case otherName
        /// It could not be read, or its name is no UTF-8.
        case unreadable
        /// Its text breaks a rule for texts.
        case text(TextField, TextFault)
    }

    /// Reads a folder. Only files are opened whose names end in `.txt` or `.md`, in capitals or not. `progress` hears how many of how many
    /// names were looked at. Throws ``Fault/io(_:)`` where the folder cannot be read, and ``Fault/importTooLarge`` for more than
    /// ``Limits/imported`` texts or ``Limits/importedText`` bytes: all of a folder is taken or nothing.
    package init(at path: String, progress: (Int, Int) -> Void) throws {
        let folder = try Self.opened(path)
        let entries: [FolderEntry]
        do throws(SystemError) { entries = try folder.entries() } catch { throw Fault(error) }
        guard entries.count(where: { $0.kind == .file && Self.isText($0.name) }) <= Limits.imported else { throw Fault.importTooLarge }
        var bytes = 0
        for (place, entry) in entries.enumerated() {
            switch Self.read(entry, in: folder, room: Limits.importedText - bytes) {
            case .text(let text, let length):
                texts.append(text)
                bytes += length
            case .none(let reason): skipped.append(Skipped(name: entry.name, reason: reason))
            case .noRoom: throw Fault.importTooLarge
            }
            progress(place + 1, entries.count)
        }
    }

    private static func opened(_ path: String) throws -> OpenFolder {
        do throws(SystemError) { return try OpenFolder(path) } catch { throw Fault(error) }
    }

    private enum Outcome {
        case text(CaseText, bytes: Int)
        case none(Reason)
        case noRoom
    }

    private static func isText(_ name: String) -> Bool {
        let end = name.suffix(4).lowercased()
        return end == ".txt" || end.hasSuffix(".md")
    }

    private static func read(_ entry: FolderEntry, in folder: borrowing OpenFolder, room: Int) -> Outcome {
        switch entry.kind {
        case .folder: return .none(.folder)
        case .link: return .none(.link)
        case .special: return .none(.special)
        case .unreachable: return .none(.unreadable)
        case .file: break
        }
        guard isText(entry.name) else { return .none(.otherName) }
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try folder.read(entry.name, limit: longest) } catch {
            return .none(error == .tooLarge ? .text(.body, .tooManyBytes(limit: Limits.textPart)) : .unreadable)
        }
        guard bytes.count <= room else { return .noRoom }
        do {
            return .text(try CaseText(parsing: bytes), bytes: bytes.count)
        } catch Fault.text(let field, let fault) {
            // Where there is no title there is no text either.
            return .none(.text(fault == .empty ? .body : field, fault))
        } catch {
            return .none(.unreadable)
        }
    }

    /// Bytes of a file that may still be a text: every line end takes two, and a mark stands before it.
    private static let longest = 2 * Limits.textPart + 3
}
