import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// Where the passphrase comes from. It goes straight into the guarded memory of a ``Passphrase``; no String ever holds it.
enum PassphraseSource {
    /// A descriptor another program opened, a line for each passphrase.
    case descriptor(Int32)
    /// The person at the terminal.
    case terminal(Language)

    /// Chooses the source before anything is read. Throws a ``UsageFault`` for a descriptor that cannot be one, for standard
    /// input that also has to give the text, and where nobody may be asked.
    init(_ settings: Settings, language: Language, textFromInput: Bool = false) throws(UsageFault) {
        if let descriptor = settings.passphraseDescriptor {
            guard descriptor == 0 || descriptor > 2 else { throw .descriptor }
            if descriptor == 0, textFromInput { throw .textAndPassphrase }
            // A terminal would echo what is typed, so there it is asked for as a secret.
            if !StandardStreams.isTerminal(descriptor) {
                self = .descriptor(descriptor)
                return
            }
        }
        guard settings.mayAsk else { throw .cannotAsk(.passphrase) }
        self = .terminal(language)
    }

    /// The passphrase of the identity there is.
    func current() throws -> Passphrase {
        try read(.passphrase)
    }

    /// A passphrase to come: typed twice on a terminal, since nobody can see what they type; a short one is taken, and called short.
    /// Throws ``Trouble`` `.passphrasesDiffer`.
    func new() throws -> Passphrase {
        let first = try read(.newPassphrase)
        if case .terminal(let language) = self {
            if first.isShort {
                let page = Page(Question.shortPassphrase.text(in: language))
                TerminalText.show(page.asked)
            }
            let second = try read(.newPassphraseAgain)
            guard first.matches(second) else { throw Trouble.passphrasesDiffer }
        }
        return first
    }

    private func read(_ question: Question) throws -> Passphrase {
        try Passphrase.read { memory in
            let count = try fill(&memory, question)
            guard count > 0 else { throw Fault.text(.passphrase, .empty) }
            guard count <= Limits.passphrase else { throw Self.tooLong }
            return count
        }
    }

    private func fill(_ memory: inout MutableRawSpan, _ question: Question) throws -> Int {
        do throws(SystemError) {
            return switch self {
            case .descriptor(let number): try SecretInput.readLine(number, into: &memory)
            case .terminal(let language): try TerminalSecret.readLine(prompt: question.text(in: language), into: &memory)
            }
        } catch {
            throw translated(error)
        }
    }

    private func translated(_ error: SystemError) -> any Error {
        switch (error, self) {
        case (.tooLong, _): Self.tooLong
        case (.endOfInput, _): Fault.text(.passphrase, .empty)
        case (.notATerminal, _): UsageFault.cannotAsk(.passphrase)
        case (.closed, .descriptor): UsageFault.descriptor
        default: error
        }
    }

    private static let tooLong = Fault.text(.passphrase, .tooManyBytes(limit: Limits.passphrase))
}
