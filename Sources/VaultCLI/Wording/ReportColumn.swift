/// Heads of the columns of a report's tables, and what stands in their cells beside names and numbers.
enum ReportColumn: Sentence, Equatable {
    case time, what, why, member, person(Int), theCase, day, explained, unexplained, serious, people, rule, found

    var dutch: String {
        switch self {
        case .time: "Regel, tijd"
        case .what: "Wat"
        case .why: "Waarom"
        case .member: "Lid"
        case .person(let number): "Lid \(number)"
        case .theCase: "Casus"
        case .day: "Dag"
        case .explained: "Verklaard"
        case .unexplained: "Onverklaard"
        case .serious: "Bekijken"
        case .people: "Mensen"
        case .rule: "Waarop"
        case .found: "Gevonden"
        }
    }

    var english: String {
        switch self {
        case .time: "Entry, time"
        case .what: "What"
        case .why: "Why"
        case .member: "Member"
        case .person(let number): "Member \(number)"
        case .theCase: "Case"
        case .day: "Day"
        case .explained: "Explained"
        case .unexplained: "Unexplained"
        case .serious: "Look at"
        case .people: "People"
        case .rule: "Rule"
        case .found: "Found"
        }
    }
}
