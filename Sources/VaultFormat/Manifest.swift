/// Where the parts stand that one entry sealed anew: the text of a sealed blob that the entry names (Docs/Format.md, "Manifests").
/// Layout: the line `kluis.manifest/v1`, then 45 bytes per part in ascending order: case (4), note (4; 0 for none), attachment (4; 0 for
/// none), part (1; 1 summary, 2 body), name of the sealed bytes (32; zeros for a part that was lost already).
package struct Manifest: Equatable, Sendable {
    /// Which part.
    package struct Place: Hashable, Comparable, Sendable {
        /// The case's number.
        package let caseNumber: Int
        /// The note's number in the case, or 0.
        package let note: Int
        /// The attachment's number in the case, or 0.
        package let attachment: Int
        /// Summary or body.
        package let part: Part

        /// All fields. Any numbers: whether a manifest can hold them is checked where one is made or read.
        package init(caseNumber: Int, note: Int = 0, attachment: Int = 0, part: Part) {
            self.caseNumber = caseNumber
            self.note = note
            self.attachment = attachment
            self.part = part
        }

        /// The order of the records.
        package static func < (left: Place, right: Place) -> Bool {
            (left.caseNumber, left.note, left.attachment, left.partCode) < (right.caseNumber, right.note, right.attachment, right.partCode)
        }

        /// Numbers of 32 bits that a case, its note or its attachment can have. A note has no summary, and no attachment of its own.
        fileprivate var canBe: Bool {
            let numbers = 0...Int(UInt32.max)
            guard caseNumber > 0, [caseNumber, note, attachment].allSatisfy(numbers.contains) else { return false }
            return note == 0 || (attachment == 0 && part == .body)
        }

        fileprivate var partCode: UInt8 { part == .summary ? 1 : 2 }
    }

    /// Sealed bytes by part.
    package let blobs: [Place: BlobHash]

    /// What stands for a part that was damaged before it could be sealed anew.
    package static let lost = BlobHash(trusted: [UInt8](repeating: 0, count: BlobHash.count))

    private static let family = "kluis.manifest/v"
    private static let heading = Array("\(family)1\n".utf8)
    private static let recordLength = 13 + BlobHash.count

    /// One part or more, as many as ``Limits/manifest`` holds, each with numbers of 32 bits.
    package init(blobs: [Place: BlobHash]) {
        precondition(!blobs.isEmpty && blobs.keys.allSatisfy(\.canBe))
        precondition(Self.heading.count + blobs.count * Self.recordLength <= Limits.manifest)
        self.blobs = blobs
    }

    /// Throws ``FormatError/layout`` unless there are records, whole, in order, each of a part that can be and once;
    /// ``FormatError/tooLarge``; ``FormatError/unknownVersion`` for `kluis.manifest/v2` and the like.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Limits.manifest else { throw .tooLarge }
        guard bytes.starts(with: Self.heading) else { throw Self.isOtherVersion(bytes) ? .unknownVersion : .layout }
        let body = bytes[Self.heading.count...]
        guard !body.isEmpty, body.count % Self.recordLength == 0 else { throw .layout }
        var blobs: [Place: BlobHash] = [:]
        blobs.reserveCapacity(body.count / Self.recordLength)
        var previous: Place?
        for start in stride(from: body.startIndex, to: body.endIndex, by: Self.recordLength) {
            let record = body[start..<(start + Self.recordLength)]
            let place = try Self.place(record.prefix(13))
            if let previous, previous >= place { throw .layout }
            previous = place
            blobs[place] = BlobHash(trusted: Array(record.suffix(BlobHash.count)))
        }
        self.blobs = blobs
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        var out = Self.heading
        out.reserveCapacity(Self.heading.count + blobs.count * Self.recordLength)
        for (place, blob) in blobs.sorted(by: { $0.key < $1.key }) {
            for number in [place.caseNumber, place.note, place.attachment] {
                for shift in [24, 16, 8, 0] { out.append(UInt8(truncatingIfNeeded: number >> shift)) }
            }
            out.append(place.partCode)
            out.append(contentsOf: blob.bytes)
        }
        return out
    }

    /// From the 13 bytes before a record's name of sealed bytes.
    private static func place(_ bytes: ArraySlice<UInt8>) throws(FormatError) -> Place {
        func number(_ offset: Int) -> Int { bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
        let part: Part
        switch bytes.last {
        case 1: part = .summary
        case 2: part = .body
        default: throw .layout
        }
        let place = Place(caseNumber: number(0), note: number(4), attachment: number(8), part: part)
        guard place.canBe else { throw .layout }
        return place
    }

    /// Whether the first line is that of a manifest with a number that is not 1.
    private static func isOtherVersion(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: family.utf8), let end = bytes.firstIndex(of: 0x0a) else { return false }
        let version = bytes[family.utf8.count..<end]
        return !version.isEmpty && version.allSatisfy { (0x30...0x39).contains($0) }
    }
}
