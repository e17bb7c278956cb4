import VaultCore
import VaultFormat
import VaultSystem

/// Where the text of a case or note, or what is searched for, comes from: standard input, read before anything is opened, or the person at
/// the terminal, asked when the vault is open and its group can be named.
enum TextSource<Text> {
    /// What standard input held.
    case given(Text)
    /// To be asked, in that editor or else in our own.
    case asked(OutsideEditor?)

    /// Room for a title, a pitch and what surrounds them. The core says what is too long; this only keeps memory bounded.
    private static var limit: Int { 2 * Limits.textPart }

    /// What the text is, for what is said when it is too much.
    private static var field: TextField { Text.self == CaseText.self ? .body : .note }

    private static var tooMuch: Fault {
        Text.self == SearchTerm.self
            ? .text(.term, .tooLong(limit: Limits.searchTerm)) : .text(field, .tooManyBytes(limit: Limits.textPart))
    }

    /// Whether standard input is where the text comes from.
    static var isStandardInput: Bool { !StandardStreams.isTerminal(0) }

    /// Throws `.cannotAsk` where a person sits and may not be asked. Looked at before anything is read.
    static func require(_ settings: Settings) throws(UsageFault) {
        guard isStandardInput || settings.mayAsk else { throw .cannotAsk(.text) }
    }

    /// Reads standard input unless a person sits there. Throws a ``Fault`` for text that breaks a rule.
    init(_ editor: OutsideEditor?, parse: ([UInt8]) throws -> Text) throws {
        self = Self.isStandardInput ? .given(try parse(try Self.standardInput())) : .asked(editor)
    }

    /// What a person types below the question. Signals that are held back end the typing as Ctrl-C does.
    static func typed(_ asked: AskedText, in editor: OutsideEditor?, _ signals: borrowing HeldSignals) throws -> TypedAnswer {
        do throws(SystemError) {
            guard let editor else { return try asked.typed(isCase: Text.self == CaseText.self, limit: limit, signals) }
            return try asked.typed(in: editor, isCase: Text.self == CaseText.self, limit: limit)
        } catch {
            throw trouble(error)
        }
    }

    /// What ended the typing of a text, as the person hears of it.
    static func trouble(_ error: SystemError) -> any Error {
        switch error {
        case .interrupted, OutsideEditor.failure: Trouble.interrupted(.nothingTyped)
        case .notATerminal: UsageFault.cannotAsk(.text)
        case .tooLarge: tooMuch
        default: error
        }
    }

    private static func standardInput() throws -> [UInt8] {
        do throws(SystemError) { return try StandardStreams.readAll(0, limit: limit) } catch {
            throw error == .tooLarge ? tooMuch : error
        }
    }
}
