import ArgumentParser
import VaultCore
import VaultFormat
import VaultSystem

/// `kluis note add CASE`
struct NoteAdd: Command {
    static let configuration = CommandConfiguration(commandName: "add")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Option var editor: OutsideEditor?

    func answer(_ call: Call) throws -> Answer {
        let (session, source) = try call.openToWrite(in: call.editor(editor), NoteText.parse)
        try session.requireOpenForNotes(case: number.value)
        let note = try call.write(
            source, in: session, to: .newNote(case: number.value), parse: NoteText.parse,
            asking: { _ in .noteText(number: number.value, group: session.groupName) }
        ) { text, _ in try session.addNote(text, toCase: number.value, dryRun: call.dryRun) }.kept
        let deed: Deed =
            call.dryRun
            ? .noteWouldBeKept(number: number.value, note: note, group: session.groupName)
            : .noteKept(number: number.value, note: note, group: session.groupName)
        return Answer(
            data: [JSON.Member("case", .int(number.value)), JSON.Member("note", .int(note))], page: call.page(deed),
            remarks: [.lookAtNotes(case: number.value)]
        ).marked(dryRun: call.dryRun)
    }
}

/// `kluis note list CASE`
struct NoteList: Command {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let notes = try session.notes(ofCase: number.value)
        let view = NotesView(notes: notes.items, language: call.language)
        var page = Page()
        let heading: Label =
            notes.items.isEmpty
            ? .noNotes(number: number.value, group: session.groupName) : .notesHeading(number: number.value, group: session.groupName)
        page.add(heading.text(in: call.language), notes.items.isEmpty ? .plain : .strong)
        view.write(on: &page)
        var answer = Answer.list(view.items, page: page)
        answer.notices = notes.damaged.map { Notice(code: .partDamaged, remark: .noteDamaged(number.value, $0)) }
        answer.isForReading = true
        answer.remarks = [.lookedAtNotes]
        return answer
    }
}

/// `kluis note edit CASE NOTE`
struct NoteEdit: Command {
    static let configuration = CommandConfiguration(commandName: "edit")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Argument var note: ItemNumber
    @Option var editor: OutsideEditor?

    func answer(_ call: Call) throws -> Answer {
        let (session, source) = try call.openToWrite(in: call.editor(editor), NoteText.parse)
        let written = try call.write(
            source, in: session, to: .noteEdit(case: number.value, note: note.value), parse: NoteText.parse,
            now: { try session.currentText(ofNote: note.value, inCase: number.value) }, same: { $0 },
            asking: { .newNoteText(number: number.value, note: note.value, group: session.groupName, $0) }
        ) { text, base in try session.edit(note: note.value, ofCase: number.value, text, expecting: base, dryRun: call.dryRun) }
        let version = written.kept
        let deed: Deed =
            written.isUnchanged
            ? .noteUnchanged(number: number.value, note: note.value, version: version, group: session.groupName)
            : call.dryRun
                ? .noteWouldBeEdited(number: number.value, note: note.value, version: version, group: session.groupName)
                : .noteEdited(number: number.value, note: note.value, version: version, group: session.groupName)
        let data = [
            JSON.Member("case", .int(number.value)), JSON.Member("note", .int(note.value)), JSON.Member("version", .int(version)),
        ]
        return Answer(
            data: data, page: call.page(deed),
            remarks: (written.isShown ? [.lookedAtNotes] : []) + [.lookAtNotes(case: number.value)]
        ).marked(dryRun: call.dryRun)
    }
}
