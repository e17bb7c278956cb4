import VaultCore

/// What a search found.
struct FoundView {
    let items: [SearchItem]
    let group: String
    let language: Language

    /// The elements of `items`.
    var json: [[JSON.Member]] {
        items.map { item in
            [
                JSON.Member("case", .int(item.caseNumber)), JSON.Member("note", JSON(item.note)), JSON.Member("title", JSON(item.title)),
                JSON.Member("snippet", .string(item.snippet)),
            ]
        }
    }

    /// What people read: a case's number and title, and below them where it was found.
    var page: Page {
        let cases = Set(items.map(\.caseNumber)).count
        var page = Page()
        let heading: SearchLabel = cases == 0 ? .nothing(group: group) : .found(cases: cases, group: group)
        page.add(heading.text(in: language), cases == 0 ? .plain : .strong)
        var last: Int?
        for item in items {
            if item.caseNumber != last {
                page.space()
                let title = item.title ?? SearchLabel.titleDamaged.text(in: language)
                page.add(Label.caseLine(number: item.caseNumber, title: title).text(in: language), .strong)
            }
            last = item.caseNumber
            switch item.place {
            case .title: break
            case .pitch: page.add(Label.pitch(item.snippet).text(in: language), indent: 3)
            case .body: page.add(item.snippet, indent: 3)
            case .note: page.add(SearchLabel.note(item.note ?? 0, item.snippet).text(in: language), indent: 3)
            }
        }
        return page
    }
}
