/// The script for fish 3.4 and later.
struct FishCompletion {
    let language: Language

    /// The script, with a line end behind its last line.
    var text: String {
        let table = CompletionTable.self
        var lines = [
            "# Completion of kluis for fish, made by 'kluis completions fish'. It never runs kluis.",
            "function __kluis_at --description 'The command so far, and behind a bar how many arguments follow it'",
            "    set -l at", "    set -l count 0", "    set -l skip 0",
            "    set -l words (commandline -opc)", "    set -e words[1]", "    for word in $words",
            "        if test $skip = 1", "            set skip 0", "            continue", "        end",
            "        switch $word",
            "            case '-*=*'",
            "            case \(table.withValue.joined(separator: " "))", "                set skip 1",
            "            case '-*' help",
            "            case '*'",
            "                if contains -- (string join ' ' $at $word) \(table.places.dropFirst().map(Self.quoted).joined(separator: " "))",
            "                    set -a at $word", "                else", "                    set count (math $count + 1)",
            "                end", "        end", "    end",
            "    set -l at (string join ' ' $at)", "    echo \"$at|$count\"", "end",
            "function __kluis_is", "    test (__kluis_at) = \"$argv[1]\"", "end",
            "function __kluis_in", "    string match -q -- \"$argv[1]|*\" (__kluis_at)", "end",
            "function __kluis_helps", "    contains -- help (commandline -opc); and __kluis_is '|0'", "end",
            "complete -c kluis -f",
        ]
        for place in table.places {
            for word in table.words(after: place, in: language) { lines.append(line("-n \(Self.test("is", "\(place)|0"))", word)) }
        }
        lines += table.topics(in: language).map { line("-n __kluis_helps", $0) }
        for (place, options) in table.options { lines += options.map { line("-n \(Self.test("in", place))", $0) } }
        lines += OptionName.global.map { line("", $0) }
        for argument in table.arguments {
            lines.append("complete -c kluis -n \(Self.test("is", "\(argument.place)|\(argument.index)"))" + Self.complete(argument.value))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ condition: String, _ word: CompletionTable.Word) -> String {
        "complete -c kluis \(condition) -a \(word.word) -d \(Self.quoted(word.meaning))"
    }

    private func line(_ condition: String, _ option: OptionName) -> String {
        let value =
            option.value.placeholder == nil
            ? "" : option.value.completed == .nothing ? " -x" : " -r" + Self.complete(option.value.completed)
        let before = condition.isEmpty ? "" : condition + " "
        return "complete -c kluis \(before)-l \(option.typed.dropFirst(2))\(value) -d \(Self.quoted(option.text(in: language)))"
    }

    private static func test(_ name: String, _ place: String) -> String { quoted("__kluis_\(name) \"\(place)\"") }

    private static func complete(_ value: Completed) -> String {
        switch value {
        case .nothing: ""
        case .file: " -F"
        case .directory: " -f -a '(__fish_complete_directories)'"
        case .choice(let words): " -f -a '\(words.joined(separator: " "))'"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
