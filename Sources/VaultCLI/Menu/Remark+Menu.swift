import VaultCore
import VaultFormat

extension Remark {
    /// Whether it is about a command to type next. Somebody who chooses from a menu types none.
    var isAboutTyping: Bool {
        switch self {
        case .beginGroup, .writeFirstCase, .lookAtCase, .lookAtNotes, .lookAtHistory, .lookAtAttachments, .lookAtReaders,
            .lookAtMembers, .theyAccept, .howToAccept, .checkEverything, .theyBegin, .handOver,
            .exported(.howToVerify), .paper(.theyTakeBack):
            true
        case .keepPassphraseWell, .theyOpenAgain, .keepBackupElsewhere, .othersGetKeys, .lookedAtCase, .lookedAtCases, .lookedAtHistory,
            .lookedAtNotes, .lookedAtAttachments, .savedAttachment, .lookedAtLog, .lookedAtReaders, .searched, .filesStay, .verifiedLog,
            .waiting, .progress, .vaultMoved, .voidEntries, .keysMissing, .backupsEnded, .endsSoon, .draftsGo, .draftsGone, .editorFailed,
            .draftWaits, .useOldBackups, .lookAtLog, .howFarErased,
            .news, .caseDamaged,
            .noteDamaged, .attachmentDamaged, .moreFound, .typedRefused, .typedRefusedBelow, .draftLeft, .pagerKeys, .exported, .paper,
            .trust,
            .unlocking:
            false
        }
    }

    /// What it says to somebody who chooses from a menu.
    func menuText(in language: Language) -> String {
        switch (self, language) {
        case (.keysMissing(circles: 1, let group), .dutch):
            "De sleutel van 1 kring van \(group) is niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om '\(MenuChoice.rewrap.dutch)' te kiezen."
        case (.keysMissing(let circles, let group), .dutch):
            "De sleutels van \(circles) kringen van \(group) zijn niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om '\(MenuChoice.rewrap.dutch)' te kiezen."
        case (.keysMissing(circles: 1, let group), .english):
            "The key of 1 circle of \(group) did not reach you, so you cannot open what is in it; ask somebody else in it to choose '\(MenuChoice.rewrap.english)'."
        case (.keysMissing(let circles, let group), .english):
            "The keys of \(circles) circles of \(group) did not reach you, so you cannot open what is in them; ask somebody else in them to choose '\(MenuChoice.rewrap.english)'."
        case (.backupsEnded(let group), .dutch):
            "\(group) heeft nieuwe sleutels. Reservekopieën van eerder gaan daarmee niet open, dus maak een nieuwe."
        case (.backupsEnded(let group), .english):
            "\(group) has new keys. Backups from before do not open with them, so make a new one."
        case (.draftWaits(let time, let place), .dutch):
            "Er ligt nog een tekst klaar die je op \(Moment(time).day.dutch) niet afmaakte, \(place.menuPlace(.dutch)): doe dat opnieuw, dan ga je ermee verder."
        case (.draftWaits(let time, let place), .english):
            "A text that you did not finish on \(Moment(time).day.english) still lies ready, \(place.menuPlace(.english)): do that again to go on with it."
        case (.useOldBackups, .dutch): "Oude reservekopieën van jouw map van Kluis gaan nog open met je oude wachtzin."
        case (.useOldBackups, .english): "Old backups of your directory of Kluis still open with your old passphrase."
        case (.lookAtLog, .dutch): "Wat er is gedaan, blijft in het logboek staan."
        case (.lookAtLog, .english): "What was done stays in the log."
        case (.howFarErased, .dutch): "Hoe ver het is, zie je later door deze casus nog eens te wissen, of in het logboek."
        case (.howFarErased, .english): "How far it is you see later by erasing this case once more, or in the log."
        case (.paper(.askBack), .dutch):
            "Staat jouw map van Kluis hier nog, dan gaan je groepen weer open. Anders vraag je bij elke groep of je terug mag."
        case (.paper(.askBack), .english):
            "If your directory of Kluis is still here, your groups open again. Else ask each group whether you may come back."
        case (.paper(.clearScreen), .dutch):
            "De woorden staan nog op je scherm. Sluit dit venster als je straks klaar bent met Kluis, en bewaar ze nergens op een computer."
        case (.paper(.clearScreen), .english):
            "The words are still on your screen. Close this window when you are done with Kluis later on, and keep them nowhere on a computer."
        default: text(in: language)
        }
    }
}

extension Draft.Place {
    /// By which choices one comes to it.
    fileprivate func menuPlace(_ language: Language) -> String {
        switch (self, language) {
        case (.newCase, .dutch): "bij '\(MenuChoice.writeCase.dutch)'"
        case (.newCase, .english): "at '\(MenuChoice.writeCase.english)'"
        case (.caseEdit(let number), .dutch): "bij casus \(number), '\(MenuChoice.editCase.dutch)'"
        case (.caseEdit(let number), .english): "at case \(number), '\(MenuChoice.editCase.english)'"
        case (.newNote(let number), .dutch): "bij casus \(number), '\(MenuChoice.addNote.dutch)'"
        case (.newNote(let number), .english): "at case \(number), '\(MenuChoice.addNote.english)'"
        case (.noteEdit(let number, let note), .dutch): "bij casus \(number), notitie \(note), '\(MenuChoice.editNote.dutch)'"
        case (.noteEdit(let number, let note), .english): "at case \(number), note \(note), '\(MenuChoice.editNote.english)'"
        }
    }
}
