import VaultCrypto
import VaultFormat

/// The rules for who is in the group and in its circles. Each function returns the state after the entry, or throws the rule it breaks.
struct MembershipRules {
    let entry: VerifiedEntry
    let state: GroupState

    private var signer: MemberID { entry.signer.member }
    private var time: Instant { entry.text.time }

    /// Nil for events that are not about membership or circles.
    func applied(_ payload: Payload) throws(VoidReason) -> GroupState? {
        guard payload.event.beginsLogGeneration(payload.body) == (entry.text.delivery != nil) else { throw .delivery }
        var after = state
        switch payload.body {
        case .acceptance(let acceptance):
            if let old = acceptance.replaces { after = try replaced(old, acceptance) } else { after = try accepted(acceptance) }
        case .removal(let number, let rotation): after = try removed(number, rotation)
        case .until(let number, let day): after = try until(number, day)
        case .leaving: after = try gone(try active(signer), .left)
        case .ending(let number): after = try ended(number)
        case .refresh(let key): after = try refreshed(key)
        case .circle(let facts): after = try created(facts)
        case .rewrapping(let number, let given): after = try rewrapped(number, given)
        case .expiry(let expiry): after = try expired(expiry)
        case .lineLeft(let head):
            // What is left is another line than the one that goes on here.
            guard head != entry.text.tree else { throw .number }
            after.lineBegun = entry.index
        case .rotation(let rotation):
            guard !rotation.circles.isEmpty else { throw .circle }
            var expected: [CircleID: [MemberID]] = [:]
            for facts in rotation.circles { expected[facts.id] = try mine(facts.id).members }
            try rotate(rotation, expected, &after)
        default: return nil
        }
        if payload.event.changesRoster { after.rosterIndex = entry.index }
        return after
    }

    // MARK: Coming

    private func accepted(_ acceptance: Acceptance) throws(VoidReason) -> GroupState {
        var after = state
        let member = acceptance.member
        guard member.number == state.members.count + 1, state.activeMembers.count < Limits.members else { throw .member }
        try checkNewcomer(acceptance, &after)
        guard member.role == .member || member.until != nil, member.until.map({ $0 >= time.day }) ?? true else { throw .endDate }
        guard let log = state.circles[state.logCircle] else { throw .circle }
        var expected = [log.id: log.members + [member.id]]
        if member.role == .auditor {
            guard acceptance.given.isEmpty else { throw .circle }
        } else if acceptance.given.isEmpty {
            // History none: a new group circle begins; the one before stays with those who were in it.
            let readers = state.activeMembers.filter { $0.role != .auditor }.map(\.id) + [member.id]
            guard let begun = acceptance.rotation.circles.first(where: { $0.kind == .group }), state.circles[begun.id] == nil else {
                throw .circle
            }
            try introduce(begun, readers, &after)
            after.groupCircle = begun.id
            expected[begun.id] = nil
        } else {
            try give(acceptance.given, to: member.id, &after)
        }
        let rotations = acceptance.rotation.circles.filter { state.circles[$0.id] != nil }
        guard acceptance.rotation.circles.count - rotations.count == (member.role != .auditor && acceptance.given.isEmpty ? 1 : 0) else {
            throw .circle
        }
        try rotate(Rotation(circles: rotations, link: acceptance.rotation.link, manifest: acceptance.rotation.manifest), expected, &after)
        after.members.append(member.asMember(since: time, nameEpoch: after.epoch))
        return after
    }

    /// The same person with new keys, or somebody who takes over number, name and cases: the old id ends, the new one is in every circle
    /// the signer shared with it; what only the old id could open is gone, and the other circles owe a rotation. Where both ids are the
    /// same, somebody comes back with the signing key they had: the id stays, and all else is as if it were new.
    private func replaced(_ old: MemberID, _ acceptance: Acceptance) throws(VoidReason) -> GroupState {
        let target = try active(old)
        let member = acceptance.member
        guard old != signer, member.number == target.number, member.role == target.role, member.until == target.until else { throw .member }
        guard acceptance.given.isEmpty else { throw .circle }
        var after = state
        let returns = member.id == old
        if returns { try checkReturn(acceptance, of: target, &after) } else { try checkNewcomer(acceptance, &after) }
        var expected: [CircleID: [MemberID]] = [:]
        for circle in shared(with: old) { expected[circle.id] = circle.members.filter { $0 != old } + [member.id] }
        takeOut(old, &after)
        try rotate(acceptance.rotation, expected, &after)
        after.members[target.number - 1] = member.asMember(since: target.since, nameEpoch: after.epoch)
        if !returns { after.formerIDs.insert(old) }
        return after
    }

    /// New id, new keys, and a decryption key that works: a removal must not fail later on a key that never did.
    private func checkNewcomer(_ acceptance: Acceptance, _ after: inout GroupState) throws(VoidReason) {
        let member = acceptance.member
        guard member.keyNumber == 1, state.member(member.id) == nil, !state.formerIDs.contains(member.id) else { throw .member }
        try useKey(KeyPrint.of(member.signing), &after)
        try checkGifts(acceptance, &after)
    }

    /// The signing key they had, which nobody else could have signed the request with, and a decryption key that is new.
    private func checkReturn(_ acceptance: Acceptance, of target: Member, _ after: inout GroupState) throws(VoidReason) {
        let member = acceptance.member
        guard member.keyNumber == target.keyNumber, member.signing == target.signing else { throw .member }
        try checkGifts(acceptance, &after)
    }

    private func checkGifts(_ acceptance: Acceptance, _ after: inout GroupState) throws(VoidReason) {
        let member = acceptance.member
        // What the signed acceptance says of the reads that the newcomer is given must be what it brings.
        guard (1...(state.epoch + 1)).contains(acceptance.readsFrom), (acceptance.reads == nil) == (acceptance.readsFrom > state.epoch)
        else { throw .number }
        try useKey(KeyPrint.of(member.decryption), &after)
        guard (try? member.decryption.check()) != nil else { throw .member }
    }

    /// Present keys of the group circle, and of circles that were it, to a newcomer.
    private func give(_ given: [GivenKey], to newcomer: MemberID, _ after: inout GroupState) throws(VoidReason) {
        guard given.contains(where: { $0.circle == state.groupCircle }) else { throw .circle }
        for key in given {
            let circle = try mine(key.circle)
            guard circle.kind == .group, circle.generation == key.generation, !circle.owesRotation else { throw .circle }
            after.circles[key.circle]?.members = (circle.members + [newcomer]).sorted()
            after.deliveries.append(
                PendingDelivery(blob: key.delivery, circle: key.circle, generation: key.generation, recipients: [newcomer]))
        }
    }

    // MARK: Going

    private func removed(_ number: Int, _ rotation: Rotation) throws(VoidReason) -> GroupState {
        guard let target = state.member(number), target.ended == nil, target.id != signer else { throw .member }
        var expected: [CircleID: [MemberID]] = [:]
        for circle in shared(with: target.id) { expected[circle.id] = circle.members.filter { $0 != target.id } }
        var after = try gone(target, .removed)
        try rotate(rotation, expected, &after)
        return after
    }

    private func until(_ number: Int, _ day: Day) throws(VoidReason) -> GroupState {
        guard let target = state.member(number), target.ended == nil, day >= time.day else { throw .member }
        guard state.lasting.contains(where: { $0.number != number }) else { throw .lastMember }
        var after = state
        after.members[number - 1].until = day
        return after
    }

    private func ended(_ number: Int) throws(VoidReason) -> GroupState {
        guard let target = state.member(number), target.ended == nil else { throw .member }
        // An entry with an earlier time would end somebody before their day is over.
        guard !target.isWithin(time) else { throw .endDate }
        return try gone(target, .ended)
    }

    /// Marks a member as gone and takes them out of every circle; circles that keep others owe a rotation, the others vanish.
    private func gone(_ target: Member, _ how: Member.How) throws(VoidReason) -> GroupState {
        guard state.lasting.contains(where: { $0.id != target.id }) else { throw .lastMember }
        var after = state
        after.members[target.number - 1].ended = Member.Ended(how: how, time: time)
        takeOut(target.id, &after)
        return after
    }

    private func takeOut(_ id: MemberID, _ after: inout GroupState) {
        for circle in state.circles.values where circle.members.contains(id) {
            let rest = circle.members.filter { $0 != id }
            after.circles[circle.id]?.members = rest
            after.circles[circle.id]?.owesRotation = true
            if rest.isEmpty {
                after.circles[circle.id] = nil
                after.formerCircles.insert(circle.id)
            }
        }
        for place in after.deliveries.indices { after.deliveries[place].recipients.removeAll { $0 == id } }
        after.deliveries.removeAll { $0.recipients.isEmpty || after.circles[$0.circle] == nil }
    }

    // MARK: Keys and circles

    private func refreshed(_ key: DecryptionPublicKey) throws(VoidReason) -> GroupState {
        var after = state
        try useKey(KeyPrint.of(key), &after)
        guard (try? key.check()) != nil else { throw .member }
        let member = try active(signer)
        after.members[member.number - 1].decryption = key
        // What was delivered to the key before is opened: its holder has just replaced it.
        for place in after.deliveries.indices { after.deliveries[place].recipients.removeAll { $0 == signer } }
        after.deliveries.removeAll { $0.recipients.isEmpty }
        return after
    }

    /// Present keys that did not reach somebody, wrapped anew to the key they have published. A key is named by circle and generation, for
    /// which the state has one commitment, so no entry of this kind can bring another key.
    private func rewrapped(_ number: Int, _ given: [GivenKey]) throws(VoidReason) -> GroupState {
        guard let target = state.member(number), target.ended == nil, target.id != signer else { throw .member }
        guard target.isWithin(time) else { throw .endDate }
        guard !given.isEmpty else { throw .circle }
        var after = state
        for key in given {
            let circle = try mine(key.circle)
            guard circle.members.contains(target.id), circle.generation == key.generation, !circle.owesRotation else { throw .circle }
            after.deliveries.append(
                PendingDelivery(blob: key.delivery, circle: key.circle, generation: key.generation, recipients: [target.id]))
        }
        return after
    }

    private func created(_ facts: CircleFacts) throws(VoidReason) -> GroupState {
        var after = state
        guard facts.kind == .private || facts.kind == .some, facts.members.contains(signer) else { throw .circle }
        if facts.kind == .private {
            guard facts.members == [signer], state.privateCircle(of: signer) == nil else { throw .circle }
        } else {
            guard facts.members.count > 1 else { throw .circle }
            for id in facts.members {
                guard try active(id).role != .auditor else { throw .circle }
            }
        }
        try introduce(facts, facts.members, &after)
        return after
    }

    /// A circle's first generation, under an id that no circle ever had: cases of one that vanished still name it.
    private func introduce(_ facts: CircleFacts, _ members: [MemberID], _ after: inout GroupState) throws(VoidReason) {
        guard state.circles[facts.id] == nil, !state.formerCircles.contains(facts.id), facts.generation == 1,
            facts.members == members.sorted(), let delivery = facts.delivery
        else { throw .circle }
        // A removal names every circle that two people share in one payload: with circles without end nobody could be taken off.
        guard facts.kind == .private || state.circles.values.count(where: { $0.kind != .private }) < Limits.circles else { throw .circle }
        after.circles[facts.id] = Circle(facts, delivery: delivery, begun: entry.index)
        after.deliveries.append(PendingDelivery(blob: delivery, circle: facts.id, generation: 1, recipients: facts.members))
    }

    /// New generations of exactly the circles in `expected`, each for exactly those members.
    private func rotate(_ rotation: Rotation, _ expected: [CircleID: [MemberID]], _ after: inout GroupState) throws(VoidReason) {
        guard Set(rotation.circles.map(\.id)) == Set(expected.keys) else { throw .circle }
        guard rotation.manifest == nil || rotation.circles.contains(where: { $0.kind != .log }) else { throw .circle }
        for facts in rotation.circles {
            let before = try mine(facts.id)
            guard facts.kind == before.kind, facts.generation == before.generation + 1, facts.members == expected[facts.id]?.sorted(),
                (facts.delivery == nil) == (facts.kind == .log), let delivery = facts.delivery ?? entry.text.delivery
            else { throw .circle }
            after.circles[facts.id]?.generation = facts.generation
            after.circles[facts.id]?.members = facts.members
            after.circles[facts.id]?.commitment = facts.commitment
            after.circles[facts.id]?.delivery = delivery
            after.circles[facts.id]?.begun = entry.index
            after.circles[facts.id]?.owesRotation = false
            if facts.kind != .log { after.circles[facts.id]?.manifest = rotation.manifest }
            after.deliveries.append(
                PendingDelivery(blob: delivery, circle: facts.id, generation: facts.generation, recipients: facts.members))
        }
        let movesLog = rotation.circles.contains { $0.kind == .log }
        guard movesLog == (rotation.link != nil) else { throw .delivery }
        if movesLog { after.epochs.append(time) }
    }

    /// New generations of exactly these circles, as far as they are there still, for those who are in them.
    func erased(_ circles: [CircleID], _ rotation: Rotation) throws(VoidReason) -> GroupState {
        var after = state
        var expected: [CircleID: [MemberID]] = [:]
        for id in circles { expected[id] = state.circles[id]?.members }
        try rotate(rotation, expected, &after)
        return after
    }

    private func useKey(_ print: BlobHash, _ after: inout GroupState) throws(VoidReason) {
        guard after.usedKeys.insert(print).inserted else { throw .member }
    }

    private func active(_ id: MemberID) throws(VoidReason) -> Member {
        guard let member = state.member(id), member.ended == nil else { throw .member }
        return member
    }

    private func mine(_ id: CircleID) throws(VoidReason) -> Circle {
        guard let circle = state.circles[id], circle.members.contains(signer) else { throw .circle }
        return circle
    }

    private func shared(with id: MemberID) -> [Circle] {
        state.circles.values.filter { $0.members.contains(id) && $0.members.contains(signer) }
    }
}

extension Event {
    /// Whether an entry of this event and body begins a generation of the log circle, and so carries its delivery in the clear.
    fileprivate func beginsLogGeneration(_ body: Payload.Body) -> Bool {
        switch body {
        case .acceptance(let acceptance): acceptance.rotation.circles.contains { $0.kind == .log }
        case .removal(_, let rotation), .rotation(let rotation): rotation.circles.contains { $0.kind == .log }
        default: false
        }
    }
}
