/// A piece of the help. Pages for the terminal and the manual page are made of the same pieces.
enum HelpBlock: Equatable {
    case heading(String)
    case paragraph(String)
    /// A command line by itself.
    case command(String)
    /// Something and what it means.
    case term(String, meaning: String)
    /// A command line and what it does.
    case example(String, meaning: String)
    /// What stands before and behind is not one list.
    case gap
}

extension Page {
    private static let column = 27

    /// A page of these pieces.
    init(_ blocks: [HelpBlock]) {
        self.init()
        for (index, block) in blocks.enumerated() {
            switch block {
            case .heading(let text):
                if index > 0 { space() }
                add(text, .strong)
            case .paragraph(let text):
                if index > 0, !blocks[index - 1].isHeading { space() }
                add(text)
            case .command(let line): add(line, indent: 2, hang: 2)
            case .term(let term, let meaning): add(term: term, meaning, column: Self.column)
            case .example(let line, let meaning):
                add(line, indent: 2, hang: 4)
                add(meaning, indent: 6)
            case .gap: space()
            }
        }
    }
}

extension HelpBlock {
    fileprivate var isHeading: Bool {
        if case .heading = self { return true }
        return false
    }
}
