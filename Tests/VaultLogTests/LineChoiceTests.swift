import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Which line of a log a home may follow. Both lines of each row begin with the same group; what is in brackets happened on that line
/// alone.
struct LineChoiceTests {
    typealias Change = @Sendable (TestGroup) throws -> TestGroup

    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let mine: [Change]
        let theirs: [Change]
        let fault: LineFault?

        init(_ what: String, mine: [Change] = [], theirs: [Change] = [], _ fault: LineFault?) {
            (self.what, self.mine, self.theirs, self.fault) = (what, mine, theirs, fault)
        }

        var testDescription: String { what }
    }

    private static let written: Change = { try $0.after(Payload(.caseAdded, .caseWritten($0.newCase(in: $0.state.groupCircle)))) }
    private static let left: Change = { try $0.after(Payload(.memberLeft, .leaving), by: .gijs) }
    private static let removed: Change = { try $0.after($0.removing(.gijs, $0.removal(of: .gijs))) }
    private static let ended: Change = { before in
        var group = before
        group.expire(.gijs)
        return try group.after(Payload(.roleEnded, .ending(member: 4)))
    }
    private static let shortened: Change = {
        try $0.after(Payload(.memberUntil, .until(member: 6, TestGroup.lastDay)))
    }
    private static let lengthened: Change = {
        try $0.after(Payload(.memberUntil, .until(member: 4, Instant(seconds: TestGroup.noon.seconds + 86_400 * 90).day)))
    }
    private static let replaced: Change = { try $0.after($0.replacement(of: .gijs).payload) }
    private static let joined: Change = { try $0.after($0.newcomer().payload) }
    private static let rotatedLog: Change = {
        try $0.after(Payload(.circleRotated, .rotation($0.rotation(of: [$0.state.logCircle]).rotation)))
    }
    private static let rotatedContent: Change = {
        try $0.after(Payload(.circleRotated, .rotation($0.rotation(of: [$0.pair]).rotation)))
    }
    private static let refreshed: Change = { try $0.after(Payload(.keyRefreshed, .refresh(DecryptionKey.random().publicKey))) }

    static let rows: [Row] = [
        // What was written is lost, and nothing else.
        Row("nothing", nil),
        Row("cases of mine", mine: [written, written], nil),
        Row("cases of theirs", theirs: [written], nil),
        Row("cases of both", mine: [written], theirs: [written, written], nil),
        Row("keys of mine", mine: [refreshed, rotatedContent], nil),
        Row("keys of theirs", theirs: [refreshed, rotatedContent], nil),
        // Who has gone here and not there.
        Row("left", mine: [left], .readmits(member: 4)),
        Row("removed", mine: [removed], .readmits(member: 4)),
        Row("expired", mine: [ended], .readmits(member: 4)),
        Row("replaced", mine: [replaced], .readmits(member: 4)),
        Row("until set", mine: [shortened], .readmits(member: 6)),
        Row("left, and taken off there too late", mine: [left], theirs: [rotatedLog], .readmits(member: 4)),
        Row("removed, while others wrote there", mine: [removed], theirs: [written, written], .readmits(member: 4)),
        // What is over on both, or on theirs alone, within the epoch.
        Row("left on both", mine: [left], theirs: [left], nil),
        Row("left here, expired there", mine: [left], theirs: [ended], nil),
        Row("left there", theirs: [left], nil),
        Row("until set on both", mine: [shortened], theirs: [shortened], nil),
        Row("until set there", theirs: [shortened], nil),
        Row("until moved forward here", mine: [lengthened], nil),
        Row("until moved forward there", theirs: [lengthened], .readmits(member: 4)),
        // Other epochs.
        Row("joined", mine: [joined], .undoesJoin(member: 8)),
        Row("joined there", theirs: [joined], .otherEpoch),
        Row("joined on both", mine: [joined], theirs: [joined], .readmits(member: 8)),
        Row("removed there", theirs: [removed], .otherEpoch),
        Row("removed on both", mine: [removed], theirs: [removed], .otherEpoch),
        Row("replaced there", theirs: [replaced], .otherEpoch),
        Row("the log's key here", mine: [rotatedLog], .otherEpoch),
        Row("the log's key there", theirs: [rotatedLog], .otherEpoch),
        Row("the log's key on both", mine: [rotatedLog], theirs: [rotatedLog], .otherEpoch),
    ]

    @Test(arguments: rows) func eachRow(_ row: Row) throws {
        let group = TestGroup()
        let mine = try row.mine.reduce(group) { try $1($0) }.state
        let theirs = try row.theirs.reduce(group) { try $1($0) }.state
        var fault: LineFault?
        do throws(LineFault) { try LineChoice.check(leaving: mine, for: theirs) } catch { fault = error }
        #expect(fault == row.fault)
    }

    /// The line that goes on has an origin of its own; what is left is never the line itself.
    @Test func theEntryNamesAnotherLine() throws {
        let group = TestGroup()
        #expect(group.state.origin == group.id.origin)
        let other = TreeHead(size: 1, root: .filled(0x77))
        for person in [TestGroup.Person.anna, .olga] {
            let after = try group.after(Payload(.logTrusted, .lineLeft(other)), by: person)
            #expect(after.state.lineBegun == 1 && after.state.origin == group.id.origin + "/1")
            var expected = group.state
            expected.lineBegun = 1
            expected.lastTime = after.state.lastTime
            #expect(after.state == expected)
        }
        #expect(try group.reason(Payload(.logTrusted, .lineLeft(group.edge.head))) == .number)
    }
}
