import VaultFormat
import VaultLog

/// What a home keeps of each entry so that the log can be shown without replaying it: one canonical JSON value, sealed as a row.
struct LoggedLine: Equatable {
    let time: Instant
    let member: Int?
    /// Whom a change of the membership is about: that member's number.
    let subject: Int?
    /// Nil where this home could not read the payload, or it is void and says nothing that counts.
    let event: Event?
    let caseNumber: Int?
    let note: Int?
    let attachment: Int?
    let outcome: Int?
    let reason: Reason?
    let epoch: Int
    let isVoid: Bool
    /// The cases a search found something in; nil for everything but a search.
    let found: [Int]?
    /// The cases an import brought; nil for everything else.
    let imported: ClosedRange<Int>?
    /// A look at content, sealed for readers of the log.
    let isReveal: Bool
    /// It was one, and has expired: nothing is kept but whose it was and when, which the entry itself says.
    let isErased: Bool

    /// Circles get new keys, so that backups made before do not open whole any more.
    static let endsBackups: Set<Event> = [.memberRemoved, .circleRotated, .caseErased]
    /// Reveals that count as a look at a case, for those who ask who read it.
    static let looksAtCases: Set<Event> = [.caseOpened, .noteOpened, .attachmentSaved, .searched]

    init(_ step: LogWalk.Step, _ state: GroupState) {
        time = step.entry.text.time
        member = state.member(step.entry.signer.member)?.number
        epoch = step.epoch
        isReveal = step.isReveal
        isErased = step.effect == .erased
        switch step.effect {
        case .changed(let payload), .witnessed(let payload):
            event = payload.event
            caseNumber = Replay.caseNamed(in: payload)
            outcome = payload.outcome.rawValue
            if case .noteWritten(let writing) = payload.body { note = writing.number } else { note = nil }
            switch payload.body {
            case .attachmentWritten(let writing): (attachment, reason) = (writing.number, nil)
            case .reveal(let reveal): (attachment, reason) = (reveal.attachment, reveal.reason)
            default: (attachment, reason) = (nil, nil)
            }
            if case .searched(let hits) = payload.body { found = hits.map(\.caseNumber) } else { found = nil }
            if case .imported(let work) = payload.body { imported = work.numbers } else { imported = nil }
            subject = payload.subject
            isVoid = false
        case .passedOver, .unreadable, .erased, .void, .needsNewer:
            (imported, found, subject, event, caseNumber, note, attachment, outcome, reason) = (nil, nil, nil, nil, nil, nil, nil, nil, nil)
            if case .void = step.effect { isVoid = true } else { isVoid = false }
        }
    }

    init(parsing bytes: [UInt8]) throws(FormatError) {
        var object = try JSONMembers(try CanonicalJSON(parsing: bytes))
        time = try object.instant("time")
        member = try object.optionalInt("member")
        subject = try object.optionalInt("subject")
        event = try object.optionalString("event").flatMap(Event.init(rawValue:))
        caseNumber = try object.optionalInt("case")
        note = try object.optionalInt("note")
        attachment = try object.optionalInt("attachment")
        if let value = object.take("outcome") {
            guard case .int(let number) = value else { throw .member }
            outcome = number
        } else {
            outcome = nil
        }
        reason = try object.optionalString("reason").flatMap(Reason.init(rawValue:))
        epoch = try object.int("epoch")
        guard case .bool(let isVoid)? = object.take("void") else { throw .member }
        self.isVoid = isVoid
        if let value = object.take("found") {
            guard case .array(let numbers) = value else { throw .member }
            found = try numbers.map { number throws(FormatError) in
                guard case .int(let number) = number else { throw .member }
                return number
            }
        } else {
            found = nil
        }
        let first = try object.optionalInt("first"), last = try object.optionalInt("last")
        if let first, let last {
            guard first <= last else { throw .member }
            imported = first...last
        } else {
            imported = nil
        }
        switch object.take("reveal") {
        case nil: (isReveal, isErased) = (false, false)
        case .string("kept"): (isReveal, isErased) = (true, false)
        case .string("erased"): (isReveal, isErased) = (true, true)
        default: throw .member
        }
        try object.end()
    }

    /// What is left of a line when what it tells of has expired.
    init(erasing line: LoggedLine) {
        (time, member, epoch, isVoid) = (line.time, line.member, line.epoch, line.isVoid)
        (imported, found, subject, event, caseNumber, note, attachment, outcome, reason) = (nil, nil, nil, nil, nil, nil, nil, nil, nil)
        (isReveal, isErased) = (true, true)
    }

    /// Whether it is about that case: the one it names, or one that a search found something in or an import brought.
    func isAbout(_ number: Int) -> Bool {
        caseNumber == number || found?.contains(number) ?? false || imported?.contains(number) ?? false
    }

    /// The cases that this is a look at, which their readers are counted by.
    var looked: [Int] {
        guard !isVoid, outcome == Outcome.done.rawValue, let event, Self.looksAtCases.contains(event) else { return [] }
        return found ?? caseNumber.map { [$0] } ?? []
    }

    var bytes: [UInt8] {
        CanonicalJSON.object(
            present([
                "time": .string(time.text), "member": member.map(CanonicalJSON.int), "subject": subject.map(CanonicalJSON.int),
                "event": event.map { .string($0.rawValue) }, "case": caseNumber.map(CanonicalJSON.int),
                "note": note.map(CanonicalJSON.int), "attachment": attachment.map(CanonicalJSON.int),
                "outcome": outcome.map(CanonicalJSON.int), "reason": reason.map { .string($0.rawValue) }, "epoch": .int(epoch),
                "void": .bool(isVoid), "first": imported.map { .int($0.lowerBound) }, "last": imported.map { .int($0.upperBound) },
                "found": found.map { .array($0.map(CanonicalJSON.int)) },
                "reveal": isReveal ? .string(isErased ? "erased" : "kept") : nil,
            ])
        ).bytes
    }
}

extension Payload {
    /// The number of the member whom a change of the membership by somebody else is about.
    fileprivate var subject: Int? {
        switch body {
        case .acceptance(let acceptance): acceptance.member.number
        case .removal(let member, _), .until(let member, _), .ending(let member), .rewrapping(let member, _): member
        default: nil
        }
    }
}
