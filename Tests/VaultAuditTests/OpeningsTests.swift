import Testing
import VaultAudit
import VaultFormat

/// What somebody opened, and the pictures' facts.
struct OpeningsTests {
    @Test func versionsAreThoseThatWereThereThen() throws {
        let story = Story().at("2026-03-02T09:00").added(1, 1).opened(2, 1).opened(3, 1).does(.caseChanged, 1, 1).does(.caseChanged, 1, 1)
            .opened(2, 1).opened(2, 1).noted(2, 1).searched(2, found: [1, 4]).saved(2, 1).listed(2).refused(2).unreadable(2).erased(2)
        let openings = Openings(by: 2, in: story.trail)
        #expect(openings.cases.map(\.caseNumber) == [1, 4] && openings.cases.map(\.count) == [6, 1])
        #expect(openings.cases.map(\.versions) == [[1, 3], []])
        #expect(openings.cases[0].first < openings.cases[0].last && openings.cases[1].first == openings.cases[1].last)
        #expect((openings.searches, openings.refused, openings.unreadable, openings.erased) == (1, 1, 1, 1))
        #expect(Openings(by: 3, in: story.trail).cases.map(\.versions) == [[1]])
        #expect(Openings(by: 1, in: story.trail).cases.isEmpty)
    }

    @Test func anImportBringsFirstVersions() {
        let story = Story().at("2026-03-02T09:00").imported(1, 3...5).opened(2, 4).does(.caseChanged, 1, 4).opened(2, 4).opened(2, 5)
        #expect(Openings(by: 2, in: story.trail).cases.map(\.versions) == [[1, 2], [1]])
    }

    @Test func theEntryOfGoing() {
        let trail = Story().at("2026-03-02T09:00").does(.memberLeft, 2).removed(3).trail
        #expect(trail.departure(of: 1) == nil)
        #expect(trail.departure(of: 2) == trail.entries.count - 2 && trail.departure(of: 3) == trail.entries.count - 1)
    }

    @Test func lanesRunFromTheFirstEntryToTheEnd() throws {
        let trail = Story(roles: [4: .guest]).at("2026-03-02T09:00").opened(2, 1).trail
        let end = Instant(seconds: trail.entries[trail.entries.count - 1].time.seconds + 1000)
        let lanes = Lanes(trail, to: end)
        #expect(lanes.people.map(\.member) == [1, 2, 3, 4] && lanes.people.allSatisfy { $0.to == end && $0.how == nil })
        #expect(lanes.from == trail.entries[0].time && lanes.to == end && lanes.epochs.isEmpty)
    }
}
