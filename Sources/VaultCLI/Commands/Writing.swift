import VaultCore
import VaultFormat
import VaultSystem

/// What became of a text.
struct Written<Kept> {
    let kept: Kept
    /// Whether the text before was shown, so that the log says so.
    let isShown: Bool
    /// Whether what there was has been left as it was.
    var isUnchanged = false
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
    /// to be gone on with. `keep` hears which version the person knew when they began, where there was one; what was left as it was is not
    /// kept anew, and `same` says what that comes to.
    func write<Text, Kept>(
        _ source: TextSource<Text>, in session: Session, to place: Draft.Place, parse: ([UInt8]) throws -> Text,
        now: (() throws -> String)? = nil, same: ((Int) -> Kept)? = nil, asking question: (Question.Existing) -> Question,
        keep: (Text, Int?) throws -> Kept
    ) throws -> Written<Kept> {
        switch source {
        case .given(let text): return Written(kept: try keep(text, nil), isShown: false)
        case .asked(let editor):
            let draft = dryRun ? nil : try draftToGoOnWith(place, in: session)
            let base = now == nil ? nil : try session.version(of: place)
            let before = dryRun || draft != nil ? nil : try now?()
            let canShow = editor != nil || TerminalText.understandsSequences
            let existing: Question.Existing = before == nil ? .hidden : canShow ? .editable : .above
            let asked = AskedText(
                question: question(existing), above: existing == .above ? before : nil,
                initial: draft?.text ?? (canShow ? before : nil) ?? "", isDry: dryRun, language: language)
            // A window that is closed while somebody types, or is kept waiting for the vault, takes no text with it.
            let signals = HeldSignals()
            session.pause()
            let typed = try TextSource<Text>.typed(asked, in: editor, signals)
            do {
                if let ended = typed.ended { throw TextSource<Text>.trouble(ended) }
                let text = try parse(typed.bytes)
                try session.resume()
                if let same, let base, let before, typed.bytes == Array(before.utf8) {
                    return Written(kept: same(base), isShown: true, isUnchanged: true)
                }
                let kept = try keep(text, base)
                // It is kept, whether or not the home can forget what was left of it.
                if let draft { try? session.drop(draft) }
                return Written(kept: kept, isShown: before != nil)
            } catch {
                let isUnchanged = typed.bytes == Array((before ?? "").utf8)
                throw isUnchanged ? error : leave(typed, in: place, from: base, insteadOf: draft, of: session, error)
            }
        }
    }

    /// The text that was left in that place, where there is one and the person goes on with it. Throws ``Trouble`` `.interrupted` where
    /// they leave it for later.
    private func draftToGoOnWith(_ place: Draft.Place, in session: Session) throws -> Draft? {
        for draft in try session.drafts(in: place) {
            if settings.saysYes { return draft }
            let question = Question.goOnWithDraft(
                draft.place, time: draft.time, group: session.groupName, isOvertaken: try session.isOvertaken(draft))
            switch try isYes(question, in: session) {
            case true?: return draft
            case false?: try session.drop(draft)
            case nil: throw Trouble.interrupted(.draftLeft)
            }
        }
        return nil
    }

    /// Nil for an empty answer, and for Ctrl-D.
    private func isYes(_ question: Question, in session: Session) throws -> Bool? {
        while true {
            let typed: String
            do { typed = try ask(question, in: session) } catch Fault.declined { return nil }
            let answer = typed.lowercased().filter { !$0.isWhitespace }
            if answer.isEmpty { return nil }
            if ["j", "ja", "y", "yes"].contains(answer) { return true }
            if ["n", "nee", "no"].contains(answer) { return false }
        }
    }

    /// Keeps typed text out of harm's way after an error, and says so. Returns the error to end with.
    private func leave(
        _ typed: TypedAnswer, in place: Draft.Place, from base: Int?, insteadOf draft: Draft?, of session: Session, _ error: any Error
    ) -> any Error {
        let trouble = Trouble(error)
        guard typed.bytes.contains(where: { $0 > 0x20 }) else { return error }
        // Who is no member any more has no command that would go on with it.
        let isLeft =
            !dryRun && trouble.code != .removed && (try? session.leave(typed.bytes, in: place, from: base, insteadOf: draft)) != nil
        if isLeft {
            if trouble.isInterruption { return Trouble.interrupted(.draftLeft) }
            speaker.talk(.draftLeft)
        } else {
            if !trouble.isInterruption || !dryRun && !typed.isOnScreen { speaker.giveBack(typed) }
            if trouble.isInterruption { return Trouble.interrupted(.textLost) }
        }
        return error
    }
}
