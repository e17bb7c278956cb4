import Testing
import VaultFormat
import VaultLog
import VaultTestkit

/// The table of roles and events, written from the words of the design: auditors read the log, are refused, look after their own
/// key and leave; whoever has an end date neither accepts, removes nor expires; everybody else who reads content may do the rest.
struct RoleTableTests {
    private static let columns: [TestGroup.Person] = [.anna, .bert, .fatima, .gijs, .olga]

    //                       member  until  facilitator  guest  auditor
    private static let table = """
        group.created        no      no     no           no     no
        member.accepted      yes     no     no           no     no
        member.replaced      yes     no     no           no     no
        member.until         yes     no     no           no     no
        member.left          yes     yes    yes          yes    yes
        member.removed       yes     no     no           no     no
        role.ended           yes     no     no           no     no
        key.refreshed        yes     yes    yes          yes    yes
        circle.created       yes     yes    yes          yes    no
        circle.rotated       yes     yes    yes          yes    no
        reads.granted        yes     no     no           no     no
        case.added           yes     yes    yes          yes    no
        cases.imported       yes     yes    yes          yes    no
        case.changed         yes     yes    yes          yes    no
        case.shared          yes     yes    yes          yes    no
        case.withdrawn       yes     yes    yes          yes    no
        case.closed          yes     yes    yes          yes    no
        case.erased          yes     yes    yes          yes    no
        note.added           yes     yes    yes          yes    no
        note.changed         yes     yes    yes          yes    no
        attachment.added     yes     yes    yes          yes    no
        cases.listed         yes     yes    yes          yes    no
        case.opened          yes     yes    yes          yes    no
        note.opened          yes     yes    yes          yes    no
        attachment.saved     yes     yes    yes          yes    no
        searched             yes     yes    yes          yes    no
        exported             yes     yes    yes          yes    no
        printed              yes     yes    yes          yes    no
        access.refused       yes     yes    yes          yes    yes
        log.opened           yes     yes    yes          yes    yes
        log.verified         yes     yes    yes          yes    yes
        log.exported         yes     yes    yes          yes    yes
        backup.created       yes     yes    yes          yes    no
        backup.restored      yes     no     no           no     no
        payload.expired      yes     no     no           no     no
        """

    private static let rows: [String: [Bool]] = Dictionary(
        uniqueKeysWithValues: table.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words.dropFirst().map { $0 == "yes" })
        })

    @Test func everyEventHasARowAndEveryRowAnEvent() {
        #expect(Set(Self.rows.keys) == Set(Event.allCases.map(\.rawValue)))
        #expect(Self.rows.values.allSatisfy { $0.count == Self.columns.count })
    }

    @Test(arguments: Event.allCases) func everyCellIsTheRule(_ event: Event) throws {
        let group = TestGroup()
        let row = try #require(Self.rows[event.rawValue])
        for (person, allowed) in zip(Self.columns, row) {
            let member = try #require(group.state.member(group.member(person)))
            #expect(Rules.may(member.role, hasEndDate: member.until != nil, sign: event) == allowed, "\(event.rawValue) by \(person)")
        }
    }

    /// The cells of the events that this version reads, through the whole of the replay: a payload that keeps every other rule
    /// has its effect where the table says yes, and is void for the role where it says no.
    @Test(arguments: Event.allCases) func everyCellIsWhatTheReplayDoes(_ event: Event) throws {
        let row = try #require(Self.rows[event.rawValue])
        for (person, allowed) in zip(Self.columns, row) {
            var group = TestGroup()
            let number = group.place(caseOf: person)
            guard let payload = try group.lawfulPayload(event, by: person, about: number) else { continue }
            let before = group
            let effect = try group.apply(payload, by: person)
            if allowed {
                let isLook = event.isReveal || event == .logOpened || event == .logVerified || event == .accessRefused
                #expect(effect == (isLook ? .witnessed(payload) : .changed(payload)), "\(event.rawValue) by \(person)")
                #expect((group.state == before.state && group.cases == before.cases) == isLook)
            } else {
                #expect(effect == .void(.role), "\(event.rawValue) by \(person)")
                #expect(group.state == before.state)
                #expect(group.cases == before.cases)
            }
        }
    }

    /// An end date holds to the end of its day, UTC, by the entry's own time, for every event alike.
    @Test(arguments: Event.allCases) func nothingCountsAfterTheEndDate(_ event: Event) throws {
        let midnight = Int64(TestGroup.lastDay.days + 1) * 86_400
        for (time, isLate) in [(midnight - 1, false), (midnight, true)] {
            var group = TestGroup()
            let number = group.place(caseOf: .gijs)
            guard let payload = try group.lawfulPayload(event, by: .gijs, about: number), event != .groupCreated else { continue }
            let clear = group.text(for: payload)
            let text = group.text(time: Instant(seconds: time), roster: clear.roster, delivery: clear.delivery)
            let effect = try group.apply(payload, by: .gijs, text: text)
            #expect((effect == .void(.endDate)) == isLate, "\(event.rawValue) at \(time)")
        }
    }
}
