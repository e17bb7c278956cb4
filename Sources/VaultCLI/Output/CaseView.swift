import VaultCore
import VaultFormat
import VaultLog

/// One case, with its notes.
struct CaseView {
    let shown: CaseAnswer
    let group: String
    let language: Language

    /// The members of `data`.
    var data: [JSON.Member] {
        [
            JSON.Member("case", .int(shown.number)), JSON.Member("title", .string(shown.text.title)),
            JSON.Member("pitch", JSON(shown.text.pitch)), JSON.Member("body", shown.isTextShared ? .string(shown.text.body) : .null),
            JSON.Member("author", .string(shown.author)), JSON.Member("state", .string(shown.state.rawValue)),
            JSON.Member("version", .int(shown.version)), JSON.Member("updated", .string(shown.updated.text)),
            JSON.Member("notes", .array(NotesView(notes: shown.notes, language: language).items.map(JSON.object))),
            JSON.Member("attachments", .array(attachments.items.map(JSON.object))),
        ]
    }

    private var attachments: AttachmentsView { AttachmentsView(attachments: shown.attachments, language: language) }

    /// What people read.
    var page: Page {
        var page = Page()
        page.add(Label.caseHeading(number: shown.number, group: group).text(in: language), .faint)
        page.add(shown.text.title, .strong)
        let byline = Label.byline(author: shown.author, state: shown.state, version: shown.version, updated: shown.updated)
        page.add(byline.text(in: language), .faint)
        if let pitch = shown.text.pitch {
            page.space()
            page.add(Label.pitch(pitch).text(in: language))
        }
        if !shown.isTextShared {
            page.space()
            page.add(Label.textNotShared(author: shown.author).text(in: language))
        } else if !shown.text.body.isEmpty {
            page.space()
            page.addText(shown.text.body)
        }
        if !shown.notes.isEmpty {
            page.space()
            page.add(Label.notes(shown.notes.count).text(in: language), .strong)
            NotesView(notes: shown.notes, language: language).write(on: &page)
        }
        if !shown.attachments.isEmpty {
            page.space()
            page.add(Label.attachments(shown.attachments.count).text(in: language), .strong)
            attachments.write(on: &page)
        }
        return page
    }
}

/// The notes on one case.
struct NotesView {
    let notes: [NoteAnswer]
    let language: Language

    /// The elements of `notes` and of `items`.
    var items: [[JSON.Member]] {
        notes.map { note in
            [
                JSON.Member("note", .int(note.number)), JSON.Member("author", .string(note.author)),
                JSON.Member("time", .string(note.time.text)), JSON.Member("text", .string(note.text)),
            ]
        }
    }

    /// Writes them below what the page has.
    func write(on page: inout Page) {
        for note in notes {
            page.space()
            let heading = Label.noteHeading(note: note.number, author: note.author, time: note.time)
            page.add(heading.text(in: language), .faint, indent: 2)
            page.addText(note.text, indent: 2)
        }
    }
}

/// A list of cases.
struct CaseListView {
    let cases: [CaseListing]
    let group: String
    let language: Language

    /// The elements of `items`.
    var items: [[JSON.Member]] {
        cases.map { listed in
            [
                JSON.Member("case", .int(listed.number)), JSON.Member("title", .string(listed.title)),
                JSON.Member("pitch", JSON(listed.pitch)), JSON.Member("author", .string(listed.author)),
                JSON.Member("state", .string(listed.state.rawValue)), JSON.Member("updated", .string(listed.updated.text)),
                JSON.Member("notes", .int(listed.notes)), JSON.Member("attachments", .int(listed.attachments)),
                JSON.Member("read_by", .int(listed.readBy)),
            ]
        }
    }

    /// What people read: three or four lines for each case, its number first.
    var page: Page {
        var page = Page()
        let heading: Label = cases.isEmpty ? .noCases(group: group) : .cases(cases.count, group: group)
        page.add(heading.text(in: language), cases.isEmpty ? .plain : .strong)
        for listed in cases {
            page.space()
            page.add(Label.caseLine(number: listed.number, title: listed.title).text(in: language), .strong)
            if let pitch = listed.pitch { page.add(Label.pitch(pitch).text(in: language), indent: 3) }
            let facts = Label.caseFacts(author: listed.author, state: listed.state, updated: listed.updated)
            let counts = Label.caseCounts(
                notes: listed.notes, attachments: listed.attachments, readBy: listed.readByOthers, isWhole: listed.knowsAllReads)
            page.add(facts.text(in: language), .faint, indent: 3)
            page.add(counts.text(in: language), .faint, indent: 3)
        }
        return page
    }
}
