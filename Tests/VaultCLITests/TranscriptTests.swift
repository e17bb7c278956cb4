import Foundation
import Testing
import VaultTestkit

/// The program itself, from outside: every file in `Transcripts` is carried out in a directory of its own.
@Suite struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Transcripts")

    static var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()) ?? []
    }

    @Test func thereAreTranscripts() {
        #expect(Self.names.count >= 8)
    }

    @Test(arguments: names) func asWrittenDown(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let stage = try Workplace()
        defer { stage.clear() }
        var asked = Asked()
        for step in try Transcript(text).steps {
            switch step {
            case .set(let variable, let value): stage.environment[variable] = value
            case .secret(let secret): try stage.write(secret, to: "secret")
            case .shell(let line): #expect(try stage.shell(asked.filled(line)) == 0, "\(name): \(line)")
            case .sql(let file, let statement): try RawFile(stage.path + "/" + file).run(statement)
            case .said(let line):
                let said = try String(contentsOfFile: stage.path + "/said", encoding: .utf8)
                try compare(said, [asked.filled(line)], "\(name) said", stage)
            case .exchange(let exchange):
                let heard = try stage.kluis(exchange.arguments.map(asked.filled), input: exchange.input)
                asked.hear(heard.output)
                let place = "\(name):\(exchange.line)"
                #expect(heard.exit == exchange.exit, "\(place) \(heard.errors)")
                try compare(heard.output, exchange.output.map(asked.filled), "\(place) standard output", stage)
                try compare(heard.errors, exchange.errors.map(asked.filled), "\(place) standard error", stage)
            }
        }
    }

    private func compare(_ heard: String, _ expected: [String], _ place: String, _ stage: Workplace) throws {
        var lines = heard.components(separatedBy: "\n")
        #expect(lines.removeLast() == "", "\(place) does not end in a line end")
        #expect(lines.count == expected.count, "\(place): \(heard)")
        for (line, wanted) in zip(lines, expected) {
            #expect(try ExpectedLine.fits(line, wanted, directory: stage.path), "\(place): expected \(wanted), heard \(line)")
        }
    }
}
