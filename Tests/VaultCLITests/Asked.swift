/// The number and the words that the newest `kluis join` showed.
struct Asked {
    private(set) var request = ""
    private(set) var words = ""

    /// Takes them from an answer for people or for programs; any other answer is passed over.
    mutating func hear(_ output: String) {
        if let human = output.firstMatch(of: /(?:nummer|number) ([0-9]{4})\.\n.*: ([a-z]+(?: [a-z]+){5})\.\n/) {
            (request, words) = (String(human.1), String(human.2))
        } else if let json = output.firstMatch(of: /"request":([0-9]{4}),"words":\[([a-z",]+)\]/) {
            (request, words) = (String(json.1), String(json.2).replacing("\"", with: "").replacing(",", with: " "))
        }
    }

    /// A line with both in their places.
    func filled(_ line: String) -> String { line.replacing("{request}", with: request).replacing("{said}", with: words) }
}

extension Workplace {
    /// Somebody with a home of their own asks to join.
    func ask(_ name: String) throws {
        try self.do("$PROGRAM identity create --name \(name) --kdf interactive --home \(name) --passphrase-fd 3 3<secret")
        asked.hear(try kluis(["join", "--home", name, "--json", "--passphrase-fd", "3"]).output)
    }

    /// Somebody with a home of their own asks to join, and Anna accepts them.
    func accept(_ name: String, _ options: String = "") throws {
        try ask(name)
        try self.do(
            "$PROGRAM member accept \(asked.request) --name \(name) --words '\(asked.words)' \(options) --passphrase-fd 3 3<secret")
    }
}
