import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `member remove`: takes somebody off. One transaction: the log gets a new key, so does every circle that they and I share, every part
    /// in those is sealed anew, and what only they could open goes. Circles of theirs that I am not in owe a rotation. Throws ``Fault``:
    /// no such member, oneself, the last member without an end date.
    package func remove(_ reference: MemberReference, dryRun: Bool) throws -> MemberRemoved {
        let target = try removable(reference)
        let opened = try casesOpened(by: target.number)
        let vanishing = try vanishing(with: target.id)
        if dryRun { return try foreseen(target, opened, vanishing) }
        var drawn: DrawnRotation?
        try append {
            let target = try removable(.number(target.number))
            let circles = shared(with: target.id).map { ($0.id, $0.members.filter { $0 != target.id }) }
            let now = try draw(Dictionary(uniqueKeysWithValues: circles))
            drawn = now
            return Change(
                payload: Payload(.memberRemoved, .removal(member: target.number, now.rotation)), now,
                removing: try self.vanishing(with: target.id).blobs)
        }
        guard let drawn else { throw OurBug(place: "removed without keys") }
        return MemberRemoved(
            number: target.number, name: name(of: target.id), epoch: state.epoch, rewrittenParts: drawn.rewritten, lostParts: drawn.lost,
            owedCircles: owedCircles(), openedCases: opened, erasedCases: vanishing.cases, erasedTexts: vanishing.texts)
    }

    /// `member leave`: my own notice; the next keys are drawn by others, whose circles owe them. With `withdrawMine` the cases I shared
    /// become drafts first, and go with me. Throws ``Fault``: the last member without an end date.
    package func leave(withdrawMine: Bool, dryRun: Bool) throws -> MemberLeft {
        try require(.memberLeft)
        func requireOthers() throws {
            guard state.lasting.contains(where: { $0.id != me }) else { throw Fault.lastMember }
        }
        try requireOthers()
        let mine = withdrawMine ? try myOpenShares() : []
        let vanishing = try vanishing(with: me)
        let left = MemberLeft(
            number: myself.number, erasedCases: Set(vanishing.cases + mine).sorted(),
            erasedTexts: vanishing.texts.filter { !mine.contains($0) })
        if dryRun { return left }
        for number in mine { _ = try withdraw(case: number, dryRun: false) }
        try append {
            try requireOthers()
            return Change(payload: Payload(.memberLeft, .leaving), removing: try self.vanishing(with: me).blobs)
        }
        return left
    }

    private func removable(_ reference: MemberReference) throws -> Member {
        try require(.memberRemoved)
        let target = try member(reference)
        guard target.id != me else { throw Fault.notOneself }
        guard state.lasting.contains(where: { $0.id != target.id }) else { throw Fault.lastMember }
        return target
    }

    /// What a removal would say, from what this home knows.
    private func foreseen(_ target: Member, _ opened: [Int], _ vanishing: Vanishing) throws -> MemberRemoved {
        let circles = Set(shared(with: target.id).map(\.id))
        let parts = try foreseenParts(in: circles)
        let owed = state.circles.values.filter { $0.members.contains(target.id) && !circles.contains($0.id) && $0.members.count > 1 }
        return MemberRemoved(
            number: target.number, name: name(of: target.id), epoch: state.epoch + 1, rewrittenParts: parts.carried, lostParts: parts.lost,
            owedCircles: owed.map { names(of: $0, without: target.id) }, openedCases: opened, erasedCases: vanishing.cases,
            erasedTexts: vanishing.texts)
    }

    /// How many parts a rotation of these circles seals anew, and how many it can only carry as lost.
    func foreseenParts(in circles: Set<CircleID>, but erased: Int? = nil) throws -> (carried: Int, lost: Int) {
        var parts = (carried: 0, lost: 0)
        try eachCaseWithParts { entry in
            guard entry.record.number != erased else { return }
            for part in entry.record.parts where circles.contains(part.facts.circle) {
                if try mayCarry(part.facts) { parts.carried += 1 } else { parts.lost += 1 }
            }
        }
        return parts
    }

    /// Whether a part is there and its key here, as far as can be seen without opening it.
    private func mayCarry(_ facts: PartFacts) throws -> Bool {
        guard facts.blob != Manifest.lost, let circle = state.circles[facts.circle], try keys.holds(circle) else { return false }
        return try Fault.ofVault { () throws(StoreError) in try vault.hasBlob(facts.blob) }
    }

    /// Circles that owe a rotation, each with the names of who can settle it.
    func owedCircles() -> [[String]] {
        state.circles.values.filter(\.owesRotation).sorted { $0.id < $1.id }.map { names(of: $0, without: nil) }
    }

    private func names(of circle: Circle, without id: MemberID?) -> [String] {
        circle.members.filter { $0 != id }.compactMap { state.member($0) }.sorted { $0.number < $1.number }.map { name(of: $0.id) }
    }

    /// Cases that a member has opened, as far as my ReadKeys reach.
    private func casesOpened(by number: Int) throws -> [Int] {
        var opened: [Int] = []
        try eachCase { entry in
            if entry.record.author != number, entry.reads.contains(where: { $0.member == number }) { opened.append(entry.record.number) }
        }
        return opened
    }

    /// Cases of mine that others can open and that can be withdrawn.
    private func myOpenShares() throws -> [Int] {
        var shares: [Int] = []
        try eachCase { entry in
            let record = entry.record
            if record.author == myself.number, record.state == .shared, mayOpen(record.summary) { shares.append(record.number) }
        }
        return shares
    }
}
