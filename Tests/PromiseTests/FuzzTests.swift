import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore
@testable import VaultStore

/// Promise 5: hostile bytes are refused or mean something, and never stop the program. Everything the program parses is taken from a
/// real vault and spoiled some thousands of times, the same in every run. A trap ends the run of the tests.
struct FuzzTests {
    @Test func clearFormats() throws {
        let world = try World()
        try world.spoil(world.entries, 3000) { bytes in
            guard let note = try? SignedNote(parsing: bytes) else { return }
            #expect(note.bytes == bytes)
            _ = try? UnverifiedEntry(parsing: bytes)
        }
        try world.spoil(world.entries.map { try SignedNote(parsing: $0).text }, 3000) { bytes in
            guard let text = try? EntryText(parsing: bytes) else { return }
            #expect(text.bytes == bytes)
        }
        try world.spoil([world.checkpoint], 3000) { bytes in
            guard let note = try? SignedNote(parsing: bytes), let text = try? CheckpointText(parsing: note.text) else { return }
            #expect(note.bytes == bytes && text.bytes == note.text)
        }
        try world.spoil(world.deliveries, 3000) { bytes in
            guard let delivery = try? Delivery(parsing: bytes) else { return }
            #expect(delivery.bytes == bytes)
        }
        try world.spoil([world.identity], 3000) { bytes in
            guard let identity = try? IdentityText(parsing: bytes) else { return }
            #expect(identity.bytes == bytes)
        }
    }

    @Test func payloadsAndOtherJSON() throws {
        let world = try World()
        try world.spoil(world.payloads + [world.state], 6000) { bytes in
            guard let json = try? CanonicalJSON(parsing: bytes) else { return }
            #expect(json.bytes == bytes)
        }
        try world.spoil(world.payloads, 6000) { bytes in
            guard case .known(let payload) = try? Payload.read(bytes) else { return }
            #expect(payload.bytes == bytes)
        }
        try world.spoil([world.state], 2000) { bytes in
            guard let state = try? GroupState(parsing: bytes) else { return }
            #expect(state.bytes == bytes)
        }
    }

    @Test func sealedBytes() throws {
        var sealer = PartSealer()
        let key = CircleKey.random()
        let context = PartContext(
            group: .filled(1), circle: .filled(2), generation: 1, item: .filled(3), part: .body, version: 1)
        let texts = [[], Array(Words.oneCase.utf8), [UInt8](repeating: 7, count: 70_000)]
        let sealed = texts.map { sealer.seal($0, under: key, context: context).bytes }
        var mutator = Mutator(seed: 5)
        for turn in 0..<3000 {
            let bytes = mutator.spoil(sealed[turn % sealed.count], with: sealed)
            if sealed.contains(bytes) { continue }
            try? SealedLayout.check(bytes)
            #expect((try? sealer.open(bytes, under: key, context: context)) == nil)
        }
        let other = CircleKey.random()
        #expect((try? sealer.open(sealed[0], under: other, context: context)) == nil)
    }

    /// What people type and what a text of theirs was kept as.
    @Test func typedText() throws {
        var mutator = Mutator(seed: 6)
        let samples = [
            Words.oneCase, "2026-11-22T10:00:00Z", "2026-11-22", "toneel fornuis blazen koel kever daarom",
            "kluis/\(String(repeating: "a", count: 32))",
        ]
        for turn in 0..<6000 {
            let bytes = mutator.spoil(Array(samples[turn % samples.count].utf8), with: samples.map { Array($0.utf8) })
            _ = try? Line(bytes, limit: 200)
            _ = try? Line(kept: bytes, limit: 200)
            _ = try? CaseText(parsing: bytes)
            _ = try? Instant(bytes[...])
            _ = try? Day(bytes[...])
            _ = try? Base64.decode(bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? WordCode(typed: text)
            _ = try? KeyName(parsing: text)
        }
    }

    /// Whole vaults, spoiled in the file or in a row, looked at by a home that has verified nothing but the beginning.
    @Test func vaults() throws {
        let world = try World()
        let keys = KeyRing(
            master: try IdentityFile.read(in: HomeDirectory(path: world.test.home)).unlock(try TestVault.passphrase()), group: world.group,
            home: try HomeFile.open(world.test.membership(of: world.group)))
        let whole = try TestVault.bytes(world.test.path)
        let early = try TestVault.bytes(world.early)
        let blobs = try world.blobNames()
        var mutator = Mutator(seed: 7)
        var refused = 0
        for turn in 0..<400 {
            try TestVault.write(early, to: world.early)
            if turn.isMultiple(of: 2) {
                try TestVault.write(mutator.spoil(whole, with: [whole]), to: world.test.path)
            } else {
                try TestVault.write(whole, to: world.test.path)
                let raw = try RawFile(world.test.path)
                let index = turn / 2 % world.entries.count
                if turn % 4 == 1 {
                    try raw.setEntry(index, mutator.spoil(world.entries[index], with: world.entries))
                } else {
                    let name = blobs[turn / 4 % blobs.count]
                    try raw.setBlob(name, mutator.spoil(try raw.blob(name), with: world.deliveries))
                }
            }
            do {
                let home = try HomeFile.open(world.early)
                let vault = try Fault.ofVault { () throws(StoreError) in try VaultFile.open(world.test.path, access: .readWrite) }
                _ = try LogSync(membership: Membership(home: home, keys: keys), vault: vault, now: world.test.time).run()
            } catch is Fault {
                refused += 1
            }
            // A command from its beginning, which also derives keys, now and then.
            if turn.isMultiple(of: 16) {
                do { try world.test.run { _ = try $0.show(case: 1) } } catch is Fault {}
            }
        }
        #expect(refused > 150)
    }
}

/// A real vault and what is in it.
private struct World {
    let test: TestVault
    let group: GroupID
    /// A file of the home as it was when only the group was there.
    let early: String
    let entries: [[UInt8]]
    let payloads: [[UInt8]]
    let deliveries: [[UInt8]]
    let checkpoint: [UInt8]
    let identity: [UInt8]
    let state: [UInt8]

    init() throws {
        test = try TestVault()
        group = try test.foundGroup().group
        early = try test.copyHome(to: "early") + "/groups/\(group.hex).home"
        try test.run { session in
            let text = try CaseText(title: Words.title, pitch: Words.pitch, body: Words.body)
            _ = try session.addCase(text, share: true, dryRun: false)
            _ = try session.addNote(Words.note, toCase: 1, dryRun: false)
            _ = try session.show(case: 1)
            _ = try session.edit(case: 1, text, dryRun: false)
            _ = try session.close(case: 1, dryRun: false)
            _ = try session.cases()
        }
        checkpoint = Array(try test.run { try $0.logHead().checkpoint }.utf8)
        identity = try TestVault.bytes(test.home + "/identity")
        let forger = try Forger(test)
        state = forger.state.bytes
        let raw = try RawFile(test.path)
        entries = try (0..<(try raw.count("entries"))).map { try raw.entry($0) }
        let texts = try entries.map { try UnverifiedEntry(parsing: $0).text }
        payloads = try texts.map { text in
            guard case .known(let payload) = try forger.open(payload: try raw.blob(text.payload)) else { throw TestFailure() }
            return payload.bytes
        }
        deliveries = try texts.compactMap { try $0.delivery.map { try raw.blob($0) } }
    }

    /// The blobs that entries name.
    func blobNames() throws -> [BlobHash] {
        try entries.flatMap { entry in
            let text = try UnverifiedEntry(parsing: entry).text
            return [text.payload] + (text.delivery.map { [$0] } ?? [])
        }
    }

    func spoil(_ samples: [[UInt8]], _ count: Int, _ body: ([UInt8]) throws -> Void) throws {
        var mutator = Mutator(seed: UInt64(count + samples.count))
        for sample in samples { try body(sample) }
        for turn in 0..<count { try body(mutator.spoil(samples[turn % samples.count], with: samples)) }
    }
}

/// Spoils bytes as an attacker or a disk would, the same way in every run.
private struct Mutator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// One to three changes.
    mutating func spoil(_ bytes: [UInt8], with others: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) { change(&bytes, others) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
        guard !bytes.isEmpty else { return bytes = random.bytes(20) }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let length = Int.random(in: 1...min(40, bytes.count - place), using: &random)
        let other = others[Int.random(in: 0..<others.count, using: &random)]
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = [0, 0xff, 0x7f, 0x80, 0x0a, 0x22, 0x5c, 0x39, 0x2d, 0x7d].randomElement(using: &random) ?? 0
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 4: bytes.insert(contentsOf: random.bytes(length), at: place)
        case 5: bytes.removeSubrange(place...)
        case 6:
            let from = Int.random(in: 0...other.count, using: &random)
            bytes.replaceSubrange(place..<place + length, with: other[from..<min(other.count, from + length)])
        default: bytes.replaceSubrange(place..<place + length, with: Array("99999999999999999999".utf8))
        }
    }
}
