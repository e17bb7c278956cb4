import Foundation
import GRDB
import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore
@testable import VaultStore

/// Compares a stage with its model: what the program shows, and what the keys open.
final class AccessCheck {
    typealias Person = AccessModel.Person

    private let stage: AccessStage
    private var chests: [Person: KeyChest] = [:]
    private var sealer = PartSealer()
    /// How many keys were tried on how many parts and payloads.
    private(set) var tried = 0

    init(_ stage: AccessStage) { self.stage = stage }

    /// Goes on from what `earlier` has collected so far.
    init(after earlier: AccessCheck) {
        stage = earlier.stage
        chests = earlier.chests.mapValues(KeyChest.init)
    }

    private var model: AccessModel { stage.model }

    /// Every key that anybody ever had, on every part and payload in the vault as it is now.
    func keys(after sequence: [AccessOperation], payloads: Bool = false) throws {
        // Anna's eyes, in a copy of her home: looking changes nothing.
        let copy = stage.test.file("observer")
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: stage.test.home, toPath: copy)
        let observer = try stage.open(.anna, home: copy, readOnly: true)
        try collect(observer)
        try compareParts(observer, sequence)
        if payloads { try comparePayloads(observer, sequence) }
        try account(observer, sequence)
        #expect(observer.owedCircles().count == model.owed, "\(sequence): owed circles")
    }

    private func collect(_ observer: Session) throws {
        let state = observer.state
        let deliveries = state.deliveries.map { ($0.circle, $0.blob) } + state.circles.values.map { ($0.id, $0.delivery) }
        for person in Person.allCases where FileManager.default.fileExists(atPath: stage.membership(person)) {
            let chest = chests[person] ?? KeyChest(group: stage.group)
            chests[person] = chest
            try chest.collect(stage.membership(person), try stage.master(person))
            for (circle, name) in deliveries {
                guard let bytes = try observer.vault.blob(name, limit: Limits.payload) else { continue }
                chest.collect(bytes, of: circle)
            }
        }
    }

    private func compareParts(_ observer: Session, _ sequence: [AccessOperation]) throws {
        var keys: [Commitment: KeyChest.Held] = [:]
        for chest in chests.values { keys.merge(chest.circleKeys) { first, _ in first } }
        var records: [CaseRecord] = []
        try observer.eachCase { records.append($0.record) }
        #expect(records.map(\.number) == model.cases.keys.sorted(), "\(sequence)")
        for record in records {
            for part in record.parts {
                // What an attachment is called stands beside the text, not beside the title.
                let isTitle = part.facts.part == .summary && part.attachment == nil
                let circle = isTitle ? model.cases[record.number]?.summary : model.cases[record.number]?.body
                var opening: Set<Commitment> = []
                if let bytes = try observer.vault.blob(part.facts.blob, limit: 1 << 20) {
                    for (name, held) in keys {
                        let context = PartContext(
                            group: stage.group, circle: held.circle, generation: held.generation, item: part.item, part: part.facts.part,
                            version: part.version)
                        tried += 1
                        if (try? sealer.open(bytes, under: held.key, context: context)) != nil { opening.insert(name) }
                    }
                }
                for (person, chest) in chests {
                    let opens = !opening.isDisjoint(with: chest.circleKeys.keys)
                    #expect(
                        opens == model.hadKey(person, circle),
                        "\(sequence): \(person), case \(record.number), note \(part.note ?? 0), attachment \(part.attachment ?? 0), \(part.facts.part)"
                    )
                }
            }
        }
    }

    private func comparePayloads(_ observer: Session, _ sequence: [AccessOperation]) throws {
        func payload(_ index: Int) throws -> [UInt8] {
            guard let bytes = try observer.vault.entry(at: index),
                let sealed = try observer.vault.blob(try UnverifiedEntry(parsing: bytes).text.payload, limit: Limits.payload)
            else { throw TestFailure() }
            return sealed
        }
        let first = try payload(0)
        let openers = try chests.mapValues { try $0.payloadKeys(markedBy: first) }
        var all: [[UInt8]: KeyChest.PayloadOpener] = [:]
        for keys in openers.values { all.merge(keys) { first, _ in first } }
        for index in 0..<observer.edge.size {
            let line = try observer.loggedLine(index)
            let sealed = try payload(index)
            tried += all.count
            let opening = Set(all.filter { $0.value.opens(sealed, stage.group, &sealer) }.keys)
            #expect(opening.count == 1, "\(sequence): entry \(index)")
            let isReveal = line.event?.isReveal == true
            for (person, keys) in openers {
                let isGranted = !isReveal || line.epoch >= model.readsFrom[person] ?? .max
                let may = line.epoch <= model.lastEpoch(person) && isGranted
                let opens = !opening.isDisjoint(with: keys.keys)
                // Who is there opens it; who went away may or may not have followed the chain of LogKeys.
                #expect(opens == may || (may && !model.isActive(person)), "\(sequence): \(person), entry \(index), epoch \(line.epoch)")
            }
        }
    }

    /// Every blob has its reason to be there: nothing that was taken back, moved or sealed anew stays behind.
    private func account(_ observer: Session, _ sequence: [AccessOperation]) throws {
        let state = observer.state
        var known = Set(try observer.home.file.read { try Data.fetchAll($0, sql: "SELECT DISTINCT hash FROM blobs") }.map(Array.init))
        try observer.eachCase { known.formUnion($0.record.parts.map(\.facts.blob.bytes)) }
        known.formUnion(state.circles.values.compactMap(\.manifest?.bytes))
        let pending = Set(state.deliveries.map(\.blob.bytes))
        var waiting: Set<[UInt8]> = []
        try observer.vault.blobHashes { name, _ in
            guard let bytes = try observer.vault.blob(name, limit: 1 << 20) else { return }
            if (try? Delivery(parsing: bytes)) != nil {
                waiting.insert(name.bytes)
            } else if !bytes.starts(with: JoinRequest.magic) {
                #expect(known.contains(name.bytes), "\(sequence): a blob of \(bytes.count) bytes that nothing names")
            }
        }
        #expect(waiting == pending, "\(sequence): deliveries that wait")
    }

    /// Everybody looks at everything: what the program shows is what the model says, and the words are their author's.
    func programs(after sequence: [AccessOperation]) throws {
        var model = stage.model
        for person in Person.allCases where model.roles[person] != nil {
            guard model.isActive(person) else {
                // Who was gone before they ever came in finds no key to come in with.
                let isIn = try stage.hasEntered(person)
                #expect("\(sequence): \(person)") { try stage.open(person) } throws: { error in
                    error as? Fault == .membershipEnded || !isIn && error as? Fault == .notAcceptedYet
                }
                continue
            }
            let looks = model.look(person)
            let session = try stage.open(person)
            guard looks else {
                #expect(throws: Fault.roleMayNot(role: .auditor), "\(sequence): \(person)") { try session.cases() }
                continue
            }
            let list = try session.cases()
            let listed = model.cases.keys.filter { model.isIn(person, model.cases[$0]?.summary) }.sorted()
            #expect(list.items.map(\.number) == listed && list.damaged == [], "\(sequence): \(person)")
            // One entry and one text each; the sequence decides whose turn it is.
            let turn = sequence.reduce(listed.count) { $0 + $1.rawValue } + (Person.allCases.firstIndex(of: person) ?? 0)
            for (number, expected) in model.cases where !model.sees(person, number) || listed[turn % listed.count] == number {
                try expectShown(session, number, expected, to: person, model, sequence)
            }
        }
        stage.settled(model)
        let anna = try stage.open(.anna)
        #expect(try anna.check(deep: true) { _, _ in }.findings == [], "\(sequence)")
        try expectFreshHomes(anna.state, sequence)
    }

    private func expectShown(
        _ session: Session, _ number: Int, _ expected: AccessModel.Case, to person: Person, _ model: AccessModel,
        _ sequence: [AccessOperation]
    ) throws {
        let place = "\(sequence): \(person), case \(number)"
        guard model.sees(person, number) else {
            #expect(throws: Fault.noSuchCase(number), "\(place)") { try session.show(case: number) }
            return
        }
        let text = try AccessStage.text(number, expected.version)
        let readsText = model.isIn(person, expected.body)
        let shown = try session.show(case: number)
        #expect(shown.text.title == text.title && shown.text.pitch == text.pitch, "\(place)")
        #expect(shown.text.body == (readsText ? text.body : ""), "\(place)")
        let notes = readsText ? expected.notes.indices.map { AccessStage.note($0 + 1, number) } : []
        #expect(shown.notes.map(\.text) == notes && shown.damagedNotes == [], "\(place)")
        #expect(shown.author == expected.author.name, "\(place)")
        let attachments = readsText && AccessStage.withAttachment.contains(number) ? [AccessStage.attachment] : []
        #expect(shown.attachments.map(\.name) == attachments && shown.damagedAttachments == [], "\(place)")
    }

    /// Who has run a command since holds one decryption key, and no key of a generation that has ended.
    private func expectFreshHomes(_ state: GroupState, _ sequence: [AccessOperation]) throws {
        for person in Person.allCases where model.mayAct(person) && model.roles[person] != .auditor {
            let home = try HomeFile.open(stage.membership(person), access: .readOnly)
            #expect(try home.keys(StoredKeyKind("decryption")).count == 1, "\(sequence): \(person)")
            for name in try home.keys(StoredKeyKind("circle")) {
                let circle = try CircleID(exactly: name.circle)
                #expect(state.circles[circle]?.generation == name.generation, "\(sequence): \(person)")
            }
        }
    }
}
