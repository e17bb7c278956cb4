import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// Replay is total: whatever an entry's payload turns out to be, the answer is an effect, and a void one changes nothing.
struct ReplayTests {
    @Test func aPayloadThatDoesNotOpenOrIsNotCanonicalIsVoid() throws {
        let before = TestGroup()
        for (reading, reason) in [
            (SealedReading.doesNotOpen, VoidReason.doesNotOpen), (.opened(nil, underReadKey: false), .notCanonical),
            (.opened(nil, underReadKey: true), .notCanonical),
        ] {
            var group = before
            #expect(try group.apply(reading, by: .anna) == .void(reason))
            #expect(group.state == before.state)
        }
    }

    @Test func whatOthersReadIsCountedAndChangesNothing() throws {
        let before = TestGroup()
        var group = before
        #expect(try group.apply(.unreadable, by: .gijs) == .unreadable)
        #expect(group.state == before.state)
        // Its roster line is checked like that of any entry.
        var later = before
        later.state.rosterIndex = 1
        #expect(try later.apply(.unreadable, by: .gijs, text: later.text(roster: 0)) == .void(.roster))
    }

    @Test func eventsOfLaterProgramsPassOrStop() throws {
        let before = TestGroup()
        for underReadKey in [false, true] {
            var group = before
            #expect(try group.apply(.opened(.mayPassOver, underReadKey: underReadKey), by: .anna) == .passedOver)
            #expect(group.state == before.state)
            #expect(try group.apply(.opened(.needsNewer, underReadKey: underReadKey), by: .anna) == .needsNewer)
            // Events of later programs keep the roster line like all others.
            var later = before
            later.state.rosterIndex = 1
            let text = later.text(roster: 0)
            #expect(try later.apply(.opened(.mayPassOver, underReadKey: underReadKey), by: .anna, text: text) == .void(.roster))
        }
    }

    /// Only the events that begin a generation of the log circle have a delivery in the clear; nothing else is taken for one or passed
    /// over.
    @Test(arguments: [
        (SealedReading.doesNotOpen, VoidReason.doesNotOpen), (.unreadable, .delivery), (.opened(nil, underReadKey: false), .notCanonical),
        (.opened(.mayPassOver, underReadKey: false), .delivery), (.opened(.mayPassOver, underReadKey: true), .delivery),
        (.opened(.known(Payload(.logVerified, .logRead(case: nil))), underReadKey: false), .delivery),
        (.opened(.known(Payload(.casesListed, .reveal(Reveal()))), underReadKey: true), .delivery),
        (.opened(.known(Payload(.memberLeft, .leaving)), underReadKey: false), .roster),
    ])
    func aDeliveryInTheClearBelongsToAGeneration(_ reading: SealedReading, _ reason: VoidReason) throws {
        for person in [TestGroup.Person.anna, .bert, .fatima, .gijs] {
            var group = TestGroup()
            #expect(try group.apply(reading, by: person, text: group.text(delivery: .filled(1))) == .void(reason))
        }
        // An auditor's is not even opened.
        var group = TestGroup()
        #expect(try group.apply(reading, by: .olga, text: group.text(delivery: .filled(1))) == .void(.role))
        #expect(
            try group.apply(.opened(.needsNewer, underReadKey: false), by: .anna, text: group.text(delivery: .filled(1))) == .needsNewer)
    }

    /// After somebody has left, what is sealed under the key they still hold counts for nothing until the log circle has a new one.
    @Test func whileTheLogCircleOwesNothingIsSealedUnderItsKey() throws {
        let left = try TestGroup().after(Payload(.memberLeft, .leaving), by: .gijs)
        let payloads = [
            Payload(.logVerified, .logRead(case: nil)), Payload(.casesListed, .reveal(Reveal())), Payload(.memberLeft, .leaving),
            Payload(.caseAdded, .caseWritten(left.newCase(in: left.pair))),
            Payload(.keyRefreshed, .refresh(DecryptionKey.random().publicKey)),
            Payload(.memberUntil, .until(member: 2, TestGroup.lastDay)),
            Payload(.circleRotated, .rotation(left.rotation(of: [left.pair]).rotation)),
            Payload(.circleCreated, .circle(left.newCircle(.some, [.anna, .sam]).facts)),
        ]
        for payload in payloads { #expect(try left.reason(payload) == .circle, "\(payload.event.rawValue)") }
        for reading in [SealedReading.unreadable, .opened(.mayPassOver, underReadKey: false), .opened(.needsNewer, underReadKey: false)] {
            var group = left
            #expect(try group.apply(reading, by: .anna) == .void(.circle))
        }
        #expect(try left.reason(Payload(.logVerified, .logRead(case: nil)), by: .olga) == .circle)
        // Each of these begins a new generation, and then all is well.
        for settled in [
            Payload(.circleRotated, .rotation(left.rotation(of: [left.state.logCircle]).rotation)), left.newcomer(role: .auditor).payload,
            left.removing(.bert, left.removal(of: .bert)), left.replacement(of: .bert).payload,
        ] {
            let after = try left.after(settled)
            #expect(try after.reason(Payload(.logVerified, .logRead(case: nil))) == nil)
            #expect(try after.reason(Payload(.logVerified, .logRead(case: nil)), by: .olga) == nil)
        }
    }

    @Test func whatTheClearHalfSettlesIsSettledUnopened() throws {
        let group = TestGroup()
        func verdict(_ group: TestGroup, _ person: TestGroup.Person, _ text: EntryText) throws -> Replay.Effect? {
            Replay.verdictUnopened(try group.verify(group.signed(text, by: person)), group.state)
        }
        for person in [TestGroup.Person.anna, .bert, .fatima, .gijs, .olga] {
            #expect(try verdict(group, person, group.text()) == nil)
            #expect(try verdict(group, person, group.text(delivery: .filled(1))) == (person == .olga ? .void(.role) : nil))
        }
        let late = Instant(seconds: Int64(TestGroup.lastDay.days + 1) * 86_400)
        #expect(try verdict(group, .anna, group.text(time: late, delivery: .filled(1))) == nil)
        #expect(try verdict(group, .bert, group.text(time: late, delivery: .filled(1))) == .void(.endDate))
        #expect(try verdict(group, .olga, group.text(time: late)) == .void(.endDate))
        var owing = group
        owing.state.circles[group.state.logCircle]?.owesRotation = true
        #expect(try verdict(owing, .anna, owing.text()) == .void(.circle))
        #expect(try verdict(owing, .anna, owing.text(delivery: .filled(1))) == nil)
        #expect(try verdict(owing, .olga, owing.text(delivery: .filled(1))) == .void(.role))
    }

    /// Not even a later program's: who is past the end date stops nobody.
    @Test(arguments: [
        SealedReading.doesNotOpen, .unreadable, .opened(nil, underReadKey: true), .opened(.mayPassOver, underReadKey: false),
        .opened(.needsNewer, underReadKey: false), .opened(.needsNewer, underReadKey: true),
    ])
    func nothingOfThosePastTheirEndDateIsOpened(_ reading: SealedReading) throws {
        let late = Instant(seconds: Int64(TestGroup.lastDay.days + 1) * 86_400)
        for delivery in [nil, BlobHash.filled(1)] {
            var group = TestGroup()
            #expect(try group.apply(reading, by: .gijs, text: group.text(time: late, delivery: delivery)) == .void(.endDate))
        }
    }

    @Test func theClockOfTheLastEntryIsKept() throws {
        var group = TestGroup()
        let earlier = Instant(seconds: TestGroup.noon.seconds - 3600)
        _ = try group.apply(Payload(.logVerified, .logRead(case: nil)), by: .anna, text: group.text(time: earlier))
        #expect(group.state.lastTime == earlier)
    }

    @Test func aVoidCaseTakesNoNumber() throws {
        var group = TestGroup()
        let void = CaseWriting(
            number: 1, item: .filled(1), version: 1, summary: group.part(.summary, in: group.owing),
            body: group.part(.body, in: group.owing))
        #expect(try group.apply(Payload(.caseAdded, .caseWritten(void)), by: .anna) == .void(.circle))
        let lawful = Payload(.caseAdded, .caseWritten(group.newCase(in: group.pair)))
        #expect(try group.apply(lawful, by: .anna) == .changed(lawful))
        #expect(group.state.lastCase == 1)
        #expect(group.state.circles[group.pair]?.cases == 1)
    }

    /// Two thousand entries of whatever comes, by whoever can sign: no trap, void changes nothing, numbers and versions only grow.
    @Test func anySequenceLeavesALawfulState() throws {
        var random = SeededGenerator(seed: 20_261_122)
        var group = TestGroup()
        let circles =
            [group.pair, group.owing, group.others, group.state.groupCircle, group.state.logCircle] + [group.own(.anna), group.own(.gijs)]
        let people = TestGroup.Person.allCases.filter { $0 != .eva }
        func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }
        var effects: Set<String> = []
        for _ in 0..<2000 {
            let person = pick(people)
            let number = Int.random(in: 0...group.state.lastCase + 1, using: &random)
            let version = (group.cases[number]?.version ?? 0) + pick([0, 1, 1, 1, 2])
            let item = group.cases[number]?.item ?? .filled(UInt8(truncatingIfNeeded: number))
            let circle = group.cases[number]?.body?.circle ?? pick(circles)
            let body = group.part(.body, in: circle), summary = group.part(.summary, in: group.cases[number]?.summary?.circle ?? circle)
            let writing = CaseWriting(number: number, item: item, version: version, summary: summary, body: body)
            let note = NoteWriting(
                caseNumber: number, number: (group.cases[number]?.notes.count ?? 0) + pick([0, 1]), item: item, version: pick([1, 2]),
                body: body)
            let reveal = Reveal(case: number, part: pick([.summary, .body]), version: version, reason: pick([.own, .sharedWithGroup]))
            let payload = pick([
                Payload(.caseAdded, .caseWritten(writing)), Payload(.caseChanged, .caseWritten(writing)),
                Payload(.noteAdded, .noteWritten(note)), Payload(.noteChanged, .noteWritten(note)),
                Payload(.caseOpened, outcome: pick([.done, .failed, .refused]), .reveal(reveal)),
                Payload(.logOpened, .logRead(case: number)),
                Payload(.caseClosed, .caseNamed(pick([number, number, group.state.lastCase + 1]))),
            ])
            let before = group
            let effect = try group.apply(payload, by: person)
            switch effect {
            case .changed: effects.insert("changed")
            case .void(let reason):
                effects.insert(reason.rawValue)
                #expect(group.state == before.state)
                #expect(group.cases == before.cases)
            case .witnessed: #expect(group.state == before.state)
            case .passedOver, .unreadable, .erased, .needsNewer: Issue.record("not asked for")
            }
            #expect(group.state.lastCase >= before.state.lastCase)
            #expect(Set(group.cases.keys) == Set(1..<(group.state.lastCase + 1)))
        }
        // The run went through most of the rules, not past them.
        #expect(
            effects.isSuperset(of: [
                "changed", "role", "outcome", "circle", "number", "version", "unknownItem", "author", "closed", "reason",
            ]))
        #expect(try GroupState(parsing: group.state.bytes) == group.state)
        for record in group.cases.values { #expect(try record.fromRow() == record) }
    }
}
