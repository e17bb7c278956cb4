import VaultCore
import VaultCrypto
import VaultSystem

/// A report on its way to a file, 0600, and the signature and key that come beside it. None has a name before all of it is written.
struct ReportFile {
    /// Where the report will be.
    let path: String
    private let report: NewFile
    private let signature: NewFile
    private let signers: NewFile
    private let replacing: Bool

    /// Where the signature will be: beside the report, as `ssh-keygen -Y sign` would put it.
    var signaturePath: String { path + ".sig" }
    /// Where the line will be by which `ssh-keygen -Y verify -f` knows the signer.
    var signersPath: String { path + ".signers" }

    /// Throws ``VaultCore/Fault/exists(_:)`` where one of the three is there already, unless `replacing`, and what opening throws.
    init(_ path: String, replacing: Bool) throws {
        self.path = path
        self.replacing = replacing
        report = try Self.begin(path, replacing)
        signature = try Self.begin(path + ".sig", replacing)
        signers = try Self.begin(path + ".signers", replacing)
    }

    /// Writes the report portion by portion, signs what was written, and gives the three files their names, the report last: where it is,
    /// the others are.
    func write(signing session: Session, _ body: ((String) throws -> Void) throws -> Void) throws {
        var portion: [UInt8] = []
        portion.reserveCapacity(2 * Self.portion)
        var digest = ReportDigest()
        func flush() throws {
            try report.write(portion)
            digest.update(portion)
            portion.removeAll(keepingCapacity: true)
        }
        try body { text in
            portion.append(contentsOf: text.utf8)
            if portion.count >= Self.portion { try flush() }
        }
        try flush()
        let signed = session.sign(report: digest)
        try signature.write(signed.signature)
        try signers.write(signed.signers)
        for file in [signers, signature, report] { try Self.ofFile { () throws(SystemError) in try file.publish(replacing: replacing) } }
    }

    private static let portion = 65_536

    private static func begin(_ path: String, _ replacing: Bool) throws -> NewFile {
        try ofFile { () throws(SystemError) in try NewFile(path, replacing: replacing) }
    }

    private static func ofFile<Value>(_ body: () throws(SystemError) -> Value) throws -> Value {
        do throws(SystemError) { return try body() } catch { throw error == .alreadyExists ? Fault.exists(.file) : error }
    }
}
