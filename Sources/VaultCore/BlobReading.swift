import VaultCrypto
import VaultFormat
import VaultStore

/// What a vault holds under a blob's name. Anybody may have written there: only bytes that hash to the name are whole.
enum BlobReading {
    case whole([UInt8])
    /// Nothing stands under that name.
    case missing
    /// Other bytes, more than there may be, or rows that are never written.
    case altered

    /// Reads at most `limit` bytes. Throws ``Fault`` where the vault cannot be read at all.
    static func of(_ hash: BlobHash, in vault: VaultFile, limit: Int) throws -> BlobReading {
        do throws(StoreError) {
            guard let bytes = try vault.blob(hash, limit: limit) else { return .missing }
            return of(hash, bytes)
        } catch {
            switch error {
            case .damaged, .tooLarge: return .altered
            default: throw Fault(vault: error)
            }
        }
    }

    /// The payload of the entry at that index, or the list of its import; nil where it is not there. Throws
    /// ``Fault/payloadDamaged(index:)`` where it is altered.
    static func payload(_ hash: BlobHash, limit: Int, at index: Int, in vault: VaultFile) throws -> [UInt8]? {
        switch try of(hash, in: vault, limit: limit) {
        case .whole(let bytes): return bytes
        case .missing: return nil
        case .altered: throw Fault.payloadDamaged(index: index)
        }
    }

    /// What the bytes are that stand under that name.
    static func of(_ hash: BlobHash, _ bytes: [UInt8]) -> BlobReading { BlobHash.of(bytes) == hash ? .whole(bytes) : .altered }
}
