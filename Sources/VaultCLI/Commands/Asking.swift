import VaultCore
import VaultFormat
import VaultSystem

/// Questions to a person, while other commands of this home go on.
extension Call {
    /// Throws `.cannotAsk` where a question will have to be asked and nobody can be. Looked at before anything is opened.
    func requireTerminal(for asked: Asked) throws(UsageFault) {
        guard settings.mayAsk, TerminalText.isPossible else { throw .cannotAsk(asked) }
    }

    /// The same, for a question whether somebody is sure: answered beforehand, or not asked in a dry run.
    func requireCertaintyCanBeAsked() throws(UsageFault) {
        if !settings.saysYes, !dryRun { try requireTerminal(for: .certainty) }
    }

    /// Says what will happen and waits for one of the answers, in any case. Throws ``Fault/declined`` for any other.
    func requireCertainty(in session: Session, _ foreseen: Page, _ question: Question, answers: [String]) throws {
        if settings.saysYes || dryRun { return }
        try requireTerminal(for: .certainty)
        let typed = try ask(question, below: foreseen, in: session)
        guard answers.contains(where: { Self.isSame($0, typed) }) else { throw Fault.declined }
    }

    /// The six words that somebody says. Asked again until they are words of the list; an empty line declines.
    func words(of name: String, below page: Page, in session: Session) throws -> WordCode {
        var above = page
        while true {
            let typed = try ask(.heardWords(name: name, group: session.groupName), below: above, in: session)
            if typed.allSatisfy(\.isWhitespace) { throw Fault.declined }
            do throws(FormatError) { return try WordCode(typed: typed) } catch {
                guard case .word(let place) = error else { throw Fault.text(.words, .empty) }
                above = self.page(Question.unknownWord(place: place))
            }
        }
    }

    /// One line of an answer. Throws ``Fault/declined`` where there is none, and what ``Session/resume()`` does.
    func ask(_ question: Question, below page: Page = Page(), in session: Session) throws -> String {
        var page = page
        let words = question.text(in: language)
        page.add(words)
        let shown = page.asked.dropLast()
        let typed: String
        session.pause()
        do throws(SystemError) { typed = try TerminalText.readLine(prompt: shown + " ") } catch {
            throw error == .endOfInput ? Fault.declined : error
        }
        try session.resume()
        return typed
    }

    private static func isSame(_ answer: String, _ typed: String) -> Bool {
        let trimmed = typed.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        return String(trimmed).lowercased() == answer.lowercased()
    }
}
