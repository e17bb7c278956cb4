package import VaultFormat
package import VaultLog
import VaultStore

extension Session {
    /// `member list`: everybody who ever was a member, in order of number; nothing is appended.
    package func members() throws -> [MemberListing] {
        state.members.map {
            MemberListing(
                number: $0.number, name: name(of: $0.id), role: $0.role, since: $0.since, until: $0.until, ended: $0.ended?.how)
        }
    }

    /// The active member who is meant: a number, or a name that one of them has. Throws ``Fault/noSuchMember``.
    package func member(_ reference: MemberReference) throws -> Member {
        switch reference {
        case .number(let number):
            guard let member = state.member(number), member.ended == nil else { throw Fault.noSuchMember }
            return member
        case .name(let name):
            let named = state.activeMembers.filter { Self.folded(self.name(of: $0.id)) == Self.folded(name) }
            guard let member = named.first, named.count == 1 else { throw Fault.noSuchMember }
            return member
        }
    }

    /// A name for comparing: without case; strings compare by canonical equivalence, which is what NFC is for.
    static func folded(_ name: String) -> String { name.uppercased().lowercased() }

    /// `member until`: the last day of a membership. Throws ``Fault``: no such member, a day that has passed, the last member without an
    /// end date.
    package func setUntil(_ reference: MemberReference, _ day: Day, dryRun: Bool) throws -> MemberUntil {
        try require(.memberUntil)
        func target() throws -> Member {
            let target = try member(reference)
            guard day >= surroundings.now().day else { throw Fault.endDateNeeded }
            guard state.lasting.contains(where: { $0.id != target.id }) else { throw Fault.lastMember }
            return target
        }
        let found = try target()
        if !dryRun { try append { Change(payload: Payload(.memberUntil, .until(member: try target().number, day))) } }
        let vanishing = try vanishing(with: found.id)
        return MemberUntil(
            number: found.number, name: name(of: found.id), until: day, ownTexts: vanishing.cases.count + vanishing.texts.count)
    }

    /// Circles that somebody and I are in.
    func shared(with id: MemberID) -> [Circle] {
        state.circles.values.filter { $0.members.contains(id) && $0.members.contains(me) }
    }

    /// What goes when somebody goes.
    func vanishing(with id: MemberID) throws -> Vanishing {
        var vanishing = Vanishing()
        let circles = Set(state.circles.values.filter { $0.members == [id] }.map(\.id))
        guard !circles.isEmpty else { return vanishing }
        try eachCase { entry in
            let parts = entry.record.parts
            let gone = parts.filter { circles.contains($0.facts.circle) }
            guard !gone.isEmpty else { return }
            vanishing.blobs += gone.map(\.facts.blob)
            if gone.count == parts.count {
                vanishing.cases.append(entry.record.number)
            } else {
                vanishing.texts.append(entry.record.number)
            }
        }
        return vanishing
    }

    /// What nobody else has a key to, since they alone are in its circle.
    struct Vanishing {
        /// Numbers of cases of which nothing is left.
        var cases: [Int] = []
        /// Numbers of cases shared by title and pitch only: those stay, the text and what stands beside it go.
        var texts: [Int] = []
        /// The blobs of all these parts.
        var blobs: [BlobHash] = []
    }
}
