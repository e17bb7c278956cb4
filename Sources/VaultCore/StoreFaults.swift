import VaultCrypto
import VaultLog
import VaultStore

/// What errors of the store mean to a person: the vault is shared and not trusted, the home is mine.
extension Fault {
    /// Runs one call on the vault.
    static func ofVault<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try body() } catch { throw Fault(vault: error) }
    }

    /// Runs calls on the vault whose closures throw errors of their own.
    static func inVault<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as StoreError { throw Fault(vault: error) }
    }

    /// Runs one call on the home's file.
    static func ofHome<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try body() } catch { throw Fault(home: error) }
    }

    /// Runs calls on the home's file whose closures throw errors of their own.
    static func inHome<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as StoreError { throw Fault(home: error) }
    }

    /// Opens a key that this home sealed itself; what does not open is damage.
    static func ofOwnKey<Key: ~Copyable>(_ body: () throws(CryptoError) -> Key) throws -> Key {
        do throws(CryptoError) { return try body() } catch { throw Fault.homeDamaged }
    }

    /// What is wrong with the entry at that index.
    init(_ fault: EntryFault, at index: Int) {
        self = fault == .newerVersion ? .newerVersion : .entryDamaged(index: index, kind: fault.finding)
    }

    init(vault error: StoreError) {
        self =
            switch error {
            case .notFound: .io(.notFound)
            case .notRegular: .io(.notRegular)
            case .notAVault, .damaged(.file): .notAVault
            case .newerVersion: .newerVersion
            case .damaged(.entry(let index)): .entryDamaged(index: index, kind: .badForm)
            case .tampered, .damaged(.blob), .damaged(.home), .tooLarge, .headMoved: .vaultTampered
            case .readOnly: .io(.readOnly)
            case .full: .io(.full)
            case .io: .io(.failed(5))
            case .busy: .busy
            case .replaced: .otherFile
            case .alreadyExists: .exists(.vault)
            case .permissionDenied: .io(.permission)
            }
    }

    init(home error: StoreError) {
        self =
            switch error {
            case .notFound, .notRegular, .notAVault, .tampered, .damaged, .tooLarge, .headMoved, .replaced, .alreadyExists: .homeDamaged
            case .newerVersion: .newerVersion
            case .readOnly: .io(.readOnly)
            case .full: .io(.full)
            case .io: .io(.failed(5))
            case .busy: .busy
            case .permissionDenied: .io(.permission)
            }
    }
}
