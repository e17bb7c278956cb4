/// The script for bash 4 and later. It needs nothing beside bash itself, and bash shows no meanings.
struct BashCompletion {
    /// The script, with a line end behind its last line.
    var text: String {
        let table = CompletionTable.self
        let values = table.values.map { value in
            "            \(value.place.map { "\"\($0) \(value.option)\"" } ?? "*\" \(value.option)\"")) \(Self.complete(value.value)) ;;"
        }
        let options = table.options.map { "            \"\($0.place)\") found=\"\($0.options.map(\.typed).joined(separator: " "))\" ;;" }
        let words = table.places.compactMap { place in
            let words = table.words(after: place, in: .english).map(\.word)
            return words.isEmpty ? nil : "        \"\(place)\") ((count == 0)) && found=\"\(words.joined(separator: " "))\" ;;"
        }
        let arguments = table.arguments.map { argument in
            "        \"\(argument.place)\") ((count == \(argument.index))) && \(Self.complete(argument.value)); return ;;"
        }
        return """
            # Completion of kluis for bash, made by 'kluis completions bash'. It never runs kluis.
            _kluis_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen "$1" -- "$2"); }

            _kluis() {
                local cur=${COMP_WORDS[COMP_CWORD]} at='' opt='' helping='' found='' word i
                local -i count=0
                COMPREPLY=()
                [[ $cur == = ]] && cur=''
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    [[ $word == = ]] && continue
                    if [[ -n $opt ]]; then opt=''; continue; fi
                    case $word in
                    -*=*) ;;
                    \(table.withValue.joined(separator: "|"))) opt=$word ;;
                    -*) ;;
                    help) helping=yes ;;
                    *)
                        case "${at:+$at }$word" in
                        \(table.places.dropFirst().map { "\"\($0)\"" }.joined(separator: "|"))) at="${at:+$at }$word" ;;
                        *) count+=1 ;;
                        esac
                        ;;
                    esac
                done
                if [[ -n $opt ]]; then
                    case "$at $opt" in
            \(values.joined(separator: "\n"))
                    esac
                    return
                fi
                if [[ $cur == -* ]]; then
                    case "$at" in
            \(options.joined(separator: "\n"))
                    esac
                    found+=" \(OptionName.global.map(\.typed).joined(separator: " "))"
                    mapfile -t COMPREPLY < <(compgen -W "$found" -- "$cur")
                    return
                fi
                [[ -n $helping && -z $at ]] && mapfile -t COMPREPLY < <(compgen -W "\(table.topics(in: .english).map(\.word).joined(separator: " "))" -- "$cur")
                case "$at" in
            \(words.joined(separator: "\n"))
            \(arguments.joined(separator: "\n"))
                esac
                [[ -n $found ]] && mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "$found" -- "$cur")
            }

            complete -F _kluis kluis

            """
    }

    private static func complete(_ value: Completed) -> String {
        switch value {
        case .nothing: ":"
        case .file: "_kluis_files -f \"$cur\""
        case .directory: "_kluis_files -d \"$cur\""
        case .choice(let words): "mapfile -t COMPREPLY < <(compgen -W \"\(words.joined(separator: " "))\" -- \"$cur\")"
        }
    }
}
