/// What somebody may have meant by a word that is no command or no option. Every answer comes from the tables: what was typed never
/// comes back, and a word that is long enough to be a secret is not compared at all.
enum Suggestion {
    private static let longest = 20
    private static let most = 3

    /// The commands, or the first words of commands, that these words may have stood for; at most three. `path` is what is known already.
    static func commands(for words: [String], under path: [String]) -> [String] {
        guard let word = words.first?.lowercased(), isComparable(word) else { return [] }
        let below = meant(by: word, among: names(under: path)).flatMap { name in whole(path + [name], words.dropFirst()) }
        if !below.isEmpty { return Array(below.prefix(most)) }
        return Array(elsewhere(word, before: words.dropFirst().first?.lowercased()).prefix(most))
    }

    /// The topics of `kluis help`, and else the commands.
    static func helpPages(for words: [String], under path: [String]) -> [String] {
        guard path.isEmpty, let word = words.first?.lowercased(), isComparable(word) else { return commands(for: words, under: path) }
        let topics = meant(by: word, among: HelpTopic.allCases.map(\.rawValue))
        return topics.isEmpty ? commands(for: words, under: path) : topics
    }

    /// The option that may have been meant, with that command where it is known.
    static func option(for typed: String, with command: CommandName?) -> OptionName? {
        let typed = typed.lowercased()
        guard isComparable(typed) else { return nil }
        let options = command.map { $0.options + OptionName.global } ?? OptionName.allCases
        let bare = String(typed.drop { $0 == "-" })
        let names = options.map { String($0.typed.dropFirst(2)) }
        guard let name = (Meaning.options[bare].map { [$0] } ?? nearest(bare, among: names)).first else { return nil }
        return options.first { $0.typed == "--" + name }
    }

    /// The words that can follow.
    private static func names(under path: [String]) -> [String] {
        CommandName.beginning(with: path).compactMap { $0.words.dropFirst(path.count).first }.distinct + (path.isEmpty ? ["help"] : [])
    }

    /// A known word is itself; else what it means in another language or another program, else what looks like it, else what begins so.
    private static func meant(by word: String, among names: [String]) -> [String] {
        if names.contains(word) { return [word] }
        let translated = (Meaning.words[word] ?? []).filter(names.contains)
        if !translated.isEmpty { return translated }
        let near = nearest(word, among: names)
        return near.isEmpty && word.count >= 3 ? names.filter { $0.hasPrefix(word) } : near
    }

    /// A whole command, where the words behind lead to one; else as far as is known.
    private static func whole(_ path: [String], _ rest: ArraySlice<String>) -> [String] {
        let known = path.joined(separator: " ")
        guard CommandName(rawValue: known) == nil, let next = rest.first?.lowercased(), isComparable(next) else { return [known] }
        let below = meant(by: next, among: names(under: path)).map { known + " " + $0 }
        return below.isEmpty ? [known] : below
    }

    /// A second word without its first, the two in the wrong order, or the two in one.
    private static func elsewhere(_ word: String, before next: String?) -> [String] {
        let pairs = CommandName.allCases.filter { $0.words.count == 2 }
        let joined = pairs.filter { ["", "-", "_", ":", "."].map($0.words.joined(separator:)).contains(word) }
        if !joined.isEmpty { return joined.map(\.rawValue) }
        let seconds = meant(by: word, among: pairs.map { $0.words[1] }.distinct)
        let found = pairs.filter { seconds.contains($0.words[1]) }
        let firsts = next.map { meant(by: $0, among: names(under: [])) } ?? []
        let turned = found.filter { firsts.contains($0.words[0]) }
        // Most people who forget the first word mean a case.
        let sorted = found.filter { $0.words[0] == "case" } + found.filter { $0.words[0] != "case" }
        return (turned.isEmpty ? sorted : turned).map(\.rawValue)
    }

    private static func isComparable(_ word: String) -> Bool { !word.isEmpty && word.unicodeScalars.count <= longest }

    /// The names that differ least, and no more than a slip of the hand.
    private static func nearest(_ word: String, among names: [String]) -> [String] {
        let near = names.map { ($0, distance(word, $0)) }.filter { name, distance in distance <= (max(name.count, word.count) < 6 ? 1 : 2) }
        guard let least = near.map(\.1).min() else { return [] }
        return near.filter { $0.1 == least }.map(\.0)
    }

    /// How many letters have to be put in, left out, replaced, or exchanged with the next (the optimal string alignment distance).
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        var (before, above) = ([Int](), Array(0...right.count))
        for row in left.indices {
            var now = [row + 1]
            for column in right.indices {
                let replaced = above[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(replaced, above[column + 1] + 1, now[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                now.append(least)
            }
            (before, above) = (above, now)
        }
        return above[right.count]
    }
}

extension [String] {
    /// Without what was there before, in the same order.
    fileprivate var distinct: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
