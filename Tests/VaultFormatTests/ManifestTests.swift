import Testing
import VaultFormat
import VaultTestkit

/// Where parts stand, in order, each part once.
@Suite struct ManifestTests {
    private static let heading = Array("kluis.manifest/v1\n".utf8)

    /// Written out by hand, not by the program.
    private static func record(_ caseNumber: UInt32, note: UInt32 = 0, attachment: UInt32 = 0, _ part: UInt8, _ blob: UInt8) -> [UInt8] {
        let numbers = [caseNumber, note, attachment].flatMap { number in
            [24, 16, 8, 0].map { (shift: UInt32) in UInt8(truncatingIfNeeded: number >> shift) }
        }
        return numbers + [part] + [UInt8](repeating: blob, count: 32)
    }

    @Test func theLayoutIsHeadingAndRecords() throws {
        let bytes =
            Self.heading + Self.record(1, 1, 7) + Self.record(1, 2, 8) + Self.record(1, attachment: 0x0102_0304, 1, 9)
            + Self.record(1, note: 1, 2, 0) + Self.record(.max, note: .max, 2, 10)
        let manifest = try Manifest(parsing: bytes)
        #expect(
            manifest.blobs == [
                Manifest.Place(caseNumber: 1, part: .summary): .filled(7),
                Manifest.Place(caseNumber: 1, part: .body): .filled(8),
                Manifest.Place(caseNumber: 1, attachment: 16_909_060, part: .summary): .filled(9),
                Manifest.Place(caseNumber: 1, note: 1, part: .body): Manifest.lost,
                Manifest.Place(caseNumber: 4_294_967_295, note: 4_294_967_295, part: .body): .filled(10),
            ])
        #expect(manifest.bytes == bytes)
        #expect(Manifest(blobs: manifest.blobs) == manifest)
    }

    @Test func anyPartsComeBack() throws {
        var random = SeededGenerator(seed: 45)
        for count in [1, 2, 3, 10, 1000] {
            var blobs: [Manifest.Place: BlobHash] = [:]
            while blobs.count < count {
                let caseNumber = Int.random(in: 1...(Bool.random(using: &random) ? 9 : 4_294_967_295), using: &random)
                let other = Int.random(in: 1...(Bool.random(using: &random) ? 9 : 4_294_967_295), using: &random)
                let part: Part = Bool.random(using: &random) ? .summary : .body
                let place =
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: Manifest.Place(caseNumber: caseNumber, part: part)
                    case 1: Manifest.Place(caseNumber: caseNumber, note: other, part: .body)
                    default: Manifest.Place(caseNumber: caseNumber, attachment: other, part: part)
                    }
                blobs[place] = BlobHash(trusted: random.bytes(32))
            }
            let manifest = Manifest(blobs: blobs)
            let bytes = manifest.bytes
            #expect(bytes.count == 18 + 45 * count)
            #expect(try Manifest(parsing: bytes) == manifest)
            let starts = stride(from: 18, to: bytes.count, by: 45).map { Array(bytes[$0..<($0 + 13)]) }
            #expect(zip(starts, starts.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        }
    }

    /// The records before a cut are a manifest of their own where the cut is between two.
    @Test func everyCutAndEveryChangedByte() throws {
        let bytes = Self.heading + Self.record(2, 1, 7) + Self.record(2, attachment: 3, 2, 8) + Self.record(2, note: 4, 2, 9)
        let accepted = try sweep(bytes, validCuts: [18 + 45, 18 + 90], parse: Manifest.init(parsing:), print: \.bytes)
        #expect(accepted > 3 * 32 * 255)
        for length in [18 + 45, 18 + 90] {
            let cut = Array(bytes[..<length])
            #expect(try Manifest(parsing: cut).bytes == cut)
        }
        #expect(throws: FormatError.layout) { try Manifest(parsing: bytes + [0]) }
        #expect(throws: FormatError.layout) { try Manifest(parsing: bytes + [UInt8](repeating: 0, count: 45)) }
    }

    @Test func everyOrderButOneIsRefused() throws {
        let records = [
            Self.record(1, 1, 5), Self.record(1, 2, 4), Self.record(1, attachment: 1, 1, 3), Self.record(1, note: 1, 2, 2),
            Self.record(2, 1, 1),
        ]
        #expect(try Manifest(parsing: Self.heading + records.joined()).blobs.count == records.count)
        for first in records.indices {
            for second in records.indices where second > first {
                #expect(try Manifest(parsing: Self.heading + records[first] + records[second]).blobs.count == 2)
                #expect(throws: FormatError.layout) { try Manifest(parsing: Self.heading + records[second] + records[first]) }
                var swapped = records
                swapped.swapAt(first, second)
                #expect(throws: FormatError.layout) { try Manifest(parsing: Self.heading + swapped.joined()) }
            }
        }
    }

    @Test func aPartTwiceIsRefused() {
        for second: UInt8 in [7, 8, 0] {
            let bytes = Self.heading + Self.record(1, 2, 7) + Self.record(1, 2, second)
            #expect(throws: FormatError.layout) { try Manifest(parsing: bytes) }
        }
    }

    @Test func onlySummaryAndBodyAreParts() {
        for code in UInt8.min...UInt8.max {
            let bytes = Self.heading + Self.record(1, code, 7)
            #expect(((try? Manifest(parsing: bytes)) != nil) == (code == 1 || code == 2), "\(code)")
        }
    }

    @Test func partsThatCannotBeAreRefused() {
        for record in [
            Self.record(0, 1, 7), Self.record(0, note: 1, 2, 7), Self.record(1, note: 1, 1, 7),
            Self.record(1, note: 1, attachment: 1, 2, 7),
            Self.record(1, note: 1, attachment: 1, 1, 7),
        ] {
            #expect(throws: FormatError.layout) { try Manifest(parsing: Self.heading + record) }
        }
    }

    @Test func anEmptyListIsRefused() {
        #expect(throws: FormatError.layout) { try Manifest(parsing: Self.heading) }
        #expect(throws: FormatError.layout) { try Manifest(parsing: []) }
    }

    @Test func moreThanTheSealedFormatHoldsIsRefusedFirst() {
        #expect((Limits.manifest - 18) / 45 == 1_491_307)
        let bytes = Self.heading + [UInt8](repeating: 0, count: Limits.manifest - 18)
        #expect(throws: FormatError.layout) { try Manifest(parsing: bytes) }
        #expect(throws: FormatError.tooLarge) { try Manifest(parsing: bytes + [0]) }
    }

    @Test(arguments: ["kluis.manifest/v2\n", "kluis.manifest/v10\n", "kluis.manifest/v01\n", "kluis.manifest/v0\n"])
    func anotherVersionIsNamed(_ line: String) {
        #expect(throws: FormatError.unknownVersion) { try Manifest(parsing: Array(line.utf8) + Self.record(1, 1, 7)) }
    }

    @Test(arguments: [
        "kluis.manifest/v\n", "kluis.manifest/v2", "kluis.manifest/v1\r\n", "kluis.manifest/vI\n", "kluis.Manifest/v1\n", "\n",
    ])
    func anotherHeadingIsRefused(_ line: String) {
        #expect(throws: FormatError.layout) { try Manifest(parsing: Array(line.utf8) + Self.record(1, 1, 7)) }
    }

    /// A bug of the program, not a hostile file: it must not print what it cannot read.
    @Test func whatCannotBeReadCannotBeMade() async {
        await #expect(processExitsWith: .failure) { _ = Manifest(blobs: [:]) }
        await #expect(processExitsWith: .failure) { _ = Manifest(blobs: [Manifest.Place(caseNumber: 0, part: .body): Manifest.lost]) }
        await #expect(processExitsWith: .failure) { _ = Manifest(blobs: [Manifest.Place(caseNumber: 1 << 32, part: .body): Manifest.lost]) }
        await #expect(processExitsWith: .failure) {
            _ = Manifest(blobs: [Manifest.Place(caseNumber: 1, note: -1, part: .body): Manifest.lost])
        }
    }
}
