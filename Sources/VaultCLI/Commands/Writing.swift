import VaultCore
import VaultFormat
import VaultSystem

/// What became of a text.
struct Written<Kept> {
    let kept: Kept
    /// Whether the text before was shown, so that the log says so.
    let isShown: Bool
}

extension Draft.Place {
    /// The command that goes on with it.
    var command: String {
        switch self {
        case .newCase: "kluis case add"
        case .caseEdit(let number): "kluis case edit \(number)"
        case .newNote(let number): "kluis note add \(number)"
        case .noteEdit(let number, let note): "kluis note edit \(number) \(note)"
        }
    }
}

/// Texts of cases and notes, from standard input or typed by a person.
extension Call {
    /// Gets the text and keeps it. A person types it while the home is not locked, so that other commands can go on; what there is now
    /// is changed on the screen or in the person's editor, or stands above where the terminal cannot show that. Showing it is a reveal,
    /// which the core logs, so a dry run, which may not log, shows nothing. Typed text that is not kept in the vault is left in the home,
    /// to be gone on with.
    func write<Text, Kept>(
        _ source: TextSource<Text>, in session: Session, to place: Draft.Place, parse: ([UInt8]) throws -> Text,
        now: (() throws -> String)? = nil, asking question: (Question.Existing) -> Question, keep: (Text) throws -> Kept
    ) throws -> Written<Kept> {
        switch source {
        case .given(let text): return Written(kept: try keep(text), isShown: false)
        case .asked(let editor):
            let draft = dryRun ? nil : try draftToGoOnWith(place, in: session)
            let before = dryRun || draft != nil ? nil : try now?()
            let isEditable = editor != nil || TerminalText.understandsSequences
            let existing: Question.Existing = before == nil ? .hidden : isEditable ? .editable : .above
            // A window that is closed while somebody types, or is kept waiting for the vault, takes no text with it.
            let signals = HeldSignals()
            session.pause()
            let initial = draft?.text ?? (isEditable ? before : nil) ?? ""
            let typed =
                if let editor {
                    try TextSource<Text>.typed(in: editor, question(existing), initial: initial, language)
                } else {
                    try TextSource<Text>.typed(
                        question(existing), above: existing == .above ? before : nil, initial: initial, isDry: dryRun, language, signals)
                }
            do {
                if let ended = typed.ended { throw TextSource<Text>.trouble(ended) }
                let text = try parse(typed.bytes)
                try session.resume()
                let kept = try keep(text)
                // It is kept, whether or not the home can forget what was left of it.
                if draft != nil { try? session.dropDraft(of: place) }
                return Written(kept: kept, isShown: before != nil)
            } catch {
                throw leave(typed, in: place, of: session, isUnchanged: typed.bytes == Array((before ?? "").utf8), error)
            }
        }
    }

    /// The text that was left in that place, where there is one and the person goes on with it. Throws ``Fault/declined``.
    private func draftToGoOnWith(_ place: Draft.Place, in session: Session) throws -> Draft? {
        guard let draft = try session.draft(of: place) else { return nil }
        if settings.saysYes { return draft }
        while true {
            let question = Question.goOnWithDraft(
                time: draft.time, group: session.groupName, isOvertaken: try session.isOvertaken(draft))
            let typed = try ask(question, in: session).lowercased()
            let answer = typed.filter { !$0.isWhitespace }
            if ["j", "ja", "y", "yes"].contains(answer) { return draft }
            if ["n", "nee", "no"].contains(answer) {
                try session.dropDraft(of: place)
                return nil
            }
        }
    }

    /// Keeps typed text out of harm's way after an error, and says so. Returns the error to end with.
    private func leave(
        _ typed: TypedAnswer, in place: Draft.Place, of session: Session, isUnchanged: Bool, _ error: any Error
    ) -> any Error {
        let isStopped = Trouble(error).isInterruption
        guard !isUnchanged, typed.bytes.contains(where: { $0 > 0x20 }) else { return error }
        if !dryRun, (try? session.leave(typed.bytes, in: place)) != nil {
            if isStopped { return Trouble.interrupted(.draftLeft) }
            speaker.talk(.draftLeft)
        } else {
            if isStopped { return Trouble.interrupted(.textLost) }
            speaker.giveBack(typed)
        }
        return error
    }
}
