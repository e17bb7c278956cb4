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
    /// So many bytes of text, for people who count letters: nearly all of one byte, and so a little fewer than that.
    case letters(Int)
    /// Of a file: bytes, or thousands or millions of them.
    case size(Int)

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
        case .letters(let n): "ongeveer \(rounded(n, separator: ".")) letters"
        case .size(let n): n < 1000 ? Amount.bytes(n).dutch : scaled(n, point: ",")
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
        case .letters(let n): "about \(rounded(n, separator: ",")) letters"
        case .size(let n): n < 1000 ? Amount.bytes(n).english : scaled(n, point: ".")
        }
    }

    /// With one decimal, rounded up: room for what is said is room enough.
    private func scaled(_ bytes: Int, point: String) -> String {
        let tenths = (bytes + 99) / 100
        if tenths < 10_000 { return "\(tenths / 10)\(point)\(tenths % 10) kB" }
        let millions = (bytes + 99_999) / 100_000
        if millions < 10_000 { return "\(millions / 10)\(point)\(millions % 10) MB" }
        let thousands = (bytes + 99_999_999) / 100_000_000
        return "\(thousands / 10)\(point)\(thousands % 10) GB"
    }

    /// Rounded down to two digits and zeros, in groups of three.
    private func rounded(_ number: Int, separator: Character) -> String {
        var unit = 1
        while number / unit >= 100 { unit *= 10 }
        var text = ""
        for (place, digit) in String(number / unit * unit).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.insert(separator, at: text.startIndex) }
            text.insert(digit, at: text.startIndex)
        }
        return text
    }

    private func counted(_ number: Int, _ none: String, _ one: String, _ more: String) -> String {
        switch number {
        case 0: "\(none) \(more)"
        case 1: "1 \(one)"
        default: "\(number) \(more)"
        }
    }
}
