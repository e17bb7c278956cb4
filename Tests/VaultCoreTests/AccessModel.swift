/// Who can open what: a small model, written from the promises and not from the program. It knows circles, who is in them, who was ever
/// given the key they have now, and in which circle each half of a case stands; no bytes, no entries, no generations of anything but these.
struct AccessModel: Equatable {
    /// Everybody of the story. `dewiAnew` is Dewi with a new laptop: the same member, other keys.
    enum Person: String, CaseIterable {
        case anna, bram, chris, dewi, dewiAnew, ewa, fenna, gijs, hugo

        /// Whose number in the group it is.
        var slot: Person { self == .dewiAnew ? .dewi : self }
    }

    enum Role { case member, guest, auditor }

    enum Kind { case log, group, own, some }

    struct Circle: Equatable {
        let kind: Kind
        /// Who is in it.
        var members: Set<Person>
        /// Who ever had its present key: those who are in it, and until the next rotation those who have gone.
        var holders: Set<Person>
        var owes = false
    }

    enum Standing { case draft, shared, closed }

    struct Case: Equatable {
        let author: Person
        var standing: Standing
        var version = 1
        /// Circles of title and pitch, and of text and notes; nil when the last who had the key has gone.
        var summary: Int?
        var body: Int?
        /// Who wrote each note.
        var notes: [Person] = []
    }

    static let log = 0
    var circles: [Int: Circle]
    /// The circle of all members now.
    var group = 1
    var cases: [Int: Case] = [:]
    /// Who is or was in the group, as what.
    var roles: [Person: Role] = [.anna: .member]
    var gone: Set<Person> = []
    /// Last days; today is a number too.
    var until: [Person: Int] = [:]
    var today = 0
    /// Everybody who ever was a member, by number; who took a place has its number.
    var arrivals: [Person] = [.anna]
    /// Who was given each epoch's key, from the first.
    var epochs: [Set<Person>] = [[.anna]]
    /// The day on which each began.
    var epochDays = [0]
    /// The day on which each joined.
    var since: [Person: Int] = [.anna: 0]
    /// The first epoch of which somebody may know who looked at what.
    var readsFrom: [Person: Int] = [.anna: 1]
    private var nextCircle = 2

    /// Anna's group of one.
    init() {
        circles = [
            Self.log: Circle(kind: .log, members: [.anna], holders: [.anna]), 1: Circle(kind: .group, members: [.anna], holders: [.anna]),
        ]
    }

    // MARK: What follows from it

    func isActive(_ person: Person) -> Bool { roles[person] != nil && !gone.contains(person) }

    func isWithin(_ person: Person) -> Bool { until[person].map { today <= $0 } ?? true }

    /// Whether the program does anything for that person.
    func mayAct(_ person: Person) -> Bool { isActive(person) && isWithin(person) }

    func isIn(_ person: Person, _ circle: Int?) -> Bool { circle.flatMap { circles[$0] }?.members.contains(person) ?? false }

    /// Whether any key that person ever had opens what is sealed in the circle now.
    func hadKey(_ person: Person, _ circle: Int?) -> Bool { circle.flatMap { circles[$0] }?.holders.contains(person) ?? false }

    func sees(_ person: Person, _ number: Int) -> Bool {
        cases[number].map { isIn(person, $0.summary) || isIn(person, $0.body) } ?? false
    }

    /// The last epoch of which that person has the key, 0 for none.
    func lastEpoch(_ person: Person) -> Int { epochs.lastIndex { $0.contains(person) }.map { $0 + 1 } ?? 0 }

    /// The epoch that was current when a day began, or the first.
    func epoch(at day: Int) -> Int { max(1, (epochDays.lastIndex { $0 < day } ?? 0) + 1) }

    var owed: Int { circles.values.count(where: \.owes) }

    // MARK: Keys

    /// What every command that writes does first: rotate what is owed, and end whose day is over, one after the other, each with its
    /// rotation. False where it may not go on.
    mutating func settle(by person: Person) -> Bool {
        if roles[person] == .auditor { return circles[Self.log]?.owes == false }
        rotateOwed(by: person)
        if roles[person] == .member, until[person] == nil {
            for other in arrivals where other != person && isActive(other) && !isWithin(other) {
                takeOut(other)
                rotateOwed(by: person)
            }
        }
        return true
    }

    private mutating func rotateOwed(by person: Person) {
        for (id, circle) in circles where circle.owes && circle.members.contains(person) { rotate(id) }
    }

    mutating func rotate(_ id: Int) {
        guard let members = circles[id]?.members else { return }
        circles[id]?.holders = members
        circles[id]?.owes = false
        if id == Self.log {
            epochs.append(members)
            epochDays.append(today)
        }
    }

    /// Somebody is in no circle any more. What only they could open is gone; the rest owes a new key.
    mutating func takeOut(_ person: Person) {
        gone.insert(person)
        for (id, circle) in circles where circle.members.contains(person) {
            circles[id]?.members.remove(person)
            circles[id]?.owes = true
            guard circle.members == [person] else { continue }
            circles[id] = nil
            for number in cases.keys {
                if cases[number]?.summary == id { cases[number]?.summary = nil }
                if cases[number]?.body == id { cases[number]?.body = nil }
            }
        }
    }

    mutating func begin(_ kind: Kind, _ members: Set<Person>) -> Int {
        defer { nextCircle += 1 }
        circles[nextCircle] = Circle(kind: kind, members: members, holders: members)
        return nextCircle
    }

    /// The circle of one person alone.
    mutating func own(_ person: Person) -> Int {
        circles.first { $0.value.kind == .own && $0.value.members == [person] }?.key ?? begin(.own, [person])
    }
}
