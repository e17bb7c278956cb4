package import VaultFormat

/// When the group met, as far as the log shows: until meetings are written down, a meeting is a time in which half of the members opened
/// the same case.
package struct Meetings: Equatable, Sendable {
    /// In order of time, apart from one another.
    package let spans: [Span]

    /// A meeting, from the first opening to the end of the hours that it may take.
    package struct Span: Equatable, Sendable {
        /// When the first of them opened the case.
        package let from: Instant
        /// When it is over at the latest.
        package let to: Instant
    }

    /// Facilitators and guests do not count: nobody makes a meeting for themselves.
    init(_ trail: Trail, hours: Int) {
        var present = Presence(trail)
        var latest: [Int: [Int: Instant]] = [:]
        var found: [Span] = []
        let length = Int64(hours) * 3600
        for entry in trail.entries {
            present.take(entry)
            guard entry.event == .caseOpened || entry.event == .noteOpened, entry.outcome == .done, let member = entry.member,
                let number = entry.caseNumber, trail.member(member)?.role == .member
            else { continue }
            latest[number, default: [:]][member] = entry.time
            let together = (latest[number] ?? [:]).values.filter { abs(entry.time.seconds - $0.seconds) <= length }
            guard together.count > 1, together.count * 2 >= present.members.count, let first = together.min() else { continue }
            found.append(Span(from: first, to: Instant(seconds: first.seconds + length)))
        }
        spans = Self.joined(found)
    }

    /// Whether the group was together then.
    package func contains(_ time: Instant) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].to < time { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].from <= time
    }

    private static func joined(_ spans: [Span]) -> [Span] {
        var joined: [Span] = []
        for span in spans.sorted(by: { $0.from < $1.from }) {
            if let last = joined.last, span.from <= last.to {
                joined[joined.count - 1] = Span(from: last.from, to: max(last.to, span.to))
            } else {
                joined.append(span)
            }
        }
        return joined
    }
}

/// Which people with the role of a member are in the group, entry by entry.
private struct Presence {
    private(set) var members: Set<Int> = []
    private let equals: Set<Int>

    init(_ trail: Trail) { equals = Set(trail.members.filter { $0.role == .member }.map(\.number)) }

    mutating func take(_ entry: TrailEntry) {
        switch entry.event {
        case .groupCreated: add(entry.member)
        case .memberAccepted: add(entry.subject)
        case .memberRemoved, .roleEnded: entry.subject.map { _ = members.remove($0) }
        case .memberLeft: entry.member.map { _ = members.remove($0) }
        default: break
        }
    }

    private mutating func add(_ number: Int?) {
        if let number, equals.contains(number) { members.insert(number) }
    }
}
