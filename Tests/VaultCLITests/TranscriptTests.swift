import Foundation
import Testing

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
        let stage = try Stage()
        defer { stage.clear() }
        for step in try Transcript(text).steps {
            switch step {
            case .set(let variable, let value): stage.environment[variable] = value
            case .secret(let secret): try stage.write(secret, to: "secret")
            case .shell(let line): #expect(try stage.shell(line) == 0, "\(name): \(line)")
            case .exchange(let exchange):
                let heard = try stage.kluis(exchange.arguments, input: exchange.input)
                let place = "\(name):\(exchange.line)"
                #expect(heard.exit == exchange.exit, "\(place) \(heard.errors)")
                try compare(heard.output, exchange.output, "\(place) standard output", stage)
                try compare(heard.errors, exchange.errors, "\(place) standard error", stage)
            }
        }
    }

    private func compare(_ heard: String, _ expected: [String], _ place: String, _ stage: Stage) throws {
        var lines = heard.components(separatedBy: "\n")
        #expect(lines.removeLast() == "", "\(place) does not end in a line end")
        #expect(lines.count == expected.count, "\(place): \(heard)")
        for (line, wanted) in zip(lines, expected) {
            #expect(try ExpectedLine.fits(line, wanted, directory: stage.path), "\(place): expected \(wanted), heard \(line)")
        }
    }
}

/// A directory, an environment and the built program.
private final class Stage {
    let path: String
    var environment: [String: String]

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("kluis-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        environment = [
            "KLUIS_HOME": path + "/home", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "LANG": "C", "PROGRAM": Self.program,
        ]
        try write("geheim\n", to: "secret")
    }

    func clear() { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func shell(_ line: String) throws -> Int32 {
        try run(["-c", line]).exit
    }

    func kluis(_ arguments: [String], input: String) throws -> (exit: Int32, output: String, errors: String) {
        try write(input, to: "input")
        return try run(["-c", "exec \"$0\" \"$@\" 3<secret", Self.program] + arguments)
    }

    /// Files instead of pipes: nothing can fill up and wait.
    private func run(_ arguments: [String]) throws -> (exit: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        if !FileManager.default.fileExists(atPath: path + "/input") { try write("", to: "input") }
        for name in ["output", "errors"] { try write("", to: name) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path + "/input"))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/output"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/errors"))
        try process.run()
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        return (status, try read("output"), try read("errors"))
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }

    /// The program is built beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kluis").path
}
