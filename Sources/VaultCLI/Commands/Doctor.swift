import ArgumentParser
import VaultCore
import VaultCrypto

/// `kluis doctor`: advice, so that it ends with 0 whatever it finds; what is damaged in a vault is for `check` and `log verify`. It asks
/// nobody for a passphrase: it takes one that is named, or the agent's key, and else tells less.
struct Doctor: Command {
    static let configuration = CommandConfiguration(commandName: "doctor")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let findings = try findings(call)
        var page = Page()
        for finding in findings {
            let words = DoctorWording(finding: finding, home: call.settings.home)
            page.add(DoctorLabel.line(finding.status, words.text(in: call.language)).text(in: call.language), finding.emphasis, hang: 2)
            if let advice = words.advice(in: call.language) { page.add(advice, indent: 2) }
        }
        page.space()
        page.add(DoctorLabel.summary(findings.count { $0.status == .mend }, findings.count { $0.status == .look }).text(in: call.language))
        let items = findings.map { finding in
            let words = DoctorWording(finding: finding, home: call.settings.home)
            return [
                JSON.Member("kind", .string(finding.kind.rawValue)), JSON.Member("status", .string(finding.status.rawValue)),
                JSON.Member("message", .string(words.text(in: call.language))),
                JSON.Member("advice", JSON(words.advice(in: call.language))),
            ]
        }
        return .list(items, page: page)
    }

    private func findings(_ call: Call) throws -> [CheckupFinding] {
        let checkup = Checkup(call.surroundings)
        let vault = call.settings.vault
        if call.settings.passphraseDescriptor != nil { return try checkup.run(vault: vault, unlocking: try call.key().unlock) }
        guard case .open = UnlockAgent.state(in: call.surroundings) else { return try checkup.run(vault: vault, unlocking: nil) }
        do {
            return try checkup.run(vault: vault) { file in
                switch UnlockAgent.key(for: file, in: call.surroundings) {
                case .key(let key): return key
                case .nobody: throw Locked()
                case .ignored: throw Locked()
                }
            }
        } catch is Locked {
            return try checkup.run(vault: vault, unlocking: nil)
        }
    }

    /// The agent locked in between.
    private struct Locked: Error {}
}

extension CheckupFinding {
    /// How its line stands out, beside its words.
    fileprivate var emphasis: Page.Emphasis {
        switch status {
        case .good: .plain
        case .unknown: .faint
        case .look: .strong
        case .mend: .alarming
        }
    }
}
