import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `member accept`: the words, the log that the joiner saw and the joiner's key are checked; then the log circle gets a new key, the
    /// newcomer the keys they are given, and the request goes. With `replaces` also every circle shared with the one replaced gets new
    /// keys. `words` are the six that the acceptor heard. Throws ``Fault``: no such request, words differ, request refused, name taken,
    /// end date needed, too many.
    package func accept(_ newcomer: Newcomer, words: WordCode, dryRun: Bool) throws -> MemberAccepted {
        try require(newcomer.replaces == nil ? .memberAccepted : .memberReplaced)
        let admissible = { try self.admission(of: newcomer, with: try self.request(newcomer.request, saying: words)) }
        let plan = try admissible()
        let blob = plan.request.name
        if dryRun {
            return answer(plan, number: plan.number, epoch: state.epoch + 1, reads: nil)
        }
        var accepted = plan
        var reads: GrantedReads?
        try append {
            let now = try admissible()
            accepted = now
            let drawn = try draw(circlesToRotate(now), newcomer: Recipient(id: now.member, key: now.decryption))
            let name = try keys.seal(name: now.name, of: now.member, epoch: drawn.epoch)
            let given = try now.given.map { try give($0, to: now) }
            reads = try now.readsFrom.flatMap { try keys.grant(reads: $0...state.epoch, to: now.member, now.decryption) }
            let bundle = reads.map { Self.blob($0.bytes) }
            var rotation = drawn.rotation
            var adding = [Self.blob(name)] + given.map(\.delivery) + [bundle].compactMap { $0 }
            if now.beginsGroupCircle {
                let readers = state.activeMembers.filter { $0.role != .auditor }.map(\.id) + [now.member]
                let (facts, delivery) = try drawCircle(
                    .random(), .group, 1, readers.sorted(), Recipient(id: now.member, key: now.decryption))
                rotation = Rotation(
                    circles: (rotation.circles + [facts]).sorted { $0.id < $1.id }, link: rotation.link, manifest: rotation.manifest)
                adding.append(delivery)
            }
            let facts = MemberFacts(
                id: now.member, number: now.number, role: now.role, until: now.until, keyNumber: 1, signing: now.signing,
                decryption: now.decryption, name: BlobHash.of(name))
            let acceptance = Acceptance(
                member: facts, replaces: now.replaced?.id, request: blob, rotation: rotation, given: given.map(\.key), reads: bundle?.hash,
                readsFrom: reads?.from ?? drawn.epoch)
            let event: Event = now.replaced == nil ? .memberAccepted : .memberReplaced
            return Change(
                payload: Payload(event, .acceptance(acceptance)), drawn, adding: adding,
                removing: [blob] + (try now.replaced.map { try vanishing(with: $0.id).blobs } ?? []))
        }
        names[accepted.member] = accepted.name
        return answer(accepted, number: accepted.number, epoch: state.epoch, reads: reads?.from)
    }

    private func answer(_ plan: Admission, number: Int, epoch: Int, reads: Int?) -> MemberAccepted {
        let since = reads.flatMap { state.epochs.indices.contains($0 - 1) ? state.epochs[$0 - 1].day : nil }
        return MemberAccepted(
            number: number, name: plan.name, role: plan.role, epoch: epoch, readsSince: since,
            endsBackups: plan.replaced.map { $0.role != .auditor } ?? false,
            owedCircles: state.circles.values.filter(\.owesRotation).count)
    }

    private static func blob(_ bytes: [UInt8]) -> Blob { Blob(hash: BlobHash.of(bytes), bytes: bytes) }

    /// The log circle with the newcomer; for a replacement every circle that the one replaced and I are in.
    private func circlesToRotate(_ plan: Admission) -> [CircleID: [MemberID]] {
        guard let old = plan.replaced else {
            return [state.logCircle: (state.circles[state.logCircle]?.members ?? []) + [plan.member]]
        }
        return shared(with: old.id).reduce(into: [:]) { $0[$1.id] = $1.members.filter { $0 != old.id } + [plan.member] }
    }

    private func give(_ circle: Circle, to plan: Admission) throws -> (key: GivenKey, delivery: Blob) {
        let delivery = try keys.withCircleKey(circle.id, circle.generation) {
            try deliver($0, of: circle.id, circle.generation, to: [plan.member], Recipient(id: plan.member, key: plan.decryption))
        }
        return (GivenKey(circle: circle.id, generation: circle.generation, delivery: delivery.hash), delivery)
    }
}

/// A newcomer whose request fits the log as it is now.
private struct Admission {
    let request: OpenRequest
    let name: String
    let number: Int
    let role: Role
    let until: Day?
    let replaced: Member?
    /// Circles whose present key is given.
    let given: [Circle]
    let beginsGroupCircle: Bool
    /// The first epoch whose reads are wished for.
    let readsFrom: Int?

    var member: MemberID { request.text.member }
    var signing: SigningPublicKey { request.text.signing }
    var decryption: DecryptionPublicKey { request.text.decryption }
}

extension Session {
    /// Before anybody types words: would this newcomer with the right ones be accepted, by me, as things stand? What is owed before an
    /// acceptance is done now, where the vault is written to. Throws what accepting would find now; of several requests with that number,
    /// for the first where it is none of them.
    package func requireAcceptable(_ newcomer: Newcomer) throws {
        try require(newcomer.replaces == nil ? .memberAccepted : .memberReplaced)
        if vault.access == .readWrite { try settle() }
        let numbered = try requests(numbered: newcomer.request)
        if numbered.contains(where: { (try? admission(of: newcomer, with: $0)) != nil }) { return }
        _ = try admission(of: newcomer, with: numbered[0])
    }

    /// Whether a newcomer can have that name. Throws ``Fault/nameTaken``, ``Fault/text(_:_:)``.
    package func requireFree(name: String) throws { try requireFree(try Self.line(ofName: name), but: nil) }

    private func requireFree(_ name: String, but replaced: Member?) throws {
        let taken = state.activeMembers.contains { $0.id != replaced?.id && Self.folded(self.name(of: $0.id)) == Self.folded(name) }
        guard !taken else { throw Fault.nameTaken }
    }

    private static func line(ofName name: String) throws -> String {
        try checked(.name) { () throws(FormatError) in try Line(name, limit: Limits.name).text }
    }

    private func admission(of newcomer: Newcomer, with request: OpenRequest) throws -> Admission {
        let name = try Self.line(ofName: newcomer.name)
        let replaced = try newcomer.replaces.map(member)
        if replaced?.id == me { throw Fault.notOneself }
        // Who it is has to be typed, so that nobody is let back in as somebody else than the one who said the words.
        let returning = try requireFitting(request.text)
        guard returning == nil || returning?.id == replaced?.id else { throw Fault.recoveryRequest }
        try requireFree(name, but: replaced)
        let role = replaced?.role ?? newcomer.role
        let until = replaced.map(\.until) ?? newcomer.until
        guard role == .member || until != nil, until.map({ $0 >= surroundings.now().day }) ?? true else { throw Fault.endDateNeeded }
        guard replaced != nil || state.activeMembers.count < Limits.members else { throw Fault.tooMany(.members) }
        if replaced == nil, role != .auditor, newcomer.history == .none { try requireRoomForCircle() }
        let givesHistory = replaced == nil && role != .auditor && newcomer.history == .all
        return Admission(
            request: request, name: name, number: replaced?.number ?? state.members.count + 1, role: role, until: until, replaced: replaced,
            given: givesHistory
                ? state.circles.values.filter { $0.kind == .group && $0.members.contains(me) }.sorted { $0.id < $1.id } : [],
            beginsGroupCircle: replaced == nil && role != .auditor && newcomer.history == .none,
            readsFrom: replaced.map { epoch(at: $0.since.day) } ?? newcomer.from.map(epoch(at:)))
    }

    /// The request of that number whose words were typed.
    private func request(_ number: Int, saying words: WordCode) throws -> OpenRequest {
        for request in try requests(numbered: number) where try Fault.words(ofRequest: request.bytes) == words { return request }
        throw Fault.wordsDiffer
    }

    /// All requests of that number, of which there is one at least. Throws ``Fault/noSuchRequest(_:)``.
    private func requests(numbered number: Int) throws -> [OpenRequest] {
        let numbered = try OpenRequest.all(in: vault, of: groupID).filter { $0.number == number }
        guard !numbered.isEmpty else { throw Fault.noSuchRequest(number) }
        return numbered
    }

    /// The log that the joiner saw must be a beginning of mine, and nobody's membership may have ended since: else somebody who is off
    /// could have shown them an old branch and accepted them there. Their keys must be new, and work; but a member who comes back has the
    /// signing key they had, and is returned.
    private func requireFitting(_ request: JoinRequest) throws -> Member? {
        guard (1...edge.size).contains(request.head.size), try head(at: request.head.size) == request.head,
            try !hasAnybodyGone(since: request.head.size)
        else { throw Fault.requestRefused }
        guard !state.usedKeys.contains(KeyPrint.of(request.decryption)), (try? request.decryption.check()) != nil else {
            throw Fault.requestRefused
        }
        if let member = state.member(request.member) {
            guard member.ended == nil, member.signing == request.signing else { throw Fault.requestRefused }
            return member
        }
        guard !state.usedKeys.contains(KeyPrint.of(request.signing)), !state.formerIDs.contains(request.member) else {
            throw Fault.requestRefused
        }
        return nil
    }

    /// Whether an entry from that index on ends a membership, or sets a day on which one ends. Who joined meanwhile is no danger: several
    /// may ask before the first is accepted; nor is a day that is over, which my own acceptance may be the first to say: who had an end
    /// date then accepts nobody.
    private func hasAnybodyGone(since index: Int) throws -> Bool {
        for index in index..<edge.size {
            switch try loggedLine(index).event {
            case .memberRemoved, .memberLeft, .memberReplaced, .memberUntil: return true
            default: continue
            }
        }
        return false
    }

    /// The tree of my log when it had `size` entries: the entry at that index names it.
    private func head(at size: Int) throws -> TreeHead {
        guard size < edge.size else { return edge.head }
        let bytes = try Fault.ofHome { () throws(StoreError) in try home.entry(at: size) }
        guard let bytes, let entry = try? UnverifiedEntry(parsing: bytes) else { throw Fault.homeDamaged }
        return entry.text.tree
    }

    /// The epoch that was current when that day began, or the first.
    private func epoch(at day: Day) -> Int { max(1, state.epochs.lastIndex { $0.day < day }.map { $0 + 1 } ?? 1) }
}
