import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// What the home pins: it survives being stored, goes on growing afterwards, and has one spelling.
@Suite struct RightEdgeTests {
    private func edge(_ size: Int) -> RightEdge {
        var edge = RightEdge()
        for index in 0..<size { edge.append(leaf: .leaf([UInt8(index & 0xff)])) }
        return edge
    }

    @Test func anEdgeThatWasStoredGrowsLikeTheOther() throws {
        var grown = RightEdge()
        for size in 0..<300 {
            let stored = grown.bytes
            #expect(stored.count == 8 + 32 * size.nonzeroBitCount)
            var read = try RightEdge(parsing: stored)
            #expect(read == grown && read.bytes == stored && read.head == grown.head)
            read.append(leaf: .leaf([7]))
            grown.append(leaf: .leaf([7]))
            #expect(read == grown)
        }
    }

    @Test func theSizeStandsFirstAndIsBigEndian() {
        #expect(RightEdge().bytes == [0, 0, 0, 0, 0, 0, 0, 0])
        let edge = edge(258)
        #expect(Array(edge.bytes[..<8]) == [0, 0, 0, 0, 0, 0, 1, 2])
        #expect(edge.bytes[8..<40].elementsEqual(edge.peaks[0].bytes))
    }

    @Test func everyTruncationAndExtensionIsRefused() {
        for size in [0, 1, 3, 7] {
            let stored = edge(size).bytes
            for length in 0..<stored.count {
                #expect(throws: LogError.rightEdge) { try RightEdge(parsing: Array(stored[..<length])) }
            }
            #expect(throws: LogError.rightEdge) { try RightEdge(parsing: stored + [0]) }
            #expect(throws: LogError.rightEdge) { try RightEdge(parsing: stored + [UInt8](repeating: 0, count: 32)) }
        }
    }

    @Test func sizesThatNoLogReachesAreRefused() throws {
        let hash = [UInt8](repeating: 1, count: 32)
        let largest: [UInt8] = [0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
        #expect(try RightEdge(parsing: largest + Array(repeating: hash, count: 53).joined()).size == (1 << 53) - 1)
        #expect(throws: LogError.rightEdge) { try RightEdge(parsing: [0, 0x20, 0, 0, 0, 0, 0, 0] + hash) }
        #expect(throws: LogError.rightEdge) { try RightEdge(parsing: [0x80, 0, 0, 0, 0, 0, 0, 0] + hash) }
        #expect(throws: LogError.rightEdge) {
            try RightEdge(parsing: [UInt8](repeating: 0xff, count: 8) + Array(repeating: hash, count: 64).joined())
        }
    }

    @Test func everyChangedByteIsAnotherEdgeOrNone() {
        let stored = edge(5).bytes
        for place in stored.indices {
            for value in UInt8.min...UInt8.max where value != stored[place] {
                var changed = stored
                changed[place] = value
                guard let read = try? RightEdge(parsing: changed) else { continue }
                #expect(read.bytes == changed && read != edge(5) && read.head != edge(5).head)
            }
        }
    }
}
