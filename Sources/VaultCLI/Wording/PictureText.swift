import VaultAudit
import VaultFormat

/// Titles of a report's pictures, and what they show for whoever does not see them.
enum PictureText: Sentence {
    case week
    case weekAbout(busiest: (day: Int, hour: Int, count: Int)?)
    case weekday(Int)
    case cases
    case casesAbout(shown: Int, of: Int, busiest: (number: Int, count: Int)?)
    case caseRow(Int)
    case lanes
    case lanesAbout(people: Int, epochs: Int)
    case epochs
    case lane(String, Lanes.Lane)

    var dutch: String {
        switch self {
        case .week: "Keren per uur van de week (UTC)"
        case .weekAbout(nil): "Niemand keek in deze periode."
        case .weekAbout(let busiest?):
            "Het vaakst is er gekeken op \(Self.daysDutch[busiest.day]) tussen \(busiest.hour) en \(busiest.hour + 1) uur: \(busiest.count) keer. Elk vakje is een uur; hoe donkerder, hoe vaker."
        case .weekday(let day): String(Self.daysDutch[day].prefix(2))
        case .cases: "Keren per casus door de tijd"
        case .casesAbout(_, _, nil): "Er is in deze periode geen casus geopend."
        case .casesAbout(let shown, let all, let busiest?):
            (shown < all ? "De \(shown) casussen van de \(all) waar het vaakst naar is gekeken. " : "")
                + "Het vaakst is gekeken naar casus \(busiest.number): \(busiest.count) keer. Hoe hoger de balk, hoe vaker; de tabel per casus noemt de aantallen."
        case .caseRow(let number): "casus \(number)"
        case .lanes: "Wie wanneer bij de groep hoorde, en wanneer de sleutel van het logboek wisselde"
        case .lanesAbout(let people, let epochs):
            "Een balk voor elk lid, samen \(people). Een streepje is een nieuwe sleutel van het logboek; er kwam \(epochs) keer een nieuwe."
        case .epochs: "nieuwe sleutels"
        case .lane(let name, let lane):
            "\(name), \(lane.role.dutch): \(lane.from.day.text) – \(lane.how.map { "\(lane.to.day.text), \($0.dutch)" } ?? "nu")"
        }
    }

    var english: String {
        switch self {
        case .week: "Looks by hour of the week (UTC)"
        case .weekAbout(nil): "Nobody looked in this period."
        case .weekAbout(let busiest?):
            "Most looks were on \(Self.daysEnglish[busiest.day]) between \(busiest.hour):00 and \(busiest.hour + 1):00: \(busiest.count). Each square is an hour; the darker, the more."
        case .weekday(let day): String(Self.daysEnglish[day].prefix(2))
        case .cases: "Looks by case over time"
        case .casesAbout(_, _, nil): "No case was opened in this period."
        case .casesAbout(let shown, let all, let busiest?):
            (shown < all ? "The \(shown) cases of \(all) that were looked at most. " : "")
                + "Most looks were at case \(busiest.number): \(busiest.count). The higher the bar, the more; the table by case has the numbers."
        case .caseRow(let number): "case \(number)"
        case .lanes: "Who was in the group when, and when the key of the log changed"
        case .lanesAbout(let people, let epochs):
            "A bar for each member, \(people) in all. A mark is a new key of the log; new keys in all: \(epochs)."
        case .epochs: "new keys"
        case .lane(let name, let lane):
            "\(name), \(lane.role.english): \(lane.from.day.text) – \(lane.how.map { "\(lane.to.day.text), \($0.english)" } ?? "now")"
        }
    }

    private static let daysDutch = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    private static let daysEnglish = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
