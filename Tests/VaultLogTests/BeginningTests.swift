import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// The first entry: a log without a valid beginning is no log.
struct BeginningTests {
    private let group = TestGroup()

    private func begin(
        _ founding: Founding, roster: Int = 0, delivery: BlobHash? = .filled(9), by person: TestGroup.Person = .anna, keyNumber: Int = 1
    ) throws -> Result<GroupState, VoidReason> {
        let text = EntryText(
            group: group.id, time: TestGroup.noon, tree: RightEdge().head, roster: roster, payload: .filled(8), delivery: delivery)
        let unverified = try UnverifiedEntry(parsing: group.signed(text, by: person, keyNumber: keyNumber))
        let key = group.signingKey(group.member(person), number: keyNumber).publicKey
        let entry = try unverified.verify(group: group.id, after: RightEdge().head, key: key)
        do throws(VoidReason) { return .success(try Replay.begin(entry, founding)) } catch { return .failure(error) }
    }

    private func founding(
        rules: Int = 1, number: Int = 1, role: Role = .member, until: Day? = nil, keyNumber: Int = 1,
        _ change: ([CircleFacts]) -> [CircleFacts] = { $0 }
    ) -> Founding {
        let lawful = group.founding(by: .anna)
        let founder = MemberFacts(
            id: lawful.founder.id, number: number, role: role, until: until, keyNumber: keyNumber, signing: lawful.founder.signing,
            decryption: lawful.founder.decryption, name: lawful.founder.name)
        return Founding(rules: rules, name: lawful.name, retentionYears: 5, founder: founder, circles: change(lawful.circles))
    }

    private func circle(
        _ old: CircleFacts, id: CircleID? = nil, kind: CircleKind? = nil, generation: Int = 1, members: [MemberID]? = nil,
        delivery: BlobHash?
    ) -> CircleFacts {
        CircleFacts(
            id: id ?? old.id, kind: kind ?? old.kind, generation: generation, members: members ?? old.members, commitment: old.commitment,
            delivery: delivery)
    }

    @Test func aLawfulBeginningMakesTheGroup() throws {
        let state = try begin(founding()).get()
        #expect(state.group == group.id)
        #expect(state.members.map(\.id) == [group.member(.anna)])
        #expect(state.members[0].since == TestGroup.noon)
        #expect(state.epoch == 1)
        #expect(state.circles[state.logCircle]?.delivery == .filled(9))
        #expect(state.circles[state.groupCircle]?.kind == .group)
        #expect(state.privateCircle(of: group.member(.anna)) != nil)
        #expect(state.lastCase == 0)
    }

    @Test func eachLineOfTheEntryIsChecked() throws {
        #expect(try begin(founding(), roster: 1) == .failure(.roster))
        #expect(try begin(founding(), delivery: nil) == .failure(.delivery))
        #expect(try begin(founding(), by: .bert) == .failure(.founder))
        #expect(try begin(founding(), keyNumber: 2) == .failure(.founder))
    }

    @Test func rulesOfAnotherNumberAreNotRun() throws {
        #expect(try begin(founding(rules: 2)) == .failure(.rules))
    }

    @Test func theFounderIsMemberOneWithoutEnd() throws {
        #expect(try begin(founding(number: 2)) == .failure(.founder))
        for role in [Role.facilitator, .guest, .auditor] { #expect(try begin(founding(role: role)) == .failure(.founder)) }
        #expect(try begin(founding(until: TestGroup.lastDay)) == .failure(.founder))
        #expect(try begin(founding(keyNumber: 2)) == .failure(.founder))
        #expect(try begin(founding(keyNumber: 2), keyNumber: 2) == .failure(.founder))
    }

    @Test func thereAreThreeCirclesOfTheFounderAlone() throws {
        let anna = group.member(.anna), bert = group.member(.bert)
        let changes: [([CircleFacts]) -> [CircleFacts]] = [
            { [$0[0], $0[1]] }, { $0 + [self.circle($0[2], id: .filled(9), kind: .some, delivery: .filled(4))] },
            { [$0[1], $0[0], $0[2]] }, { _ in [] },
            { [$0[0], $0[1], self.circle($0[2], id: $0[1].id, delivery: .filled(4))] },
            { [$0[0], self.circle($0[1], generation: 2, delivery: .filled(4)), $0[2]] },
            { [$0[0], self.circle($0[1], members: [bert], delivery: .filled(4)), $0[2]] },
            { [$0[0], self.circle($0[1], members: [anna, bert].sorted(), delivery: .filled(4)), $0[2]] },
            { [self.circle($0[0], delivery: .filled(4)), $0[1], $0[2]] }, { [$0[0], self.circle($0[1], delivery: nil), $0[2]] },
        ]
        for (place, change) in changes.enumerated() { #expect(try begin(founding(change)) == .failure(.circle), "change \(place)") }
    }
}
