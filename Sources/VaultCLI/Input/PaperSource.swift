import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// Where the lines of a paper sheet come from: standard input, or the person at the terminal, who is asked for one line at a time and told
/// at once when it is wrong. What is typed goes straight into guarded memory, as a passphrase does, but can be seen while it is typed:
/// nobody types 32 words blind.
enum PaperSource {
    /// Eight lines, and nothing behind them.
    case standardInput
    /// To be asked.
    case terminal(Language)

    /// What may stand behind the last line before it is too much anyway.
    private static let trailing = 4096

    /// Throws `.cannotAsk` where a person sits and may not be asked.
    init(_ settings: Settings, _ language: Language) throws(UsageFault) {
        guard StandardStreams.isTerminal(0) else {
            self = .standardInput
            return
        }
        guard settings.mayAsk else { throw .cannotAsk(.sheet) }
        self = .terminal(language)
    }

    /// Whether standard input is where the lines come from.
    var isStandardInput: Bool { if case .standardInput = self { true } else { false } }

    /// Reads the sheet. Throws ``Fault/paper(_:)``, ``Fault/newerVersion``.
    func sheet() throws -> PaperSheet {
        switch self {
        case .standardInput: try Self.given()
        case .terminal(let language): try Self.asked(language)
        }
    }

    private static func given() throws -> PaperSheet {
        let sheet = try Identity.readPaper({ number, memory in try line(number, &memory) }, refused: { throw Fault.paper($0) })
        try requireEnd()
        return sheet
    }

    private static func asked(_ language: Language) throws -> PaperSheet {
        var above = PaperWording.howToType.text(in: language)
        return try Identity.readPaper(
            { number, memory in
                let said = above
                above = ""
                return try ask(number, below: said, &memory, language)
            }, refused: { above = $0.explanation(in: language).message })
    }

    private static func line(_ number: Int, _ memory: inout MutableRawSpan) throws -> Int {
        do throws(SystemError) { return try SecretInput.readLine(0, into: &memory) } catch {
            switch error {
            case .endOfInput: throw Fault.paper(.missing(line: number))
            case .tooLong: throw Fault.paper(.wordCount(line: number))
            default: throw error
            }
        }
    }

    private static func ask(_ number: Int, below said: String, _ memory: inout MutableRawSpan, _ language: Language) throws -> Int {
        let page = said.isEmpty ? Page() : Page(said)
        let prompt = page.asked + PaperWording.line(number).text(in: language)
        do throws(SystemError) { return try TerminalSecret.readShownLine(prompt: prompt, into: &memory) } catch {
            switch error {
            case .tooLong: throw Fault.paper(.wordCount(line: number))
            case .endOfInput: throw Trouble.interrupted(.nothingTyped)
            case .notATerminal: throw UsageFault.cannotAsk(.sheet)
            default: throw error
            }
        }
    }

    private static func requireEnd() throws {
        let rest: [UInt8]
        do throws(SystemError) { rest = try StandardStreams.readAll(0, limit: trailing) } catch {
            throw error == .tooLarge ? Fault.paper(.tooMany) : error
        }
        guard rest.allSatisfy({ [0x20, 0x09, 0x0a, 0x0d].contains($0) }) else { throw Fault.paper(.tooMany) }
    }
}
