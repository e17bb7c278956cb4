import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Payloads that keep every rule, and their replay.
extension TestGroup {
    /// Applies a payload as the next entry; `underReadKey` is what the rules ask for unless a test says otherwise.
    mutating func apply(
        _ payload: Payload, by person: Person, text: EntryText? = nil, underReadKey: Bool? = nil
    ) throws -> Replay.Effect {
        try apply(
            .opened(.known(payload), underReadKey: underReadKey ?? payload.event.isReveal), by: person,
            text: text ?? self.text(for: payload))
    }

    /// Applies what opening a payload gave.
    mutating func apply(_ reading: SealedReading, by person: Person, text: EntryText? = nil) throws -> Replay.Effect {
        let entry = try verify(signed(text ?? self.text(), by: person))
        let effect = Replay.apply(entry, reading, to: &state, cases: &cases)
        edge.append(leaf: entry.leaf)
        return effect
    }

    /// Puts a case there, with one note, both of that author, without asking the rules. Returns its number.
    mutating func place(caseOf author: Person, in circle: CircleID? = nil, state caseState: CaseState = .shared) -> Int {
        state.lastCase += 1
        let circle = circle ?? state.groupCircle
        state.circles[circle]?.cases += 1
        let note = NoteRecord(
            number: 1, item: .filled(0x20), author: author.rawValue, version: 1, updated: Self.noon, body: part(.body, in: circle))
        cases[state.lastCase] = CaseRecord(
            number: state.lastCase, item: .filled(UInt8(state.lastCase)), author: author.rawValue, state: caseState, version: 1,
            updated: Self.noon, summary: part(.summary, in: circle), body: part(.body, in: circle), earlier: [], notes: [note])
        return state.lastCase
    }

    /// A new case in a circle.
    func newCase(in circle: CircleID) -> CaseWriting {
        CaseWriting(
            number: state.lastCase + 1, item: .filled(0x77), version: 1, summary: part(.summary, in: circle), body: part(.body, in: circle))
    }

    /// The next version of a case that is there.
    func nextVersion(of number: Int) throws -> CaseWriting {
        guard let record = cases[number], let summary = record.summary, let body = record.body else { throw TestFailure() }
        return CaseWriting(
            number: number, item: record.item, version: record.version + 1, summary: part(.summary, in: summary.circle),
            body: part(.body, in: body.circle))
    }

    /// The next note of a case that is there.
    func nextNote(of number: Int) throws -> NoteWriting {
        guard let record = cases[number], let body = record.body else { throw TestFailure() }
        return NoteWriting(
            caseNumber: number, number: record.notes.count + 1, item: .filled(0x21), version: 1, body: part(.body, in: body.circle))
    }

    /// The next attachment of a case that is there.
    func nextAttachment(of number: Int) throws -> AttachmentWriting {
        guard let record = cases[number], let body = record.body else { throw TestFailure() }
        return AttachmentWriting(
            caseNumber: number, number: record.attachments.count + 1, item: .filled(0x22), version: 1,
            summary: part(.summary, in: body.circle), body: part(.body, in: body.circle))
    }

    /// Puts attachment 1 beside a case, without asking the rules.
    mutating func placeAttachment(of number: Int, by author: Person) throws {
        let next = try nextAttachment(of: number)
        cases[number]?.attachments.append(
            AttachmentRecord(
                number: next.number, item: next.item, author: author.rawValue, added: Self.noon, summary: next.summary, body: next.body))
    }

    /// The next version of note 1 of a case that is there.
    func nextVersionOfNote(of number: Int) throws -> NoteWriting {
        guard let note = cases[number]?.note(1) else { throw TestFailure() }
        return NoteWriting(
            caseNumber: number, number: 1, item: note.item, version: note.version + 1, body: part(.body, in: note.body.circle))
    }

    /// A payload of every event this version of the program knows, about a case of `person`, that breaks no rule but, perhaps, the role's.
    /// Where the event is about somebody else's end date, it makes that date pass; where it is about an attachment, it puts one there.
    mutating func lawfulPayload(_ event: Event, by person: Person, about number: Int) throws -> Payload? {
        if let payload = try lawfulMembership(event, by: person) { return payload }
        let record = cases[number]
        switch event {
        case .caseShared: return Payload(event, .caseMoved(try move(of: number, to: state.groupCircle)))
        case .caseWithdrawn: return Payload(event, .caseMoved(try move(of: number, to: own(person))))
        case .groupCreated: return Payload(event, .founding(founding(by: person)))
        case .caseAdded: return Payload(event, .caseWritten(newCase(in: state.groupCircle)))
        case .caseChanged: return Payload(event, .caseWritten(try nextVersion(of: number)))
        case .caseClosed: return Payload(event, .caseNamed(number))
        case .caseErased: return erasing(number, rotation(of: Array(cases[number]?.circles ?? [])))
        case .noteAdded: return Payload(event, .noteWritten(try nextNote(of: number)))
        case .noteChanged: return Payload(event, .noteWritten(try nextVersionOfNote(of: number)))
        case .attachmentAdded: return Payload(event, .attachmentWritten(try nextAttachment(of: number)))
        case .attachmentSaved:
            try placeAttachment(of: number, by: person)
            return Payload(event, .reveal(Reveal(case: number, attachment: 1, reason: .own)))
        case .casesListed: return Payload(event, .reveal(Reveal()))
        case .caseOpened:
            return Payload(event, .reveal(Reveal(case: number, part: .body, version: record?.version, reason: .own)))
        case .noteOpened: return Payload(event, .reveal(Reveal(case: number, reason: .own)))
        case .logOpened: return Payload(event, .logRead(case: number))
        case .payloadExpired:
            // Eva went away so long ago that her name need not be kept.
            leaveLongAgo(.eva)
            return Payload(event, .expiry(Expiry(from: 0, before: 0, payloads: [], names: [Person.eva.rawValue])))
        case .logVerified: return Payload(event, .logRead(case: nil))
        case .accessRefused: return Payload(event, outcome: .refused, .refusal(of: .caseOpened, case: number))
        default: return nil
        }
    }

    private mutating func lawfulMembership(_ event: Event, by person: Person) throws -> Payload? {
        let other: Person = person == .gijs ? .fatima : .gijs
        switch event {
        case .memberAccepted: return newcomer().payload
        case .memberReplaced: return replacement(of: other, by: person).payload
        case .memberUntil: return Payload(event, .until(member: Person.sam.rawValue, Self.lastDay))
        case .memberLeft: return Payload(event, .leaving)
        case .memberRemoved: return removing(other, removal(of: other, by: person))
        case .roleEnded:
            expire(other)
            return Payload(event, .ending(member: other.rawValue))
        case .keyRefreshed: return Payload(event, .refresh(DecryptionKey.random().publicKey))
        case .circleCreated: return Payload(event, .circle(newCircle(.some, [person, .sam]).facts))
        case .circleRotated: return Payload(event, .rotation(rotation(of: [state.groupCircle]).rotation))
        case .logTrusted: return Payload(event, .lineLeft(TreeHead(size: 7, root: .filled(0x51))))
        case .keyRewrapped: return Payload(event, .rewrapping(member: other.rawValue, [givenKey(state.groupCircle)]))
        default: return nil
        }
    }

    /// A case with its notes and attachments, all in one circle from now on.
    func move(of number: Int, to circle: CircleID) throws -> CaseMove {
        guard let record = cases[number] else { throw TestFailure() }
        func place() -> CaseMove.MovedPart {
            CaseMove.MovedPart(
                circle: circle, generation: state.circles[circle]?.generation ?? 1,
                blob: BlobHash(trusted: SecureRandom.bytes(BlobHash.count)))
        }
        return CaseMove(
            number: number, summary: place(), body: place(),
            notes: record.notes.map { CaseMove.MovedNote(number: $0.number, body: place()) },
            attachments: record.attachments.map { CaseMove.MovedAttachment(number: $0.number, summary: place(), body: place()) })
    }

    /// A founding of this group by one of its people.
    func founding(by person: Person) -> Founding {
        let facts = MemberFacts(
            id: member(person), number: 1, role: .member, until: nil, keyNumber: 1, signing: signingKey(member(person)).publicKey,
            decryption: .filled(1), name: .filled(2))
        let circles = [CircleKind.log, .group, .private].enumerated().map { index, kind in
            CircleFacts(
                id: kind == .log ? .log(of: id) : .filled(UInt8(index)), kind: kind, generation: 1, members: [member(person)],
                commitment: .filled(3),
                delivery: kind == .log ? nil : .filled(4))
        }
        return Founding(rules: 1, name: .filled(5), retentionYears: 5, founder: facts, circles: circles)
    }
}
