package import VaultCore
package import VaultCrypto
import VaultFormat
import VaultSystem

/// Homes that are lost, and identities that come back from paper.
extension TestVault {
    /// What a person has on paper.
    package func paper(of person: String) throws -> Identity.Paper {
        try Identity.paper(passphrase: try Self.passphrase(), in: surroundings(of: person))
    }

    /// The sheet with these lines, as a program hands them over.
    package static func sheet(_ lines: [String]) throws -> PaperSheet {
        var next = 0
        return try Identity.readPaper { number, memory in
            guard next < lines.count else { throw Fault.paper(.missing(line: number)) }
            defer { next += 1 }
            for (index, byte) in lines[next].utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
            return lines[next].utf8.count
        } refused: {
            throw Fault.paper($0)
        }
    }

    /// Makes an identity with the key of one person's sheet in the home of another, empty one: the same person at a new computer.
    package func restore(_ person: String, as other: String) throws {
        _ = try Identity.restore(
            try Self.sheet(try paper(of: person).lines), name: person, cost: .interactive, passphrase: try Self.passphrase(),
            in: surroundings(of: other))
    }
}
