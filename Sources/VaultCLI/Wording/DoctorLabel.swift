import VaultCore

/// What surrounds the findings of `kluis doctor`.
enum DoctorLabel: Sentence {
    case line(CheckupFinding.Status, String)
    case summary(_ mend: Int, _ look: Int)

    var dutch: String {
        switch self {
        case .line(.good, let text): "Goed: \(text)"
        case .line(.unknown, let text): "Onbekend: \(text)"
        case .line(.look, let text): "Let op: \(text)"
        case .line(.mend, let text): "Moet anders: \(text)"
        case .summary(0, 0): "Er is niets te doen."
        case .summary(0, 1): "Er is 1 ding om naar te kijken."
        case .summary(0, let look): "Er zijn \(look) dingen om naar te kijken."
        case .summary(1, 0): "Er is 1 ding dat anders moet."
        case .summary(let mend, 0): "Er zijn \(mend) dingen die anders moeten."
        case .summary(1, 1): "Er is 1 ding dat anders moet, en 1 om naar te kijken."
        case .summary(1, let look): "Er is 1 ding dat anders moet, en er zijn er \(look) om naar te kijken."
        case .summary(let mend, 1): "Er zijn \(mend) dingen die anders moeten, en er is er 1 om naar te kijken."
        case .summary(let mend, let look): "Er zijn \(mend) dingen die anders moeten, en \(look) om naar te kijken."
        }
    }

    var english: String {
        switch self {
        case .line(.good, let text): "Good: \(text)"
        case .line(.unknown, let text): "Unknown: \(text)"
        case .line(.look, let text): "Look at this: \(text)"
        case .line(.mend, let text): "To be mended: \(text)"
        case .summary(0, 0): "There is nothing to do."
        case .summary(0, 1): "There is 1 thing to look at."
        case .summary(0, let look): "There are \(look) things to look at."
        case .summary(1, 0): "There is 1 thing to be mended."
        case .summary(let mend, 0): "There are \(mend) things to be mended."
        case .summary(1, 1): "There is 1 thing to be mended, and 1 to look at."
        case .summary(1, let look): "There is 1 thing to be mended, and there are \(look) to look at."
        case .summary(let mend, 1): "There are \(mend) things to be mended, and there is 1 to look at."
        case .summary(let mend, let look): "There are \(mend) things to be mended, and \(look) to look at."
        }
    }
}
