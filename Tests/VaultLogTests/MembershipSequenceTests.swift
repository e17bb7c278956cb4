import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Hundreds of entries about members and circles, lawful and not, by whoever is there: nothing traps, a void one changes nothing, and what
/// the rules are there for holds after each.
struct MembershipSequenceTests {
    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6]) func anySequenceLeavesALawfulState(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var group = try TestGroup().withoutThoseGone()
        var effects: [String: Int] = [:]
        for step in 0..<300 {
            let signers = group.state.members.filter { $0.ended == nil }
            let signer = signers[Int.random(in: signers.indices, using: &random)]
            let payload = group.anything(by: signer, &random)
            let time = Instant(seconds: TestGroup.noon.seconds + Int64(step) * 7200)
            let clear = group.text(for: payload)
            let text = group.text(time: time, roster: clear.roster, delivery: clear.delivery)
            let before = group
            let effect = try group.apply(payload, by: signer.id, text: text)
            switch effect {
            case .changed:
                effects[payload.event.rawValue, default: 0] += 1
                group.expectLawful(after: before)
            case .void(let reason):
                effects["void " + reason.rawValue, default: 0] += 1
                (group.state.lastTime, group.state.months) = (before.state.lastTime, before.state.months)
                #expect(group.state == before.state)
            case .witnessed, .passedOver, .unreadable, .erased, .needsNewer: Issue.record("not asked for")
            }
        }
        #expect(try GroupState(parsing: group.state.bytes) == group.state)
        // The run went through the events, and through the rules.
        #expect(effects.keys.filter { !$0.hasPrefix("void") }.count >= 7, "\(effects)")
        #expect(effects["void circle"] != nil)
        #expect(effects["void role"] != nil)
    }
}

extension TestGroup {
    /// Without the one who is gone and the circles she was in: these tests ask that nobody who is gone is anywhere.
    fileprivate func withoutThoseGone() throws -> TestGroup {
        var group = self
        for circle in group.state.circles.values where circle.members.contains(member(.eva)) { group.state.circles[circle.id] = nil }
        return group
    }

    fileprivate mutating func apply(_ payload: Payload, by member: MemberID, text: EntryText) throws -> Replay.Effect {
        let name = KeyName(group: id, member: member, number: 1)
        let entry = try verify(SignedNote.signed(text: text.bytes, name: name.text, by: signingKey(member)).bytes)
        let effect = Replay.apply(entry, .opened(.known(payload), underReadKey: false), to: &state, cases: &cases)
        edge.append(leaf: entry.leaf)
        return effect
    }

    /// An event of membership or circles, with one thing wrong about a third of the time.
    fileprivate func anything(by signer: Member, _ random: inout SeededGenerator) -> Payload {
        func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }
        let target = pick(state.members)
        let both = state.circles.values.filter { $0.members.contains(signer.id) && $0.members.contains(target.id) }.map(\.id)
        let mine = state.circles.values.filter { $0.members.contains(signer.id) }.map(\.id)
        let wrong = Int.random(in: 0..<12, using: &random)
        var draft: AcceptanceDraft
        switch Int.random(in: 0..<12, using: &random) {
        case 0: draft = newcomer(role: pick([.member, .guest, .auditor]))
        case 1: draft = newcomerWithoutHistory()
        case 2:
            draft = AcceptanceDraft(number: target.number, role: target.role, until: target.until, replaces: target.id)
            draft.rotation = rotation(of: both) { $0.members.filter { $0 != target.id } + [draft.id] }
        case 3, 4:
            var rotation = rotation(of: both) { $0.members.filter { $0 != target.id } }
            rotation.spoil(wrong)
            return Payload(.memberRemoved, .removal(member: target.number, rotation.rotation))
        case 5:
            return Payload(
                .memberUntil, .until(member: target.number, Instant(seconds: Self.noon.seconds + 86_400 * pick([-1, 1, 5, 300])).day))
        case 6: return Payload(.memberLeft, .leaving)
        case 7: return Payload(.roleEnded, .ending(member: target.number))
        case 8: return Payload(.keyRefreshed, .refresh(pick([DecryptionKey.random().publicKey, signer.decryption, .filled(0xff)])))
        case 9:
            var circle = newCircle(.some, [])
            circle.members = Set([signer.id, target.id, pick(state.members).id]).sorted()
            if wrong == 0 { circle.kind = .private }
            return Payload(.circleCreated, .circle(circle.facts))
        case 10:
            let given = (wrong == 0 ? mine : both).sorted().map(givenKey)
            return Payload(.keyRewrapped, .rewrapping(member: target.number, given))
        default:
            var rotation = rotation(
                of: Array(Set(mine.filter { state.circles[$0]?.owesRotation == true } + [pick(mine), state.logCircle])))
            rotation.spoil(wrong)
            return Payload(.circleRotated, .rotation(rotation.rotation))
        }
        draft.signing = signingKey(draft.id).publicKey
        draft.readsFrom = state.epoch
        if wrong == 0 { draft.number += 1 }
        if wrong == 1 { draft.given = [givenKey(pick(Array(state.circles.keys)))] }
        draft.rotation.spoil(wrong)
        return draft.payload
    }

    /// What the rules are there for.
    fileprivate func expectLawful(after before: TestGroup) {
        let active = Set(state.activeMembers.map(\.id)), readers = Set(state.activeMembers.filter { $0.role != .auditor }.map(\.id))
        #expect(!state.lasting.isEmpty)
        #expect(state.circles[state.logCircle].map { Set($0.members) } == active)
        #expect(state.circles[state.groupCircle].map { Set($0.members) } == readers)
        for circle in state.circles.values {
            #expect(!circle.members.isEmpty && circle.members == Set(circle.members).sorted())
            #expect(circle.kind == .log || readers.isSuperset(of: circle.members))
            #expect(circle.kind != .private || circle.members.count == 1)
            #expect(!state.formerCircles.contains(circle.id))
            // A key that somebody has gone with is never the key of a circle that takes something new.
            guard let earlier = before.state.circles[circle.id] else { continue }
            #expect(circle.generation >= earlier.generation)
            let someoneLeft = !Set(earlier.members).isSubset(of: circle.members)
            #expect(!someoneLeft || circle.owesRotation || circle.generation > earlier.generation)
            #expect(circle.generation > earlier.generation || circle.commitment == earlier.commitment)
            #expect(!earlier.owesRotation || circle.owesRotation || circle.generation > earlier.generation)
        }
        for pending in state.deliveries {
            #expect(!pending.recipients.isEmpty && active.isSuperset(of: pending.recipients))
            #expect(state.circles[pending.circle] != nil)
        }
        #expect(state.usedKeys.isSuperset(of: before.state.usedKeys))
        #expect(state.epochs.count == state.epoch)
        #expect(state.members.map(\.number) == Array(1...state.members.count))
        #expect(Set(state.members.map(\.id)).count == state.members.count)
        #expect(state.formerIDs.isDisjoint(with: state.members.map(\.id)))
    }
}

extension RotationDraft {
    /// One thing that no rotation may have; numbers without one leave it as it is.
    fileprivate mutating func spoil(_ how: Int) {
        guard let last = circles.indices.last else { return }
        switch how {
        case 2: circles[last].generation += 1
        case 3: circles[last].members = circles[last].members.dropLast()
        case 4: circles.removeLast()
        case 5: link = link == nil ? .filled(1) : nil
        default: break
        }
    }
}
