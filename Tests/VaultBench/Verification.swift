import Foundation
import VaultCore
import VaultTestkit

/// `log verify` of 20,000 entries against the bare Ed25519 verifications of the same number of signatures. Both keep one core busy
/// and wait for nothing, so that the processor's time is compared.
struct Verification {
    private static let cases = 10_000
    private static let rounds = 11

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        let session = try vault.test.open()
        let floor = SignatureFloor()
        var ratios = Sample()
        for _ in 0..<Self.rounds {
            // Half of the floor before and half after, so that a machine that slows down meanwhile slows both.
            let size = try session.group().logSize
            let before = floor.verify(size / 2)
            var entries = 0
            let whole = try processorSeconds { entries = try session.verifyLog().entriesVerified }
            precondition(entries == size)
            ratios.add(whole / (before + floor.verify(size - size / 2)))
        }
        return Section(
            title: "Verifying the whole log",
            explanation: """
                `log verify` of 20,000 entries, \(FilledVault.place) : the bare Ed25519 verifications (libsodium) of as many signatures over texts as
                long as entries. Processor time without the start of the program and the opening of the vault; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`log verify`", sample: ratios, bound: 1.5)])
    }
}
