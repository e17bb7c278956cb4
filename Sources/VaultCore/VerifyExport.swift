package import VaultAudit
package import VaultFormat
import VaultSystem

/// `audit verify`: for whoever has a folder and nothing else.
package enum Exports {
    /// Verifies an exported folder. `words` stand for the head of the log as a member says them; `since` is the path of a checkpoint that
    /// was kept. Throws ``Fault``: io, newer version.
    package static func verify(
        _ path: String, words: WordCode?, since: String?, progress: (Int, Int) -> Void
    ) throws -> ExportVerification {
        let kept = try since.map { file in
            try Fault.ofSystem { () throws(SystemError) in
                // Longer than any checkpoint is none, which is for the check to say.
                do throws(SystemError) { return try Files.read(file, limit: 1 << 16) } catch {
                    if error == .tooLarge { return [] } else { throw error }
                }
            }
        }
        return try Fault.ofExport { () throws(AuditError) in
            var check = try ExportCheck(path)
            return try check.run(words: words, since: kept, progress: progress)
        }
    }
}
