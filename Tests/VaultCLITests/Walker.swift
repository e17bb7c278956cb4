import Foundation
import Testing

@testable import VaultCLI

/// Somebody who uses the built program at a terminal of their own and knows no more of it than what the screen says: to choose something
/// they look for its words in the list and type the number that stands before them.
final class Walker {
    private let process = Process()
    private let keys = Pipe()
    private let screen = Pipe()
    private let language: Language
    /// What came on the screen since the last answer.
    private(set) var shown = ""
    /// All of it.
    private(set) var everything = ""

    /// Runs a line of the shell, in which `$PROGRAM` is the program, in a window of so many columns.
    init(_ line: String, in place: Workplace, _ language: Language, columns: Int = 80, _ more: [String: String] = [:]) throws {
        self.language = language
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-qec", "stty columns \(columns) rows 50; \(line); echo \"[number $?]\"", "/dev/null"]
        let own = ["TERM": "dumb", "SHELL": "/bin/sh", "LC_ALL": language.locale, "HOME": place.path]
        process.environment = place.environment.merging(own) { $1 }.merging(more) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: place.path)
        process.standardInput = keys
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
        let number = process.processIdentifier
        // A question that never comes ends the test, and does not stop all others; nor does a key for somebody who has gone.
        DispatchQueue.global().asyncAfter(deadline: .now() + 300) { [process] in if process.isRunning { kill(number, SIGKILL) } }
    }

    /// Runs the menu, with the passphrase typed.
    static func inMenu(_ place: Workplace, _ language: Language = .english, _ line: String = "$PROGRAM", columns: Int = 80) throws -> Walker
    {
        let person = try Walker(line, in: place, language, columns: columns)
        try person.answers("Je wachtzin: ", "Your passphrase: ", "geheim")
        return person
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Looks at the screen until these words are on it.
    @discardableResult
    func sees(_ dutch: String, _ english: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let words = language == .dutch ? dutch : english
        while !Self.flat(shown).contains(words) {
            let data = screen.fileHandleForReading.availableData
            try #require(!data.isEmpty, "'\(words)' never came:\n\(everything)", sourceLocation: sourceLocation)
            take(data)
        }
        return shown
    }

    /// Types keys; what was on the screen has been read.
    func type(_ text: String) {
        shown = ""
        keys.type(text)
    }

    /// Answers a question, once it stands there.
    func answers(_ dutch: String, _ english: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try sees(dutch, english, sourceLocation: sourceLocation)
        type(text + "\r")
    }

    /// Presses Enter where the program waits for that.
    func goesOn(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try answers("Druk op Enter om verder te gaan.", "Press Enter to go on.", "", sourceLocation: sourceLocation)
    }

    /// Finds the words in the list on the screen and types the number before them.
    func chooses(_ dutch: String, _ english: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let list = try list(sourceLocation: sourceLocation)
        let words = language == .dutch ? dutch : english
        let fitting = list.filter { $0.words.hasPrefix(words) || words.hasPrefix($0.words) }
        try #require(fitting.count == 1, "'\(words)' is not one of the list:\n\(list)", sourceLocation: sourceLocation)
        type(fitting[0].number + "\r")
    }

    /// The choices that stand on the screen, as far as their first line goes.
    func list(sourceLocation: SourceLocation = #_sourceLocation) throws -> [(number: String, words: String)] {
        let text = try sees("Typ een nummer: ", "Type a number: ", sourceLocation: sourceLocation)
        return text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^ +([0-9]+)  (.+)$/).map { (String($0.1), String($0.2)) }
        }
    }

    /// What comes up to the end, and the number it ended with. The shell says that: Foundation now and then never hears of the end of a
    /// child when several threads wait, and other children may hold the screen's pipe open.
    func ends(sourceLocation: SourceLocation = #_sourceLocation) throws -> (said: String, status: Int32) {
        let number = /\[number ([0-9]+)\]/
        while everything.firstMatch(of: number) == nil {
            let data = screen.fileHandleForReading.availableData
            try #require(!data.isEmpty, "it never ended:\n\(everything)", sourceLocation: sourceLocation)
            take(data)
        }
        return (Self.flat(shown), everything.firstMatch(of: number).flatMap { Int32($0.1) } ?? -1)
    }

    private func take(_ data: Data) {
        let text = String(decoding: data.filter { $0 != 0x0D }, as: UTF8.self)
        shown += text
        everything += text
    }

    /// The words without the line ends that a narrow window gives them.
    static func flat(_ text: String) -> String {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ") + (text.hasSuffix(" ") ? " " : "")
    }
}

extension Pipe {
    /// Keys for a terminal. Where nobody is there any more they are lost, and this process, which runs all other tests, goes on.
    func type(_ text: String) {
        var broken = sigset_t(), now = timespec()
        unsafe sigemptyset(&broken)
        unsafe sigaddset(&broken, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &broken, nil)
        if (try? fileHandleForWriting.write(contentsOf: Data(text.utf8))) == nil { _ = unsafe sigtimedwait(&broken, nil, &now) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &broken, nil)
    }
}
