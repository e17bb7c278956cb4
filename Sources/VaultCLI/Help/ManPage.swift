/// The manual page kluis(1): everything that the help tells, in one page, in the language of roff (man(7)). One page and not one for each
/// command, because a page can be searched, and `kluis help` already tells of one command.
struct ManPage {
    let language: Language

    /// The day that stands below the page. The pages of one version are the same wherever they are made.
    static let day = "2026-11-22"

    /// The page, with a line end behind its last line.
    var text: String {
        var lines = [
            ".TH KLUIS 1 \"\(Self.day)\" \"Kluis \(Program.version)\" \"\(Roff.shown(ManHeading.title.text(in: language)))\"",
            // Words are not hyphenated and lines not stretched: commands stay as they are typed.
            ".nh", ".ad l", ".SH \(Roff.shown(ManHeading.name.text(in: language)))",
            "kluis \\- \(Roff.shown(ManHeading.purpose.text(in: language)))",
            ".SH \(Roff.shown(ManHeading.synopsis.text(in: language)))",
            ".B kluis", ".I \(Roff.shown(ManHeading.command.text(in: language)))",
            ".RI [ \(Roff.shown(ManHeading.option.text(in: language))) ]...",
        ]
        section(.description, &lines, blocks: [paragraph(.purpose), paragraph(.sixWords)])
        section(.commands, &lines)
        for command in CommandName.allCases {
            lines.append(".SS \(Roff.shown("kluis \(command.rawValue)"))")
            write([.paragraph(command.text(in: language))] + HelpPage.describe(command, in: language), on: &lines)
        }
        section(.options, &lines, blocks: OptionName.global.map { .term($0.spelling, meaning: $0.text(in: language)) })
        section(.environment, &lines, blocks: [paragraph(.environment)])
        section(
            .files, &lines,
            blocks: [
                .term("~/.local/share/kluis", meaning: ManHeading.home.text(in: language)),
                .term("NAME.kluis", meaning: ManHeading.vault.text(in: language)),
            ])
        section(.exitStatus, &lines, blocks: HelpTopic.exitCodes.blocks(in: language))
        section(.privacy, &lines, blocks: HelpTopic.privacy.blocks(in: language))
        section(.words, &lines, blocks: HelpTopic.words.blocks(in: language))
        return lines.joined(separator: "\n") + "\n"
    }

    private func paragraph(_ heading: HelpHeading) -> HelpBlock { .paragraph(heading.text(in: language)) }

    private func section(_ heading: ManHeading, _ lines: inout [String], blocks: [HelpBlock] = []) {
        lines.append(".SH \(Roff.shown(heading.text(in: language)))")
        write(blocks, on: &lines)
    }

    private func write(_ blocks: [HelpBlock], on lines: inout [String]) {
        // A paragraph right below a heading of man(7) begins without .PP: an empty one is a fault.
        var isFirst = true
        for block in blocks {
            switch block {
            case .heading(let text): lines += (isFirst ? [] : [".PP"]) + [".B \(Roff.shown(text))"]
            case .paragraph(let text): lines += (isFirst ? [] : [".PP"]) + Roff.lines(text)
            case .command(let line): lines += [".br"] + Roff.lines(line)
            case .term(let term, let meaning): lines += [".TP", ".B \(Roff.shown(term))"] + Roff.lines(meaning)
            case .example(let line, let meaning): lines += [".TP", ".B \(Roff.shown(line))"] + Roff.lines(meaning)
            case .gap: continue
            }
            isFirst = false
        }
    }
}

/// Text in the language of roff. Only ASCII comes out, so that no program has to guess an encoding.
enum Roff {
    /// Text within a line.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            case "'": out += "\\(aq"
            case "\"": out += "\\(dq"
            case "~": out += "\\(ti"
            case "^": out += "\\(ha"
            case "`": out += "\\(ga"
            default:
                if scalar.isASCII {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
                }
            }
        }
    }

    /// Running text, in lines of at most 78 columns where its words allow it. A point at the beginning of a line would be a command of
    /// roff.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map({ shown(String($0)) }) {
            if !line.isEmpty, line.count + 1 + word.count > 78 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? (word.hasPrefix(".") ? "\\&" : "") + word : " " + word
        }
        return lines + [line]
    }
}

/// The headings of the manual page that are not those of the help.
enum ManHeading: Sentence, CaseIterable {
    case title
    case name
    case purpose
    case synopsis
    case command
    case option
    case description
    case commands
    case options
    case environment
    case files
    case home
    case vault
    case exitStatus
    case privacy
    case words

    var dutch: String {
        switch self {
        case .title: "Handleiding van Kluis"
        case .name: "NAAM"
        case .purpose: "versleutelde kluis voor de casussen van een intervisiegroep"
        case .synopsis: "SAMENVATTING"
        case .command: "commando"
        case .option: "optie"
        case .description: "BESCHRIJVING"
        case .commands: "COMMANDO'S"
        case .options: "OPTIES BIJ ELK COMMANDO"
        case .environment: "OMGEVING"
        case .files: "BESTANDEN"
        case .home: "Jouw map van Kluis, als --home, KLUIS_HOME en XDG_DATA_HOME geen andere noemen."
        case .vault: "De kluis van een groep, waar die groep hem heeft neergezet."
        case .exitStatus: "AFSLUITCODES"
        case .privacy: "PRIVACY"
        case .words: "WOORDEN"
        }
    }

    var english: String {
        switch self {
        case .title: "Kluis Manual"
        case .name: "NAME"
        case .purpose: "encrypted vault for the cases of a peer supervision group"
        case .synopsis: "SYNOPSIS"
        case .command: "command"
        case .option: "option"
        case .description: "DESCRIPTION"
        case .commands: "COMMANDS"
        case .options: "OPTIONS OF EVERY COMMAND"
        case .environment: "ENVIRONMENT"
        case .files: "FILES"
        case .home: "Your directory of Kluis, where --home, KLUIS_HOME and XDG_DATA_HOME name no other."
        case .vault: "The vault of a group, where that group has put it."
        case .exitStatus: "EXIT STATUS"
        case .privacy: "PRIVACY"
        case .words: "WORDS"
        }
    }
}
