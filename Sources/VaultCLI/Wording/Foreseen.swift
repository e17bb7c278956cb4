/// What a person must know before they answer that they are sure: what is going to happen, and what goes along.
enum Foreseen: Sentence {
    case removal(name: String, group: String)
    case erased([Int], keyOf: String)
    case owed(Int, name: String)
    case leaving(group: String)
    case sharesStay
    case sharesGo
    case erasedMine([Int])
    case notesGo(Int, case: Int, group: String)

    var dutch: String {
        switch self {
        case .removal(let name, let group): "Je gaat \(name) uit \(group) halen."
        case .erased(let cases, let name) where cases.count == 1:
            "Casus \(cases.dutchList) wordt dan gewist, want alleen \(name) heeft er een sleutel van."
        case .erased(let cases, let name):
            "De casussen \(cases.dutchList) worden dan gewist, want alleen \(name) heeft er een sleutel van."
        case .owed(1, let name): "1 kring waar \(name) in zit en jij niet, wacht daarna nog op een nieuwe sleutel."
        case .owed(let circles, let name): "\(circles) kringen waar \(name) in zit en jij niet, wachten daarna nog op een nieuwe sleutel."
        case .leaving(let group): "Je gaat weg uit \(group)."
        case .sharesStay: "Casussen die je hebt gedeeld, blijven dan bij de groep, met jouw naam erbij."
        case .sharesGo: "Casussen die je hebt gedeeld, trek je dan eerst terug, met wat anderen erbij hebben geschreven."
        case .erasedMine(let cases) where cases.count == 1:
            "Casus \(cases.dutchList) wordt dan gewist, want alleen jij hebt er dan een sleutel van."
        case .erasedMine(let cases): "De casussen \(cases.dutchList) worden dan gewist, want alleen jij hebt er dan een sleutel van."
        case .notesGo(1, let number, let group):
            "Bij casus \(number) van \(group) staat 1 notitie van een ander. Trek je de casus terug, dan kan alleen jij die nog openen."
        case .notesGo(let notes, let number, let group):
            "Bij casus \(number) van \(group) staan \(notes) notities van anderen. Trek je de casus terug, dan kan alleen jij die nog openen."
        }
    }

    var english: String {
        switch self {
        case .removal(let name, let group): "You are about to remove \(name) from \(group)."
        case .erased(let cases, let name) where cases.count == 1:
            "Case \(cases.englishList) is then erased, because only \(name) has a key to it."
        case .erased(let cases, let name): "Cases \(cases.englishList) are then erased, because only \(name) has a key to them."
        case .owed(1, let name): "1 circle that \(name) is in and you are not then still waits for a new key."
        case .owed(let circles, let name): "\(circles) circles that \(name) is in and you are not then still wait for a new key."
        case .leaving(let group): "You are about to leave \(group)."
        case .sharesStay: "Cases that you have shared then stay with the group, under your name."
        case .sharesGo: "Cases that you have shared are then withdrawn first, with what others have written beside them."
        case .erasedMine(let cases) where cases.count == 1:
            "Case \(cases.englishList) is then erased, because only you have a key to it then."
        case .erasedMine(let cases): "Cases \(cases.englishList) are then erased, because only you have a key to them then."
        case .notesGo(1, let number, let group):
            "Case \(number) of \(group) has 1 note by somebody else. If you withdraw the case, only you can still open it."
        case .notesGo(let notes, let number, let group):
            "Case \(number) of \(group) has \(notes) notes by others. If you withdraw the case, only you can still open them."
        }
    }
}
