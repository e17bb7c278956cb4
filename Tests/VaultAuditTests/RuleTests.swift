import Testing
import VaultAudit
import VaultFormat

/// Small logs, and exactly what each rule must find in them: entries counted from the beginning of the story.
struct RuleTests {
    /// A log, and for each rule that finds something the entries it finds it in.
    struct Example: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let story: Story
        let found: [Rule: [Int]]
        var limits = RuleLimits()

        init(_ description: String, _ story: Story, _ found: [Rule: [Int]], limits: RuleLimits = RuleLimits()) {
            (testDescription, self.story, self.found, self.limits) = (description, story, found, limits)
        }
    }

    @Test(arguments: examples)
    func findsThisAndNothingElse(_ example: Example) {
        let story = example.story
        let examination = Examination(story.trail, limits: example.limits)
        for rule in Rule.allCases {
            let found = examination.found.dropFirst(story.start).enumerated().filter { $0.element.contains(rule) }.map(\.offset)
            #expect(found == example.found[rule] ?? [], "\(rule)")
        }
    }

    @Test func everyRuleFindsSomethingInSomeExample() {
        for rule in Rule.allCases { #expect(Self.examples.contains { $0.found[rule]?.isEmpty == false }, "\(rule)") }
    }

    @Test func theSameTrailGivesTheSameFindings() {
        for example in Self.examples {
            #expect(Examination(example.story.trail, limits: example.limits) == Examination(example.story.trail, limits: example.limits))
        }
    }

    static let examples: [Example] = [
        Example("nothing", Story(), [:]),
        Example(
            "an ordinary day",
            Story().at("2026-03-02T09:00").listed(2).opened(2, 1).noted(3, 1).opened(1, 1, .own).logged(1), [:]),
        Example(
            "text after a notice, but not the leaver's own and no list",
            Story().at("2026-03-02T09:00").opened(3, 1).until(3).listed(3).opened(3, 1).opened(3, 2, .own).opened(2, 1),
            [.afterNotice: [3]]),
        Example(
            "the end date of a facilitator is no notice", Story(roles: [4: .facilitator]).at("2026-03-02T09:00").until(4).listed(4), [:]),
        Example(
            "eleven cases in an hour", Story().at("2026-03-02T09:00").opens(2, cases: 1...11, minutes: 5),
            [.manyCases: Array(0...10)]),
        Example("ten cases in an hour", Story().at("2026-03-02T09:00").opens(2, cases: 1...10, minutes: 5), [:]),
        Example("eleven cases in eleven hours", Story().at("2026-03-02T06:00").opens(2, cases: 1...11, minutes: 60), [:]),
        Example(
            "one case eleven times", Story().at("2026-03-02T09:00").opens(2, cases: 7...7, minutes: 1, times: 11), [:]),
        Example(
            "two people, eleven cases between them",
            Story().at("2026-03-02T09:00").opens(2, cases: 1...6, minutes: 1).opens(3, cases: 7...11, minutes: 1), [:]),
        Example(
            "fewer may be many", Story().at("2026-03-02T09:00").opens(2, cases: 1...3, minutes: 5), [.manyCases: [0, 1, 2]],
            limits: limits { $0.casesAnHour = 2 }),
        Example(
            "before five and after ten",
            Story().at("2026-03-02T04:59").opened(2, 1).at("2026-03-02T05:00").opened(2, 1)
                .at("2026-03-02T21:59").opened(2, 1).at("2026-03-02T22:00").opened(2, 1).listed(2),
            [.unusualHour: [0, 3]]),
        Example(
            "a late meeting", Story().at("2026-03-02T22:10").opened(1, 1, .own).opened(2, 1).opened(3, 1), [:]),
        Example(
            "the first look with a new key, once", Story(fresh: true).at("2026-03-02T09:00").opened(2, 1).opened(2, 1).logged(3),
            [.newKey: [0, 2]]),
        Example(
            "a replaced key", Story().at("2026-03-02T09:00").opened(2, 1).replaced(2).added(2, 5).opened(2, 1).opened(2, 1),
            [.newKey: [3]]),
        Example(
            "what is taken out", Story().at("2026-03-02T09:00").searched(2).saved(3, 1).does(.logExported, 1).does(.backupCreated, 1),
            [.takenOut: [0, 1, 2]]),
        Example(
            "three refusals in a row", Story().at("2026-03-02T09:00").refused(3).refused(3).logged(3).refused(2).refused(3),
            [.refusals: [0, 1, 4]]),
        Example(
            "a look between refusals", Story().at("2026-03-02T09:00").refused(3).refused(3).opened(3, 1).refused(3).refused(3), [:]),
        Example(
            "a case closed for long, and one reopened",
            Story().at("2026-03-02T09:00").closed(1, 1).closed(1, 2).at("2026-05-31T09:00").opened(2, 1).shared(1, 2)
                .at("2026-06-01T09:00").opened(2, 1).opened(2, 2),
            [.closedCase: [4]]),
        Example(
            "a guest by themselves", Story(roles: [4: .guest]).at("2026-03-02T09:00").opened(4, 1).opened(4, 2, .own).listed(4),
            [.outsideMeeting: [0]]),
        Example(
            "a guest in a meeting",
            Story(roles: [4: .guest]).at("2026-03-02T19:00").opened(1, 1).opened(2, 1).at("2026-03-02T20:30").opened(4, 1)
                .at("2026-03-02T21:30").opened(4, 2).at("2026-03-02T22:01").opened(4, 1),
            [.outsideMeeting: [4], .unusualHour: [4]]),
        Example(
            "a guest makes no meeting", Story(roles: [4: .guest, 3: .guest]).at("2026-03-02T19:00").opened(3, 1).opened(4, 1),
            [.outsideMeeting: [0, 1]]),
        Example(
            "half of those who are there",
            Story(roles: [4: .guest]).at("2026-03-02T19:00").opened(1, 1, .own).at("2026-03-02T22:01").opened(2, 1).opened(4, 1),
            [.outsideMeeting: [2], .unusualHour: [1, 2]]),
        Example(
            "the clock goes back", Story().at("2026-03-02T09:00").opened(2, 1).at("2026-03-02T08:59").added(1, 3).opened(2, 1),
            [.clockBack: [1]]),
        Example(
            "first looks that are erased or for others to read",
            Story(fresh: true).at("2026-03-02T09:00").erased(2).opened(2, 1).unreadable(3).opened(3, 1), [:]),
        Example("void", Story().at("2026-03-02T09:00").void(3).unreadable(2), [.void: [0]]),
    ]

    private static func limits(_ change: (inout RuleLimits) -> Void) -> RuleLimits {
        var limits = RuleLimits()
        change(&limits)
        return limits
    }
}
