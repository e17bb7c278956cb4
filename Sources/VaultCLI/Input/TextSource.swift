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

    fileprivate func typed(isCase: Bool, limit: Int, _ signals: borrowing HeldSignals) throws(SystemError) -> TypedAnswer {
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
        let shown = intro.printed(width: min(StandardStreams.width(0), 80), colour: false).dropLast()
        let footer = (isDry ? Question.editorKeysDry : .editorKeys).text(in: language)
        return try TerminalText.readText(
            intro: [String(shown)], initial: initial, footer: footer, limit: limit,
            requireGoingOn: { () throws(SystemError) in try signals.check() })
    }

    fileprivate func typed(in editor: OutsideEditor, isCase: Bool, limit: Int) throws(SystemError) -> TypedAnswer {
        var intro = Page()
        intro.add(question.text(in: language))
        if isCase { intro.add(Question.howToWriteCase.text(in: language)) }
        intro.add((isDry ? Question.howToUseEditorDry(editor) : .howToUseEditor(editor)).text(in: language))
        StandardStreams.writeError(Array(intro.printed(width: min(StandardStreams.width(0), 80), colour: false).utf8))
        let typed = try editor.edit(initial, limit: limit)
        if typed.ended == OutsideEditor.failure {
            var page = Page()
            page.add(Remark.editorFailed(editor).text(in: language))
            StandardStreams.writeError(Array(page.printed(width: min(StandardStreams.width(0), 80), colour: false).utf8))
        }
        return typed
    }
}
