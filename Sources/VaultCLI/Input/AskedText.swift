import VaultSystem

/// A text that is asked for at the terminal.
struct AskedText {
    let question: Question
    /// What stands above the question: the text there is now, where it cannot be shown for changing.
    let above: String?
    /// What the text begins with.
    let initial: String
    /// Whether nothing will be kept.
    let isDry: Bool
    let language: Language

    /// What a person types below the question. Signals that are held back end the typing as Ctrl-C does.
    func typed(isCase: Bool, limit: Int, _ signals: borrowing HeldSignals) throws(SystemError) -> TypedAnswer {
        var intro = Page()
        if let above {
            intro.addText(above)
            intro.space()
        }
        intro.add(question.text(in: language))
        let isWhole = !initial.isEmpty && TerminalText.understandsSequences
        if !isWhole {
            if isCase { intro.add(Question.howToWriteCase.text(in: language)) }
            intro.add((isDry ? Question.howToEndDry : .howToEnd).text(in: language))
            if TerminalText.understandsSequences { intro.add(Question.howToSeeAll.text(in: language)) }
        }
        let shown = intro.asked.dropLast()
        let heading = question.text(in: language) + (isCase ? " " + Question.howToWriteCaseInShort.text(in: language) : "")
        let footer = (isDry ? Question.editorKeysDry : .editorKeys).text(in: language)
        return try TerminalText.readText(
            intro: [String(shown)], initial: initial, heading: heading, footer: footer, limit: limit,
            requireGoingOn: { () throws(SystemError) in try signals.check() })
    }

    /// The same in an editor that is not ours.
    func typed(in editor: OutsideEditor, isCase: Bool, limit: Int) throws(SystemError) -> TypedAnswer {
        var intro = Page()
        intro.add(question.text(in: language))
        if isCase { intro.add(Question.howToWriteCase.text(in: language)) }
        intro.add((isDry ? Question.howToUseEditorDry(editor) : .howToUseEditor(editor)).text(in: language))
        TerminalText.show(intro.asked)
        let typed = try editor.edit(initial, limit: limit)
        if typed.ended == OutsideEditor.failure {
            var page = Page()
            page.add(Remark.editorFailed(editor).text(in: language))
            TerminalText.show(page.asked)
        }
        return typed
    }
}
