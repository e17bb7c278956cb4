import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// What has to be in the log before anything else is: end dates that have passed, rotations that are owed, my fresh key. Says what it
    /// did in ``settled``. Throws ``Fault/rotationOwed(_:)`` where the log circle owes and I may not rotate it.
    func settle() throws {
        try rotateOwedCircles()
        try nameLineLeft()
        try endPassedRoles()
        if state.owesFreshKey(me) { try refreshKey() }
        try forgetEndedKeys()
    }

    /// Whose day is over is ended by whoever may, at their next command; what only they could open goes. Each before the next, since
    /// nothing else counts while the log circle owes.
    private func endPassedRoles() throws {
        guard myself.role == .member, myself.until == nil else { return }
        for member in state.activeMembers where !member.isWithin(surroundings.now()) && member.id != me {
            let isDone = try appendSettled {
                try rotateOwedCircles()
                guard state.member(member.id)?.ended == nil else { return nil }
                return Change(
                    payload: Payload(.roleEnded, .ending(member: member.number)), removing: try vanishing(with: member.id).blobs)
            }
            if isDone { settled.append(.roleEnded(member: name(of: member.id))) }
            try rotateOwedCircles()
        }
    }

    private func rotateOwedCircles() throws {
        guard try !owedByMe().isEmpty else { return }
        guard Rules.may(myself.role, hasEndDate: myself.until != nil, sign: .circleRotated) else {
            if state.circles[state.logCircle]?.owesRotation == true {
                throw Fault.rotationOwed(state.activeMembers.filter { $0.role != .auditor }.map { name(of: $0.id) })
            }
            return
        }
        var rotated: [Circle] = []
        let isDone = try appendSettled {
            rotated = try owedByMe()
            guard !rotated.isEmpty else { return nil }
            let drawn = try draw(Dictionary(uniqueKeysWithValues: rotated.map { ($0.id, $0.members) }))
            return Change(payload: Payload(.circleRotated, .rotation(drawn.rotation)), drawn)
        }
        if isDone { settled.append(.rotated(circles: rotated.count, endsBackups: rotated.contains { $0.kind != .log })) }
    }

    /// Circles of mine that owe a rotation and whose key I have: others may be able to open what I could only carry as lost.
    private func owedByMe() throws -> [Circle] {
        try state.circles.values.filter { try $0.owesRotation && $0.members.contains(me) && keys.holds($0) }
    }

    /// A fresh decryption key: stored, published, and only then the old one forgotten.
    private func refreshKey() throws {
        let fresh = DecryptionKey.random()
        try keys.store(fresh, number: try keys.newestDecryption() + 1)
        try appendSettled {
            try rotateOwedCircles()
            guard try state.owesFreshKey(me) || !keys.holds(myself.decryption) else { return nil }
            return Change(payload: Payload(.keyRefreshed, .refresh(fresh.publicKey)))
        }
    }

    /// After this home has left a line of the log for this one, the log says so before it says anything else of mine. The decryption key
    /// that is published here may be one that was forgotten on the other line.
    private func nameLineLeft() throws {
        guard let head = try membership.lineLeft() else { return }
        try appendSettled {
            try rotateOwedCircles()
            return Change(payload: Payload(.logTrusted, .lineLeft(head)))
        }
        if try !keys.holds(myself.decryption) { try refreshKey() }
        try membership.set([.left: []], at: edge.size)
    }

    /// Forgets decryption keys but the one that is published (what is newer was stored for an entry that never came), and circle keys that
    /// have ended, so that a stolen computer with an old backup opens nothing of what has ended. Also where a crash came between publishing
    /// and forgetting, and where a generation ended that was never delivered to the present decryption key.
    private func forgetEndedKeys() throws {
        var change = HomeChange(size: edge.size)
        change.keysOut = try endedDecryptionKeys() + endedCircleKeys()
        if !change.keysOut.isEmpty { try membership.pin(change) }
    }

    private func endedDecryptionKeys() throws -> [StoredKeyName] {
        let names = try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("decryption")) }
        guard names.count > 1, let published = try names.last(where: { try keys.holds(myself.decryption, number: $0.generation) }) else {
            return []
        }
        return names.filter { $0 != published }
    }

    private func endedCircleKeys() throws -> [StoredKeyName] {
        let ended = try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("circle")) }.filter { name in
            guard let circle = (try? CircleID(exactly: name.circle)).flatMap({ state.circles[$0] }) else { return true }
            return try name.generation < circle.generation && keys.holds(circle)
        }
        guard !ended.isEmpty else { return [] }
        let unfinished = try circlesWithMissingParts()
        return ended.filter { name in !unfinished.contains { $0.bytes == name.circle } }
    }

    /// Circles of mine with parts that are not in the vault: while the present generation of a part may be lost, the key of the one before
    /// is kept for whoever finds an older copy. `check` names the parts.
    private func circlesWithMissingParts() throws -> Set<CircleID> {
        var missing: Set<CircleID> = []
        try eachCaseWithParts { entry in
            for part in entry.record.parts where mayOpen(part.facts) && !missing.contains(part.facts.circle) {
                guard part.facts.blob != Manifest.lost else { continue }
                let isThere = try Fault.ofVault { () throws(StoreError) in try vault.hasBlob(part.facts.blob) }
                if !isThere { missing.insert(part.facts.circle) }
            }
        }
        return missing
    }

    /// Things that were settled before the command itself, to be said.
    package enum Settled: Equatable, Sendable {
        /// Somebody's end date had passed.
        case roleEnded(member: String)
        /// Circles got new keys after somebody left; with a circle of content among them earlier backups have ended.
        case rotated(circles: Int, endsBackups: Bool)
    }
}

extension Change {
    /// A change that rotates: what was drawn comes with it.
    init(payload: Payload, _ drawn: DrawnRotation, adding: [Blob] = [], removing: [BlobHash] = []) {
        self.payload = payload
        self.adding = drawn.adding + adding
        streaming = drawn.streaming
        self.removing = drawn.removing + removing
        delivery = drawn.logDelivery
        epoch = drawn.epoch
    }
}
