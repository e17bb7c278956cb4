import VaultSystem

/// Brings answers and errors to standard output and standard error. Standard output is the answer and nothing else, written at
/// once when all of it is known; standard error is talk.
struct Speaker {
    /// In which language.
    let language: Language
    /// For a program instead of a person.
    let json: Bool
    /// Without progress, advice and other talk.
    let quiet: Bool
    /// When to use colour.
    let colour: ColourChoice
    /// To somebody who chooses from a menu, and types no commands.
    var isMenu = false

    /// Writes the answer, and what goes with it. Throws what standard output throws.
    func give(_ answer: Answer, after notices: [Notice]) throws(SystemError) {
        if json {
            let envelope = Envelope.result(answer.data, warnings: notices, ok: answer.trouble == nil, language: language)
            return try StandardStreams.writeOutput(Array((envelope.text + "\n").utf8))
        }
        say(notices)
        if !showInPager(answer) { try StandardStreams.writeOutput(Array(printed(answer.page, on: 1).utf8)) }
        for remark in answer.remarks { talk(remark) }
    }

    /// Whether the answer was read in a pager: one for reading, longer than the window, with a person at both ends.
    private func showInPager(_ answer: Answer) -> Bool {
        guard answer.isForReading, StandardStreams.isTerminal(0), StandardStreams.isTerminal(1) else { return false }
        let pager = ScreenPager(
            rows: { width in
                let lines = answer.page.printed(width: min(width, 80), colour: false).split(
                    separator: "\n", omittingEmptySubsequences: false)
                return lines.dropLast().map(String.init)
            },
            footer: { [language] last, count in Remark.pagerKeys(last, of: count).text(in: language) })
        return pager.isWanted && (try? pager.show()) != nil
    }

    /// Tells what went wrong.
    func tell(_ trouble: Trouble, after notices: [Notice] = []) {
        if json {
            let envelope = Envelope.error(trouble, warnings: notices, language: language)
            return StandardStreams.writeError(Array((envelope.text + "\n").utf8))
        }
        say(notices)
        let words = trouble.explanation(in: language)
        var page = Page()
        page.add(words.message, .alarming)
        for command in words.commands { page.add(term: "kluis \(command.rawValue)", command.text(in: language), column: 27) }
        page.addText(isMenu ? trouble.menuHint?.text(in: language) ?? words.hint : words.hint)
        write(page)
    }

    /// Says what a person must know, quiet or not.
    func say(_ notices: [Notice]) {
        for notice in notices { say(notice.remark, .strong) }
    }

    /// Says something that a person may do without, unless they asked for quiet.
    func talk(_ remark: Remark) {
        if !quiet, !json { say(remark, .faint) }
    }

    /// Says to the person, whatever a program is to hear, that what they typed is kept nowhere, and shows it again where it has gone from
    /// the screen: on the terminal and in no stream that may lead to a file.
    func giveBack(_ typed: TypedAnswer) {
        var page = Page()
        page.add((typed.isOnScreen ? Remark.typedRefused : .typedRefusedBelow).text(in: language))
        if !typed.isOnScreen { page.addText(String(decoding: typed.bytes, as: UTF8.self)) }
        TerminalText.show(page.asked)
    }

    /// How far a long command is, after its first second: over and over in the same line of a terminal, else a line a second.
    func progress() -> (Int, Int) -> Void {
        guard !quiet, !json else { return { _, _ in } }
        let terminal = StandardStreams.isTerminal(2)
        let clock = ContinuousClock()
        let pace = terminal ? Duration.milliseconds(100) : .seconds(1)
        var next = clock.now.advanced(by: .seconds(1))
        var shown = false
        return { done, total in
            let now = clock.now
            guard now >= next || (shown && done == total) else { return }
            next = now.advanced(by: pace)
            shown = true
            let text = Remark.progress(done, of: total).text(in: language)
            let end = terminal && done < total ? "" : "\n"
            StandardStreams.writeError(Array(((terminal ? "\r" : "") + text + end).utf8))
        }
    }

    private func say(_ remark: Remark, _ emphasis: Page.Emphasis) {
        var page = Page()
        page.add(isMenu ? remark.menuText(in: language) : remark.text(in: language), emphasis)
        write(page)
    }

    private func write(_ page: Page) {
        StandardStreams.writeError(Array(printed(page, on: 2).utf8))
    }

    private func printed(_ page: Page, on descriptor: Int32) -> String {
        let terminal = StandardStreams.isTerminal(descriptor)
        let width = terminal ? min(StandardStreams.width(descriptor), 80) : nil
        return page.printed(width: width, colour: colour.isOn(terminal: terminal, Environment.value))
    }
}
