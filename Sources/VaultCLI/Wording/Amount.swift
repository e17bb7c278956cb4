/// A number and what it counts.
enum Amount: Sentence {
    case cases(Int)
    case notes(Int)
    case attachments(Int)
    case members(Int)
    case entries(Int)
    case parts(Int)
    case items(Int)
    case findings(Int)
    case characters(Int)
    case bytes(Int)

    var dutch: String {
        switch self {
        case .cases(let n): counted(n, "geen", "casus", "casussen")
        case .notes(let n): counted(n, "geen", "notitie", "notities")
        case .attachments(let n): counted(n, "geen", "bijlage", "bijlagen")
        case .members(let n): counted(n, "geen", "lid", "leden")
        case .entries(let n): counted(n, "geen", "regel", "regels")
        case .parts(let n): counted(n, "geen", "onderdeel", "onderdelen")
        case .items(let n): counted(n, "geen", "stuk", "stukken")
        case .findings(let n): counted(n, "geen", "bevinding", "bevindingen")
        case .characters(let n): counted(n, "geen", "teken", "tekens")
        case .bytes(let n): counted(n, "geen", "byte", "bytes")
        }
    }

    var english: String {
        switch self {
        case .cases(let n): counted(n, "no", "case", "cases")
        case .notes(let n): counted(n, "no", "note", "notes")
        case .attachments(let n): counted(n, "no", "attachment", "attachments")
        case .members(let n): counted(n, "no", "member", "members")
        case .entries(let n): counted(n, "no", "entry", "entries")
        case .parts(let n): counted(n, "no", "part", "parts")
        case .items(let n): counted(n, "no", "item", "items")
        case .findings(let n): counted(n, "no", "finding", "findings")
        case .characters(let n): counted(n, "no", "character", "characters")
        case .bytes(let n): counted(n, "no", "byte", "bytes")
        }
    }

    private func counted(_ number: Int, _ none: String, _ one: String, _ more: String) -> String {
        switch number {
        case 0: "\(none) \(more)"
        case 1: "1 \(one)"
        default: "\(number) \(more)"
        }
    }
}
