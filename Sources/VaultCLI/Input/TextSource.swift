import VaultCore
import VaultFormat
import VaultSystem

/// Where the text of a case or note comes from: standard input, read before anything is opened, or the person at the terminal,
/// asked when the vault is open and its group can be named.
enum TextSource<Text> {
    /// What standard input held.
    case given(Text)
    /// To be asked.
    case asked(Language)

    /// Room for a title, a pitch and what surrounds them. The core says what is too long; this only keeps memory bounded.
    private static var limit: Int { 2 * Limits.textPart }

    /// Whether standard input is where the text comes from.
    static var isStandardInput: Bool { !StandardStreams.isTerminal(0) }

    /// Throws `.cannotAsk` where a person sits and may not be asked. Looked at before anything is read.
    static func require(_ settings: Settings) throws(UsageFault) {
        guard isStandardInput || settings.mayAsk else { throw .cannotAsk(.text) }
    }

    /// Reads standard input unless a person sits there. Throws a ``Fault`` for text that breaks a rule.
    init(_ language: Language, parse: ([UInt8]) throws -> Text) throws {
        self = Self.isStandardInput ? .given(try parse(try Self.standardInput())) : .asked(language)
    }

    /// The text. `before` comes above the question: what there is now, and how to write. A text that breaks a rule stays on
    /// the screen, and the person is told so through `onRefusal`.
    func text(
        _ question: Question, before: [String] = [], parse: ([UInt8]) throws -> Text, onRefusal: () -> Void
    ) throws -> Text {
        switch self {
        case .given(let text): return text
        case .asked(let language):
            var intro = Page()
            before.forEach { intro.addText($0) }
            intro.add(question.text(in: language))
            if Text.self == CaseText.self { intro.add(Question.howToWriteCase.text(in: language)) }
            intro.add(Question.howToEnd.text(in: language))
            let bytes = try Self.typed(intro)
            do { return try parse(bytes) } catch {
                if !bytes.isEmpty { onRefusal() }
                throw error
            }
        }
    }

    private static func typed(_ intro: Page) throws -> [UInt8] {
        let shown = intro.printed(width: min(StandardStreams.width(0), 80), colour: false).dropLast()
        do throws(SystemError) { return try TerminalText.readText(intro: [String(shown)], limit: limit) } catch {
            switch error {
            case .interrupted: throw Trouble.interrupted(typed: true)
            case .notATerminal: throw UsageFault.cannotAsk(.text)
            case .tooLarge: throw Fault.text(.body, .tooManyBytes(limit: Limits.textPart))
            default: throw error
            }
        }
    }

    private static func standardInput() throws -> [UInt8] {
        do throws(SystemError) { return try StandardStreams.readAll(0, limit: limit) } catch {
            throw error == .tooLarge ? Fault.text(.body, .tooManyBytes(limit: Limits.textPart)) : error
        }
    }
}
