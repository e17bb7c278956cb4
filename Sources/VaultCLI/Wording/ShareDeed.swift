import VaultFormat

/// What sharing and withdrawing did, or would do, and for whom.
enum ShareDeed: Sentence {
    case caseShared(Int, group: String)
    case caseWouldBeShared(Int, group: String)
    case readers([String])
    case summaryOnly([String])
    case leftOut([String], number: Int)
    case caseWithdrawn(Int, group: String)
    case caseWouldBeWithdrawn(Int, group: String)
    case notesWent(Int)
    case notesWouldGo(Int)
    case attachmentsWent(Int)
    case attachmentsWouldGo(Int)
    case readersHeading(Int, group: String)
    case noReaders(Int, group: String)
    case reader(name: String, first: Instant, last: Instant, count: Int)
    case whatKeysReach

    var dutch: String {
        switch self {
        case .caseShared(let number, let group): "Casus \(number) van \(group) is gedeeld."
        case .caseWouldBeShared(let number, let group): "Casus \(number) van \(group) zou worden gedeeld; er is nu niets veranderd."
        case .readers(let names) where names.count == 1: "Helemaal te openen voor: alleen \(names.dutchList)."
        case .readers(let names): "Helemaal te openen voor: \(names.dutchList)."
        case .summaryOnly(let names): "Alleen titel en pitch te zien voor: \(names.dutchList)."
        case .leftOut(let names, let number):
            "Dicht voor: \(names.dutchList). Titel en tekst blijven daar weg; wel te zien is dat casus \(number) bestaat, en in het logboek wie hem deelt en opent."
        case .caseWithdrawn(let number, let group):
            "Casus \(number) van \(group) is teruggetrokken: vanaf nu kan alleen jij hem openen. Wie hem al las, kan nog weten of bewaard hebben wat erin stond."
        case .caseWouldBeWithdrawn(let number, let group):
            "Casus \(number) van \(group) zou worden teruggetrokken, zodat alleen jij hem kunt openen; er is nu niets veranderd."
        case .notesWent(1): "1 notitie van een ander ging mee: ook die kan alleen jij nu openen."
        case .notesWent(let notes): "\(notes) notities van anderen gingen mee: ook die kan alleen jij nu openen."
        case .notesWouldGo(1): "1 notitie van een ander zou meegaan: ook die kan dan alleen jij openen."
        case .notesWouldGo(let notes): "\(notes) notities van anderen zouden meegaan: ook die kan dan alleen jij openen."
        case .attachmentsWent(1): "1 bijlage van een ander ging mee: ook die kan alleen jij nu openen."
        case .attachmentsWent(let attachments): "\(attachments) bijlagen van anderen gingen mee: ook die kan alleen jij nu openen."
        case .attachmentsWouldGo(1): "1 bijlage van een ander zou meegaan: ook die kan dan alleen jij openen."
        case .attachmentsWouldGo(let attachments):
            "\(attachments) bijlagen van anderen zouden meegaan: ook die kan dan alleen jij openen."
        case .readersHeading(let number, let group): "\(group), wie casus \(number) openden"
        case .noReaders(let number, let group): "Casus \(number) van \(group) is nog door niemand geopend."
        case .reader(let name, let first, _, 1): "\(name): 1 keer, op \(first.dutch)"
        case .reader(let name, let first, let last, let count):
            "\(name): \(count) keer, voor het eerst op \(first.dutch), voor het laatst op \(last.dutch)"
        case .whatKeysReach: "Meer hierover kun jij niet zien."
        }
    }

    var english: String {
        switch self {
        case .caseShared(let number, let group): "Case \(number) of \(group) has been shared."
        case .caseWouldBeShared(let number, let group): "Case \(number) of \(group) would be shared; nothing has changed now."
        case .readers(let names) where names.count == 1: "Can open all of it: only \(names.englishList)."
        case .readers(let names): "Can open all of it: \(names.englishList)."
        case .summaryOnly(let names): "Can see only title and pitch: \(names.englishList)."
        case .leftOut(let names, let number):
            "Closed to: \(names.englishList). No title and no text is shown there; what can be seen is that case \(number) exists, and in the log who shares and opens it."
        case .caseWithdrawn(let number, let group):
            "Case \(number) of \(group) has been withdrawn: from now on only you can open it. Whoever read it may still know or have kept what was in it."
        case .caseWouldBeWithdrawn(let number, let group):
            "Case \(number) of \(group) would be withdrawn, so that only you can open it; nothing has changed now."
        case .notesWent(1): "1 note by somebody else went with it: that too only you can open now."
        case .notesWent(let notes): "\(notes) notes by others went with it: those too only you can open now."
        case .notesWouldGo(1): "1 note by somebody else would go with it: that too only you could open then."
        case .notesWouldGo(let notes): "\(notes) notes by others would go with it: those too only you could open then."
        case .attachmentsWent(1): "1 attachment by somebody else went with it: that too only you can open now."
        case .attachmentsWent(let attachments): "\(attachments) attachments by others went with it: those too only you can open now."
        case .attachmentsWouldGo(1): "1 attachment by somebody else would go with it: that too only you could open then."
        case .attachmentsWouldGo(let attachments):
            "\(attachments) attachments by others would go with it: those too only you could open then."
        case .readersHeading(let number, let group): "\(group), who opened case \(number)"
        case .noReaders(let number, let group): "Nobody has opened case \(number) of \(group) yet."
        case .reader(let name, let first, _, 1): "\(name): once, on \(first.english)"
        case .reader(let name, let first, let last, let count):
            "\(name): \(count) times, first on \(first.english), last on \(last.english)"
        case .whatKeysReach: "More of it you cannot see."
        }
    }
}
