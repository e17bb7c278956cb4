import Foundation

/// One conversation with the program, written down: what is typed, what comes back. Format, line by line:
///
///     # for the reader
///     set NAME VALUE          an environment variable from here on; `set LANG nl_NL.UTF-8`
///     secret one / two        the lines on descriptor 3 from here on
///     & cp a b                a shell command in the conversation's own directory, where $PROGRAM is the program
///     sql FILE STATEMENT      a statement of SQL in the file of a vault or home
///     said LINE               the one line that the file `said` holds now; a shell command has put it there
///     $ kluis case show 1     one command line, double quotes as in a shell; `--passphrase-fd 3` is not added
///     < text                  a line on standard input (else it is empty)
///     > text                  a line expected on standard output
///     ! text                  a line expected on standard error
///     ? 3                     the number expected; 0 without such a line
///
/// In command, shell and expected lines `{request}` and `{said}` are the number and the words that the newest `kluis join` showed.
/// In expected lines `{dir}` is the directory; the places of ``ExpectedLine`` stand for what differs from run to run.
struct Transcript {
    /// One command and all that belongs to it.
    struct Exchange {
        let line: Int
        let arguments: [String]
        var input = ""
        var output: [String] = []
        var errors: [String] = []
        var exit: Int32 = 0
    }

    enum Step {
        case set(String, String)
        case secret(String)
        case shell(String)
        case sql(file: String, String)
        case said(String)
        case exchange(Exchange)
    }

    struct Malformed: Error { let line: Int }

    private(set) var steps: [Step] = []

    init(_ text: String) throws {
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            let (mark, rest) = Self.split(line)
            switch mark {
            case "", "#": continue
            case "set":
                let (name, value) = Self.split(rest)
                steps.append(.set(name, value))
            case "secret": steps.append(.secret(rest.components(separatedBy: " / ").joined(separator: "\n") + "\n"))
            case "&": steps.append(.shell(rest))
            case "sql":
                let (file, statement) = Self.split(rest)
                steps.append(.sql(file: file, statement))
            case "said": steps.append(.said(rest))
            case "$":
                let words = Self.words(rest)
                guard words.first == "kluis" else { throw Malformed(line: number + 1) }
                steps.append(.exchange(Exchange(line: number + 1, arguments: Array(words.dropFirst()))))
            default: try add(mark, rest, number + 1)
            }
        }
    }

    private mutating func add(_ mark: String, _ rest: String, _ line: Int) throws {
        guard case .exchange(var exchange) = steps.popLast() else { throw Malformed(line: line) }
        switch mark {
        case "<": exchange.input += rest + "\n"
        case ">": exchange.output.append(rest)
        case "!": exchange.errors.append(rest)
        case "?":
            guard let exit = Int32(rest) else { throw Malformed(line: line) }
            exchange.exit = exit
        default: throw Malformed(line: line)
        }
        steps.append(.exchange(exchange))
    }

    /// The word before the first space and what is behind it.
    private static func split(_ line: String) -> (String, String) {
        guard let space = line.firstIndex(of: " ") else { return (line, "") }
        return (String(line[..<space]), String(line[line.index(after: space)...]))
    }

    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quoted = false
        for character in line {
            switch (character, quoted) {
            case ("\"", _):
                quoted.toggle()
                word = word ?? ""
            case (" ", false):
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}

/// Expected lines with places in them.
struct ExpectedLine {
    private static let places = [
        "words": "[a-z]+( [a-z]+){5}",
        "quotedwords": "\"[a-z]+\"(,\"[a-z]+\"){5}",
        "time": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
        "moment": "[0-9]{1,2} [A-Za-z]+ [0-9]{4} (om|at) [0-9]{2}:[0-9]{2} UTC",
        "day": "[0-9]{1,2} [A-Za-z]+ [0-9]{4}",
        "short": "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}",
        "hex": "[0-9a-f]{32}",
        "base64": "[A-Za-z0-9+/]+=*",
        "any": ".*",
    ]

    /// Whether `line` is what `expected` says.
    static func fits(_ line: String, _ expected: String, directory: String) throws -> Bool {
        var pattern = NSRegularExpression.escapedPattern(for: expected.replacingOccurrences(of: "{dir}", with: directory))
        for (name, place) in places { pattern = pattern.replacingOccurrences(of: "\\{\(name)\\}", with: place) }
        let whole = NSRange(line.startIndex..., in: line)
        return try NSRegularExpression(pattern: "^\(pattern)$").firstMatch(in: line, range: whole) != nil
    }
}
