/// Headings and short lines of what a search found.
enum SearchLabel: Sentence {
    case found(cases: Int, group: String)
    case nothing(group: String)
    case note(Int, String)
    case titleDamaged

    var dutch: String {
        switch self {
        case .found(let cases, let group): "\(group): gevonden in \(Amount.cases(cases).dutch)"
        case .nothing(let group): "In wat jij in \(group) kunt openen is niets gevonden."
        case .note(let note, let snippet): "Notitie \(note): \(snippet)"
        case .titleDamaged: "(de titel is beschadigd)"
        }
    }

    var english: String {
        switch self {
        case .found(let cases, let group): "\(group): found in \(Amount.cases(cases).english)"
        case .nothing(let group): "Nothing was found in what you can open in \(group)."
        case .note(let note, let snippet): "Note \(note): \(snippet)"
        case .titleDamaged: "(the title is damaged)"
        }
    }
}
