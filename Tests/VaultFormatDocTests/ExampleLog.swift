import VaultFormat
import VaultLog

@testable import VaultCrypto

/// The log of Appendix B, replayed by the program.
struct ExampleLog {
    let world: World
    let entries: [[UInt8]]
    let blobs: [BlobHash: [UInt8]]
    /// Opened payloads, in order.
    private(set) var payloads: [[UInt8]] = []
    private(set) var effects: [Replay.Effect] = []
    private(set) var edge = RightEdge()
    private(set) var cases: [Int: CaseRecord] = [:]
    /// The group after the last entry.
    private(set) var state: GroupState?

    var head: TreeHead { edge.head }

    static func document() throws -> ExampleLog { try ExampleLog() }

    private init() throws {
        world = try World.document()
        let log = try FormatDocument.shared.example("log")
        entries = try (0..<log.names.count).map { try log.utf8("entry-\($0)") }
        let all = try FormatDocument.shared.example("blobs")
        blobs = try all.names.reduce(into: [:]) { blobs, name in
            let bytes = try all.bytes(name)
            blobs[BlobHash.of(bytes)] = bytes
        }
        try replay()
    }

    private mutating func replay() throws {
        var state: GroupState?
        for bytes in entries {
            let unverified = try UnverifiedEntry(parsing: bytes)
            let (reading, text) = try open(unverified.text.payload)
            payloads.append(text)
            let key = try world.signingKey().publicKey
            let entry = try unverified.verify(group: world.group, after: edge.head, key: state.map { $0.signingKey(unverified.key) } ?? key)
            if var before = state {
                effects.append(Replay.apply(entry, reading, to: &before, cases: &cases))
                state = before
            } else {
                guard case .opened(.known(let payload), underReadKey: false) = reading, case .founding(let founding) = payload.body else {
                    throw Example.Fault(place: "the first entry")
                }
                state = try Replay.begin(entry, founding)
                effects.append(.changed(payload))
            }
            edge.append(leaf: entry.leaf)
        }
        self.state = state
    }

    private func open(_ name: BlobHash) throws -> (SealedReading, [UInt8]) {
        guard let sealed = blobs[name] else { throw Example.Fault(place: "a payload that is not there") }
        var sealer = PartSealer()
        let isRead = try world.logKey().marksRead(sealed, group: world.group)
        let text =
            try isRead
            ? sealer.open(payload: sealed, under: try world.readKey(), group: world.group)
            : sealer.open(payload: sealed, under: try world.logKey(), group: world.group)
        return (.opened(try Payload.read(text), underReadKey: isRead), text)
    }
}
