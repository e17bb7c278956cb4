import VaultCrypto
import VaultFormat
import VaultLog
import VaultSystem

/// An exported folder as it stands on the disk, believed in nothing. Each file is read once, and compared with the manifest when it is
/// read; what is wrong with files is kept, and never stops the reading of others.
struct ExportFolder {
    private let path: String
    /// What the manifest says, by path; empty where there is none that can be read.
    private let listed: [String: BlobHash]
    /// Whether there is a manifest to compare with.
    private let isListed: Bool
    /// Files on the disk, by path; none where nothing of an export is there.
    private let present: Set<String>
    /// Whether so much of an export is there that it is one.
    let isExport: Bool
    private var read: Set<String> = [ExportPath.manifest, ExportPath.signature]
    /// The manifest's bytes.
    let manifest: [UInt8]?
    /// What is wrong with files.
    private(set) var findings: [AuditFinding] = []

    /// Deeper than any path of an export.
    private static let deepest = 8

    /// Throws ``AuditError/system(_:)`` where there is no folder that can be read.
    init(_ path: String) throws(AuditError) {
        self.path = path
        guard try AuditError.ofSystem({ () throws(SystemError) in try Files.isDirectory(path) }) else { throw .notAFolder }
        var present: Set<String> = []
        var odd: [String] = []
        // Somebody's own folder, named by mistake, is not gone through.
        isExport = try AuditError.ofSystem { () throws(SystemError) in
            try Set(Files.names(in: path)).intersection(ExportPath.marks).count > 1
        }
        guard isExport else {
            (self.present, listed, isListed, manifest) = ([], [:], false, nil)
            findings = [AuditFinding(.noExport, file: ExportPath.about)]
            return
        }
        try Self.walk(path, "", 0, &present, &odd)
        self.present = present
        findings = odd.sorted().map { AuditFinding(.fileAdded, file: $0) }
        manifest = present.contains(ExportPath.manifest) ? try Self.bytes(path, ExportPath.manifest, FileDigests.longest) : nil
        let list = manifest.flatMap { try? FileDigests(parsing: $0) }
        isListed = list != nil
        listed = Dictionary((list?.files ?? []).map { ($0.path, $0.digest) }) { first, _ in first }
        if !present.contains(ExportPath.manifest) {
            findings.append(AuditFinding(.fileMissing, file: ExportPath.manifest))
        } else if !isListed {
            findings.append(AuditFinding(.badForm, file: ExportPath.manifest))
        }
    }

    /// Whether the manifest names it or the disk has it.
    func knows(_ name: String) -> Bool { listed[name] != nil || present.contains(name) }

    /// Paths that the manifest names or the disk has, below one of its folders.
    func known(below folder: String) -> Set<String> { Set(listed.keys).union(present).filter { $0.hasPrefix(folder + "/") } }

    /// A file's bytes; nil, and a finding, where it is missing or too long to be what it should be.
    mutating func take(_ name: String, limit: Int) throws(AuditError) -> [UInt8]? {
        read.insert(name)
        guard present.contains(name) else {
            findings.append(AuditFinding(.fileMissing, file: name))
            return nil
        }
        guard let bytes = try Self.bytes(path, name, limit) else {
            findings.append(AuditFinding(.fileAltered, file: name))
            return nil
        }
        if let digest = listed[name] {
            if digest != BlobHash.of(bytes) { findings.append(AuditFinding(.fileAltered, file: name)) }
        } else if isListed {
            findings.append(AuditFinding(.fileAdded, file: name))
        }
        return bytes
    }

    /// The same for a file that must have exactly these bytes.
    mutating func expect(_ name: String, _ bytes: [UInt8]) throws(AuditError) {
        if let found = try take(name, limit: max(bytes.count, 1 << 16)), found != bytes { note(.fileAltered, name) }
    }

    /// The manifest's signature, which stands beside it and in no list.
    mutating func takeSignature() throws(AuditError) -> [UInt8]? {
        guard present.contains(ExportPath.signature) else {
            note(.fileMissing, ExportPath.signature)
            return nil
        }
        return try Self.bytes(path, ExportPath.signature, 1 << 16)
    }

    /// Says what nobody asked for: files that have no place there, and files that the manifest names and that are gone.
    mutating func close() {
        for name in present.subtracting(read).sorted() { note(.fileAdded, name) }
        for name in Set(listed.keys).subtracting(present).subtracting(read).sorted() { note(.fileMissing, name) }
    }

    /// Keeps a finding about a file; one of a kind is enough.
    mutating func note(_ kind: FindingKind, _ name: String) {
        let finding = AuditFinding(kind, file: name)
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// Nil where it has more bytes than it may, or is no regular file.
    private static func bytes(_ path: String, _ name: String, _ limit: Int) throws(AuditError) -> [UInt8]? {
        do { return try Files.read(path + "/" + name, limit: limit) } catch {
            if error == .tooLarge || error == .notRegular { return nil }
            throw .system(error)
        }
    }

    /// Regular files by path, and what is neither a file nor a folder. Links are named, never followed.
    private static func walk(
        _ path: String, _ inside: String, _ depth: Int, _ files: inout Set<String>, _ odd: inout [String]
    ) throws(AuditError) {
        for name in try AuditError.ofSystem({ () throws(SystemError) in try Files.names(in: path + "/" + inside) }) {
            let inner = inside.isEmpty ? name : inside + "/" + name
            switch try AuditError.ofSystem({ () throws(SystemError) in try Files.kind(of: path + "/" + inner) }) {
            case .regular: files.insert(inner)
            case .directory where depth < deepest: try walk(path, inner, depth + 1, &files, &odd)
            case .directory, .other: odd.append(inner)
            }
        }
    }
}
