import Foundation
import Testing
import VaultTestkit

@testable import VaultCLI

/// The scripts for the shells: in the shells themselves, and against the tables.
@Suite struct CompletionTests {
    /// What is typed, each word by itself, and what has to be among the answers; nothing where there are none.
    static let typed: [([String], [String])] = [
        (["kluis", ""], ["identity", "case", "search", "help"]), (["kluis", "ca"], ["case"]),
        (["kluis", "case", ""], ["add", "list", "erase"]), (["kluis", "case", "sh"], ["show", "share"]),
        (["kluis", "--json", "case", "sh"], ["show", "share"]), (["kluis", "--lang", "nl", "case", "sh"], ["show", "share"]),
        (["kluis", "case", "add", "--sh"], ["--share"]), (["kluis", "case", "list", "--dr"], ["--dry-run"]),
        (["kluis", "completions", ""], ["bash", "zsh", "fish"]), (["kluis", "--lang", ""], ["nl", "en"]),
        (["kluis", "identity", "create", "--kdf", "s"], ["sensitive"]), (["kluis", "help", "priv"], ["privacy"]),
        (["kluis", "help", "case", "sh"], ["show", "share"]), (["kluis", "--vault", "va"], ["vault.kluis"]),
        (["kluis", "attach", "add", "1", "va"], ["vault.kluis"]), (["kluis", "backup", "check", "va"], ["vault.kluis"]),
        (["kluis", "case", "show", ""], []), (["kluis", "member", "remove", ""], []), (["kluis", "search", ""], []),
        (["kluis", "attach", "add", "v"], []), (["kluis", "nonsense", "x"], []), (["kluis", "audit", "report", "--from", ""], []),
    ]

    private func stage() throws -> Workplace {
        let place = try Workplace()
        try place.write("", to: "vault.kluis")
        for shell in Shell.allCases { try place.write(shell.script(in: .dutch), to: shell.rawValue) }
        return place
    }

    /// The words of `answers` that `expected` does not have are the shell's own affair, unless nothing is expected.
    private func expect(_ answers: [String], _ typed: [String], _ expected: [String]) {
        let answers = Set(answers.map { String($0.prefix { $0 != "\t" && $0 != " " }) }.filter { !$0.isEmpty })
        #expect(expected.isEmpty ? answers.isEmpty : answers.isSuperset(of: expected), "\(typed): \(answers)")
    }

    @Test(arguments: typed) func bashCompletes(_ typed: [String], _ expected: [String]) throws {
        let place = try stage()
        defer { place.clear() }
        let words = typed.map { "'\($0)'" }.joined(separator: " ")
        let line = "source ./bash; COMP_WORDS=(\(words)); COMP_CWORD=\(typed.count - 1); _kluis; printf \"%s\\n\" \"${COMPREPLY[@]}\""
        try place.write(line, to: "line")
        let heard = try place.hear("exec bash --norc --noprofile line")
        #expect(heard.exit <= 1 && heard.errors.isEmpty, "\(heard.errors)")
        expect(heard.output.components(separatedBy: "\n"), typed, expected)
    }

    /// Readline takes `=` for a word of its own.
    @Test func bashCompletesWhatIsJoined() throws {
        let place = try stage()
        defer { place.clear() }
        for (words, found) in [("--vault = va", "vault.kluis"), ("--lang =", "nl"), ("case add --sha", "--share")] {
            try place.write(
                "source ./bash; COMP_WORDS=(kluis \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kluis; printf '%s\\n' ${COMPREPLY[@]}",
                to: "line")
            #expect(try place.hear("bash --norc line").output.components(separatedBy: "\n").contains(found), "\(words)")
        }
    }

    @Test(.enabled(if: ForeignProgram("fish").isExpected, "fish is not installed"), arguments: typed)
    func fishCompletes(_ typed: [String], _ expected: [String]) throws {
        let place = try stage()
        defer { place.clear() }
        let heard = try place.hear("HOME=$PWD fish --no-config -c 'source ./fish; complete -C \"\(typed.joined(separator: " "))\"'")
        #expect(heard.exit == 0 && heard.errors.isEmpty, "\(heard.errors)")
        expect(heard.output.components(separatedBy: "\n"), typed, expected)
    }

    /// A real zsh runs the script; what it hands to zsh's own functions is written down instead of being drawn.
    @Test(.enabled(if: ForeignProgram("zsh").isExpected, "zsh is not installed"), arguments: typed)
    func zshCompletes(_ typed: [String], _ expected: [String]) throws {
        let place = try stage()
        defer { place.clear() }
        let words = typed.map { "'\($0)'" }.joined(separator: " ")
        try place.write(
            """
            compdef() { : }
            compset() { : }
            _describe() { local name=$@[-1]; for word in ${(P)name}; do print -r -- ${word%%:*}; done }
            _files() { print -rl -- *(N) }
            compadd() { print -rl -- $@ }
            source ./zsh
            words=(\(words)); CURRENT=\(typed.count)
            _kluis
            """, to: "line")
        let heard = try place.hear("exec zsh -f line")
        #expect(heard.exit <= 1 && heard.errors.isEmpty, "\(heard.errors)")
        expect(heard.output.components(separatedBy: "\n"), typed, expected)
    }

    @Test(arguments: Shell.allCases) func everyNameIsInTheScript(_ shell: Shell) {
        for language in Language.allCases {
            let script = shell.script(in: language)
            for command in CommandName.allCases { #expect(command.words.allSatisfy(script.contains)) }
            for option in OptionName.allCases {
                #expect(script.contains(shell == .fish ? "-l \(option.typed.dropFirst(2)) " : option.typed), "\(option)")
            }
            #expect(script.hasSuffix("\n") && script.contains("completions \(shell.rawValue)"))
            // Nothing in it starts the program.
            #expect(!script.contains("$(kluis") && !script.contains("(kluis "))
        }
    }

    /// The scripts tell a value from a word by the option's spelling alone.
    @Test func aSpellingAlwaysTakesAValueOrNever() {
        for option in OptionName.allCases {
            for other in OptionName.allCases where other.typed == option.typed {
                #expect((other.value.placeholder == nil) == (option.value.placeholder == nil))
            }
        }
    }

    @Test func meaningsAreInTheLanguageAskedFor() {
        #expect(Shell.zsh.script(in: .dutch).contains("Wist een casus") && !Shell.zsh.script(in: .dutch).contains("Erases"))
        #expect(Shell.fish.script(in: .english).contains("Erases a case") && !Shell.fish.script(in: .english).contains("Wist"))
    }
}
