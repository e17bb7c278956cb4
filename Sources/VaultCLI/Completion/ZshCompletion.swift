/// The script for zsh: a function for a directory of `fpath`, or to be sourced.
struct ZshCompletion {
    let language: Language

    /// The script, with a line end behind its last line.
    var text: String {
        let table = CompletionTable.self
        let values = table.values.map { value in
            "            (\(value.place.map { "'\($0) \(value.option)'" } ?? "*' \(value.option)'")) \(Self.complete(value.value)) ;;"
        }
        let options = table.options.map { "            ('\($0.place)') found=(\(listed($0.options))) ;;" }
        let words = table.places.compactMap { place in
            let words = table.words(after: place, in: language)
            return words.isEmpty ? nil : "        ('\(place)') ((count == 0)) && found=(\(Self.listed(words))) ;;"
        }
        let arguments = table.arguments.map { argument in
            "        ('\(argument.place)') ((count == \(argument.index))) && \(Self.complete(argument.value)); return ;;"
        }
        return """
            #compdef kluis
            # Completion of kluis for zsh, made by 'kluis completions zsh'. It never runs kluis.
            _kluis() {
                local at='' opt='' helping='' word
                local -i i count=0
                local -a found
                for ((i = 2; i < CURRENT; i++)); do
                    word=$words[i]
                    if [[ -n $opt ]]; then opt=''; continue; fi
                    case $word in
                        (-*=*) ;;
                        (\(table.withValue.joined(separator: "|"))) opt=$word ;;
                        (-*) ;;
                        (help) helping=yes ;;
                        (*)
                            case "${at:+$at }$word" in
                                (\(table.places.dropFirst().map { "'\($0)'" }.joined(separator: "|"))) at="${at:+$at }$word" ;;
                                (*) count+=1 ;;
                            esac
                            ;;
                    esac
                done
                if [[ -z $opt && $words[CURRENT] == --*=* ]]; then
                    opt=${words[CURRENT]%%=*}
                    compset -P '*='
                fi
                if [[ -n $opt ]]; then
                    case "$at $opt" in
            \(values.joined(separator: "\n"))
                    esac
                    return
                fi
                if [[ $words[CURRENT] == -* ]]; then
                    case $at in
            \(options.joined(separator: "\n"))
                    esac
                    found+=(\(listed(OptionName.global)))
                    _describe -o option found
                    return
                fi
                case $at in
            \(words.joined(separator: "\n"))
            \(arguments.joined(separator: "\n"))
                esac
                [[ -n $helping && -z $at && $count == 0 ]] && found+=(\(Self.listed(table.topics(in: language))))
                ((${#found})) && _describe command found
            }

            if [[ $funcstack[1] == _kluis ]]; then _kluis "$@"; else compdef _kluis kluis; fi

            """
    }

    private func listed(_ options: [OptionName]) -> String {
        Self.listed(options.map { CompletionTable.Word(word: $0.typed, meaning: $0.text(in: language)) })
    }

    /// A colon stands between a word and its meaning.
    private static func listed(_ words: [CompletionTable.Word]) -> String {
        words.map { word in
            "'\(word.word):" + word.meaning.replacing("\\", with: "\\\\").replacing(":", with: "\\:").replacing("'", with: "'\\''") + "'"
        }.joined(separator: " ")
    }

    private static func complete(_ value: Completed) -> String {
        switch value {
        case .nothing: ":"
        case .file: "_files"
        case .directory: "_files -/"
        case .choice(let words): "compadd \(words.joined(separator: " "))"
        }
    }
}
