package import VaultFormat

/// What opening an entry's payload gave. The bytes were present and had the hash the entry names; anything else is damage, not void.
package enum SealedReading: Equatable, Sendable {
    /// It opened under the LogKey or a ReadKey this home holds, and this is what was inside; nil where that is not a well-formed payload.
    case opened(Payload.Reading?, underReadKey: Bool)
    /// It is marked as sealed under the ReadKey of its epoch, which this home does not hold.
    case unreadable
    /// It was a reveal's and has expired, as a later entry says.
    case erased
    /// It does not open under the key it must open under.
    case doesNotOpen
}

/// Replays the log entry by entry. Total: a well signed, well placed entry either has its effect or is void and changes nothing.
package enum Replay {
    /// What an entry did.
    package enum Effect: Equatable, Sendable {
        /// It changed the group or a case.
        case changed(Payload)
        /// It tells of a look at content or the log, or of a refusal; the state stays.
        case witnessed(Payload)
        /// An event of a later program that may be passed over.
        case passedOver
        /// Sealed for readers of an epoch whose ReadKey this home lacks.
        case unreadable
        /// A reveal whose payload has expired.
        case erased
        /// It breaks a rule and changed nothing.
        case void(VoidReason)
        /// An event of a later program that must not be passed over: stop here.
        case needsNewer
    }

    /// Applies the entry to `state` and to the cases it names; `cases` must hold every case the payload names that exists. `list` is the
    /// list that an import names, nil where those bytes do not open or are none.
    package static func apply(
        _ entry: VerifiedEntry, _ reading: SealedReading, list: ImportList? = nil, to state: inout GroupState,
        cases: inout [Int: CaseRecord]
    ) -> Effect {
        let effect = judge(entry, reading, &state) { payload, state throws(VoidReason) in
            try CaseRules(entry: entry, state: state, list: list).apply(payload, to: &state, cases: &cases)
        }
        state.lastTime = entry.text.time
        state.note(entry.text.time, at: entry.index)
        return effect
    }

    /// The same for who follows the group and knows no case: what an entry says of cases is not judged, and of an erasure only the circles
    /// that rotate with it are taken over.
    package static func applyToGroup(_ entry: VerifiedEntry, _ reading: SealedReading, to state: inout GroupState) -> Effect {
        let effect = judge(entry, reading, &state) { payload, state throws(VoidReason) in
            guard case .erasure(_, let rotation) = payload.body else { return .witnessed(payload) }
            state = try MembershipRules(entry: entry, state: state).erased(rotation.circles.map(\.id), rotation)
            return .changed(payload)
        }
        state.lastTime = entry.text.time
        state.note(entry.text.time, at: entry.index)
        return effect
    }

    /// What the clear part of an entry settles before its payload is opened; nil where the payload decides.
    ///
    /// Nobody whose membership is over, and nobody who may not begin a generation of the log circle, gets as far as making others open what
    /// they sealed. And while the log circle owes a rotation, nothing counts that is sealed under the key of those who have gone.
    package static func verdictUnopened(_ entry: VerifiedEntry, _ state: GroupState) -> Effect? {
        guard let signer = state.member(entry.signer.member) else { return .void(.role) }
        guard signer.isWithin(entry.text.time) else { return .void(.endDate) }
        guard entry.text.delivery != nil else { return state.circles[state.logCircle]?.owesRotation == true ? .void(.circle) : nil }
        return Rules.may(signer.role, hasEndDate: signer.until != nil, sign: .circleRotated) ? nil : .void(.role)
    }

    /// The first entry: makes the state. Throws ``VoidReason`` where it breaks a rule: a log without a valid beginning is no log.
    package static func begin(_ entry: VerifiedEntry, _ founding: Founding) throws(VoidReason) -> GroupState {
        let text = entry.text
        guard founding.rules == 1 else { throw .rules }
        guard text.roster == 0 else { throw .roster }
        guard let delivery = text.delivery else { throw .delivery }
        let founder = founding.founder
        guard entry.signer == KeyName(group: text.group, member: founder.id, number: founder.keyNumber), founder.number == 1,
            founder.keyNumber == 1, founder.role == .member, founder.until == nil
        else { throw .founder }
        var circles: [CircleID: Circle] = [:]
        let kinds: [CircleKind] = [.log, .group, .private]
        guard founding.circles.map(\.kind) == kinds, founding.circles[0].id == .log(of: text.group) else { throw .circle }
        for facts in founding.circles {
            guard facts.generation == 1, facts.members == [founder.id], circles[facts.id] == nil,
                (facts.delivery == nil) == (facts.kind == .log)
            else { throw .circle }
            circles[facts.id] = Circle(facts, delivery: facts.delivery ?? delivery, begun: 0)
        }
        let member = Member(
            id: founder.id, number: 1, role: .member, until: nil, since: text.time, ended: nil, keyNumber: 1, signing: founder.signing,
            decryption: founder.decryption, name: founder.name, nameEpoch: 1)
        return GroupState(
            group: text.group, rules: 1, retentionYears: founding.retentionYears, groupName: founding.name, members: [member],
            circles: circles, groupCircle: founding.circles[1].id, rosterIndex: 0, lastCase: 0,
            lastTime: text.time, epochs: [text.time],
            deliveries: founding.circles.map {
                PendingDelivery(blob: $0.delivery ?? delivery, circle: $0.id, generation: 1, recipients: $0.members)
            }, usedKeys: [KeyPrint.of(founder.signing), KeyPrint.of(founder.decryption)], formerIDs: [], formerCircles: [],
            expired: 0, months: [MonthBegun(month: text.time.day.firstOfMonth, index: 0)])
    }

    /// The cases a payload names, so that the caller can load them before ``apply(_:_:to:cases:)``.
    package static func casesNamed(in payload: Payload) -> [Int] {
        if case .searched(let hits) = payload.body { return hits.map(\.caseNumber) }
        return caseNamed(in: payload).map { [$0] } ?? []
    }

    /// The one case a payload is about; nil for none, for an import and for a search.
    package static func caseNamed(in payload: Payload) -> Int? {
        switch payload.body {
        case .founding, .acceptance, .removal, .until, .leaving, .ending, .refresh, .circle, .rotation, .rewrapping, .lineLeft,
            .logExported,
            .backup, .restoration, .imported, .expiry, .searched:
            nil
        case .caseMoved(let move): move.number
        case .caseWritten(let writing): writing.number
        case .caseNamed(let number), .erasure(let number, _): number
        case .noteWritten(let writing): writing.caseNumber
        case .attachmentWritten(let writing): writing.caseNumber
        case .reveal(let reveal): reveal.caseNumber
        case .logRead(let number), .refusal(_, let number): number
        }
    }

    private static func judge(
        _ entry: VerifiedEntry, _ reading: SealedReading, _ state: inout GroupState,
        items: (Payload, inout GroupState) throws(VoidReason) -> Effect
    ) -> Effect {
        if let verdict = verdictUnopened(entry, state) { return verdict }
        let keepsRoster = entry.text.roster == state.rosterIndex
        let read: Payload.Reading?
        let underReadKey: Bool
        switch reading {
        // No reveal begins a generation of the log circle.
        case .unreadable where entry.text.delivery != nil, .erased where entry.text.delivery != nil: return .void(.delivery)
        case .unreadable: return keepsRoster ? .unreadable : .void(.roster)
        case .erased: return keepsRoster ? .erased : .void(.roster)
        case .doesNotOpen: return .void(.doesNotOpen)
        case .opened(let inside, let isRead): (read, underReadKey) = (inside, isRead)
        }
        switch read {
        case nil: return .void(.notCanonical)
        case .needsNewer: return .needsNewer
        // A generation of the log circle is never passed over: its key is one that others do not come to hold.
        case .mayPassOver where entry.text.delivery != nil: return .void(.delivery)
        case .mayPassOver: return keepsRoster ? .passedOver : .void(.roster)
        case .known(let payload):
            do throws(VoidReason) {
                try checkSigner(entry, payload, underReadKey, state)
                if let after = try MembershipRules(entry: entry, state: state).applied(payload) {
                    state = after
                    return .changed(payload)
                }
                return try items(payload, &state)
            } catch {
                return .void(error)
            }
        }
    }

    /// What holds for every event alike: key, role, outcome, roster line.
    private static func checkSigner(_ entry: VerifiedEntry, _ payload: Payload, _ underReadKey: Bool, _ state: GroupState)
        throws(VoidReason)
    {
        let event = payload.event
        guard event.isReveal == underReadKey else { throw .wrongKey }
        guard let signer = state.member(entry.signer.member) else { throw .role }
        guard Rules.may(signer.role, hasEndDate: signer.until != nil, sign: event) else { throw .role }
        guard Rules.allows(payload.outcome, for: event) else { throw .outcome }
        guard entry.text.roster == (event.changesRoster ? entry.index : state.rosterIndex) else { throw .roster }
    }
}

/// The rule that a void entry breaks.
package enum VoidReason: String, Error, Equatable, Sendable {
    /// The payload does not open.
    case doesNotOpen
    /// The payload is not canonical or not well formed.
    case notCanonical
    /// A reveal under a LogKey or anything else under a ReadKey.
    case wrongKey
    /// The signer's role may not do this.
    case role
    /// The signer's end date had passed.
    case endDate
    /// An outcome this event cannot have.
    case outcome
    /// The roster line names another entry than the last change of membership.
    case roster
    /// A delivery line where none belongs, or none where one does.
    case delivery
    /// A member who does not exist or has gone, a number that does not follow, an id or key that stood in the log before, or one that
    /// does not work.
    case member
    /// Nobody without an end date would be left.
    case lastMember
    /// Rules of another number.
    case rules
    /// The founder is not described as a founder must be.
    case founder
    /// A circle that does not exist, is not the signer's, has another generation or owes a rotation.
    case circle
    /// A case or note number that does not follow.
    case number
    /// A version that does not follow.
    case version
    /// No such case or note.
    case unknownItem
    /// Another item id than the case or note has.
    case item
    /// Only the author may do this.
    case author
    /// The case is closed or erased.
    case closed
    /// The reason is not the true one.
    case reason
    /// What expires is not older than the group's period, or has expired before.
    case retention
}
