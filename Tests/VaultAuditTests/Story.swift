import VaultAudit
import VaultFormat
import VaultLog

/// A log in the making. Anna (1) founds the group, 2 and 3 join as members, and others where they have another role; everybody has looked
/// at the log once, unless the story is fresh. Every entry that follows is a minute after the one above it.
struct Story: Sendable {
    private let people: [TrailMember]
    private var entries: [TrailEntry] = []
    private var time: Instant
    /// How many entries there were before the story proper.
    private(set) var start = 0

    init(roles: [Int: Role] = [:], names: [Int: String] = [:], fresh: Bool = false) {
        let begin = Self.instant("2026-03-01T09:00")
        let numbers = Set([1, 2, 3] + roles.keys).sorted()
        people = numbers.map {
            TrailMember(number: $0, name: names[$0], role: roles[$0] ?? .member, since: begin, until: nil, ended: nil)
        }
        time = begin
        add(.groupCreated, by: 1)
        for number in numbers.dropFirst() { add(.memberAccepted, by: 1, subject: number) }
        if !fresh { for number in numbers { add(.logOpened, by: number) } }
        start = entries.count
    }

    var trail: Trail { Trail(members: people, entries: entries) }

    func at(_ moment: String) -> Story { with { $0.time = Self.instant(moment) } }
    func listed(_ member: Int) -> Story { does(.casesListed, member) }
    func logged(_ member: Int) -> Story { does(.logOpened, member) }
    func refused(_ member: Int) -> Story { with { $0.add(.accessRefused, by: member, outcome: .refused) } }
    func searched(_ member: Int, found: [Int] = [1]) -> Story { with { $0.add(.searched, by: member, found: found) } }
    func until(_ subject: Int) -> Story { with { $0.add(.memberUntil, by: 1, subject: subject) } }
    func removed(_ subject: Int) -> Story { with { $0.add(.memberRemoved, by: 1, subject: subject) } }
    func replaced(_ subject: Int) -> Story { with { $0.add(.memberReplaced, by: 1, subject: subject) } }
    func closed(_ member: Int, _ number: Int) -> Story { does(.caseClosed, member, number) }
    func shared(_ member: Int, _ number: Int) -> Story { does(.caseShared, member, number) }
    func added(_ member: Int, _ number: Int) -> Story { does(.caseAdded, member, number) }
    func void(_ member: Int) -> Story { with { $0.add(nil, by: member, isVoid: true) } }
    func unreadable(_ member: Int) -> Story { with { $0.add(nil, by: member) } }
    func erased(_ member: Int) -> Story { with { $0.add(nil, by: member, isErased: true) } }
    func imported(_ member: Int, _ numbers: ClosedRange<Int>) -> Story { with { $0.add(.casesImported, by: member, imported: numbers) } }
    func does(_ event: Event, _ member: Int, _ number: Int? = nil) -> Story {
        with { $0.add(event, by: member, caseNumber: number) }
    }
    func opened(_ member: Int, _ number: Int, _ reason: Reason = .sharedWithGroup) -> Story {
        with { $0.add(.caseOpened, by: member, caseNumber: number, reason: reason) }
    }
    func noted(_ member: Int, _ number: Int) -> Story {
        with { $0.add(.noteOpened, by: member, caseNumber: number, reason: .sharedWithGroup) }
    }
    func saved(_ member: Int, _ number: Int) -> Story {
        with { $0.add(.attachmentSaved, by: member, caseNumber: number, reason: .sharedWithGroup) }
    }
    /// One case after the other, so many minutes apart.
    func opens(_ member: Int, cases: ClosedRange<Int>, minutes: Int64, times: Int = 1) -> Story {
        with { story in
            for number in (0..<times).flatMap({ _ in cases }) {
                let next = Instant(seconds: story.time.seconds + minutes * 60)
                story.add(.caseOpened, by: member, caseNumber: number, reason: .sharedWithGroup)
                story.time = next
            }
        }
    }

    private func with(_ change: (inout Story) -> Void) -> Story {
        var story = self
        change(&story)
        return story
    }

    private mutating func add(
        _ event: Event?, by member: Int, subject: Int? = nil, caseNumber: Int? = nil, outcome: Outcome = .done, reason: Reason? = nil,
        isVoid: Bool = false, isErased: Bool = false, found: [Int]? = nil, imported: ClosedRange<Int>? = nil
    ) {
        entries.append(
            TrailEntry(
                index: entries.count, time: time, member: member, subject: subject, event: event, caseNumber: caseNumber,
                outcome: event == nil ? nil : outcome, reason: reason, isVoid: isVoid, isErased: isErased, found: found,
                imported: imported))
        time = Instant(seconds: time.seconds + 60)
    }

    private static func instant(_ moment: String) -> Instant {
        guard let instant = try? Instant(Array("\(moment):00Z".utf8)[...]) else { preconditionFailure("a moment of a test") }
        return instant
    }
}
