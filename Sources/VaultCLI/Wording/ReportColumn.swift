/// Heads of the columns of a report's tables, and what stands in their cells beside names and numbers.
enum ReportColumn: Sentence, Equatable {
    case entry, time, what, why, member, person(Int), theCase, day, explained, unexplained, serious, people, rule, verdict, found

    var dutch: String {
        switch self {
        case .entry: "Regel"
        case .time: "Tijd"
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
        case .verdict: "Oordeel"
        case .found: "Gevonden"
        }
    }

    var english: String {
        switch self {
        case .entry: "Entry"
        case .time: "Time"
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
        case .verdict: "Verdict"
        case .found: "Found"
        }
    }
}
