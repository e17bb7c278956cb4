/// Where the parts of rotated circles stand after they were sealed anew: the inside of a sealed blob that the rotation's entry names.
/// Layout: the line `kluis.manifest/v1`, then 45 bytes per part in ascending order: case (4), note (4; 0 for the case itself), attachment (4; 0
/// for none), part (1; 1 summary, 2 body), name of the sealed bytes (32; zeros for a part that was lost already).
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

        /// All fields.
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

        fileprivate var partCode: UInt8 { part == .summary ? 1 : 2 }
    }

    /// Sealed bytes by part.
    package let blobs: [Place: BlobHash]

    /// What stands for a part that was damaged before it could be sealed anew.
    package static let lost = BlobHash(trusted: [UInt8](repeating: 0, count: 32))

    private static let heading = Array("kluis.manifest/v1\n".utf8)
    private static let recordLength = 45

    /// Any number of parts.
    package init(blobs: [Place: BlobHash]) { self.blobs = blobs }

    /// Throws ``FormatError/layout`` unless the records are whole, in order and each part once.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.starts(with: Self.heading) else { throw .layout }
        let body = bytes[Self.heading.count...]
        guard body.count % Self.recordLength == 0 else { throw .layout }
        var blobs: [Place: BlobHash] = [:]
        var previous: Place?
        for start in stride(from: body.startIndex, to: body.endIndex, by: Self.recordLength) {
            func number(_ offset: Int) -> Int { body[(start + offset)..<(start + offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
            let part: Part
            switch body[start + 12] {
            case 1: part = .summary
            case 2: part = .body
            default: throw .layout
            }
            let place = Place(caseNumber: number(0), note: number(4), attachment: number(8), part: part)
            if let previous, previous >= place { throw .layout }
            previous = place
            blobs[place] = BlobHash(trusted: Array(body[(start + 13)..<(start + 45)]))
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
}
