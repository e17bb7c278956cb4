import ArgumentParser
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat
import VaultLog

/// `kluis audit verify DIR`: for whoever has such a folder and nothing else; asks for no passphrase.
struct AuditVerify: Command {
    static let configuration = CommandConfiguration(commandName: "verify")

    @OptionGroup var global: GlobalOptions
    @Argument var folder: PathText
    @Option var words: String?
    @Option var since: PathText?

    func answer(_ call: Call) throws -> Answer {
        let code = try words.map { typed in
            guard let code = try? WordCode(typed: typed) else { throw Fault.text(.words, .empty) }
            return code
        }
        let found = try Exports.verify(folder.value, words: code, since: since?.value, progress: call.speaker.progress())
        let view = ExportView(found: found, language: call.language)
        return Answer(data: view.data, page: view.page, trouble: trouble(found))
    }

    /// What is damaged goes before what is another log, and that before words that differ.
    private func trouble(_ found: ExportVerification) -> Trouble? {
        guard found.findings.isEmpty else {
            guard found.isOtherHistory else { return .exportFindings(found.findings.count) }
            let kinds = found.findings.map(\.kind)
            return .otherLog(kinds.contains(.forked) ? .forked : kinds.contains(.rolledBack) ? .rolledBack : .otherLog)
        }
        return found.wordsAgree == false ? .exportWordsDiffer : nil
    }
}
