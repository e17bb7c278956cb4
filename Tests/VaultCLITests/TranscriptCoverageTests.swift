import Foundation
import Testing

@testable import VaultCLI

/// What the transcripts have seen of the program: every command, and every code, in each language.
@Suite struct TranscriptCoverageTests {
    /// Nothing leads to the one; the other takes a disk that cannot be written, and a mount of one's own is not allowed everywhere
    /// (``StreamsFromOutsideTests``).
    static let elsewhere: Set<ErrorCode> = [.ourBug, .readOnly]
    /// A story and a walk are transcripts of their own: DemoTests and MenuWalkTests listen to them.
    static let told: Set<CommandName> = [.demo, .start]

    @Test(arguments: Language.allCases) func everyCommandSucceedsOnce(_ language: Language) throws {
        let missing = Set(CommandName.allCases).subtracting(try Self.seen(language).commands)
        #expect(missing == Self.told, "no transcript in \(language) of \(missing.map(\.rawValue).sorted())")
    }

    @Test(arguments: Language.allCases) func everyCodeIsMet(_ language: Language) throws {
        let missing = Set(ErrorCode.allCases).subtracting(try Self.seen(language).codes)
        #expect(missing == Self.elsewhere, "no transcript in \(language) of \(missing.map(\.rawValue).sorted())")
    }

    private static func seen(_ language: Language) throws -> (commands: Set<CommandName>, codes: Set<ErrorCode>) {
        var (commands, codes): (Set<CommandName>, Set<ErrorCode>) = ([], [])
        for name in TranscriptTests.names {
            let text = try String(contentsOf: TranscriptTests.folder.appendingPathComponent(name), encoding: .utf8)
            var environment: [String: String] = [:]
            for step in try Transcript(text).steps {
                switch step {
                case .set(let variable, let value): environment[variable] = value
                case .said(let line):
                    if Language.ofLocale({ environment[$0] }) == language, let code = code(line) { codes.insert(code) }
                case .exchange(let exchange):
                    let scan = ArgumentScan(exchange.arguments)
                    guard (scan.language ?? .ofLocale { environment[$0] }) == language else { continue }
                    if exchange.exit == 0, !scan.wantsHelp, let command = scan.command { commands.insert(command) }
                    codes.formUnion(exchange.errors.compactMap(code))
                case .shell(let line):
                    if Language.ofLocale({ environment[$0] }) == language { commands.formUnion(listenedTo(line)) }
                case .sql, .secret: continue
                }
            }
        }
        return (commands, codes)
    }

    /// The commands in a line of the shell that puts down what they said.
    private static func listenedTo(_ line: String) -> [CommandName] {
        guard line.contains(">said") else { return [] }
        return line.components(separatedBy: "$PROGRAM ").dropFirst().compactMap { rest in
            ArgumentScan(rest.split(separator: " ").prefix { !$0.contains(">") && !$0.contains("<") }.map(String.init)).command
        }
    }

    /// The code of an error that was said to a program.
    private static func code(_ line: String) -> ErrorCode? {
        line.firstMatch(of: /"error":\{"code":"([a-z0-9.-]+)"/).flatMap { ErrorCode(rawValue: String($0.1)) }
    }
}
