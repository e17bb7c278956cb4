package import VaultSystem

/// Why an exported folder could not be written, or not be looked at to the end. What is wrong with what it says is a finding, not an error.
package enum AuditError: Error, Equatable, Sendable {
    /// The system would not.
    case system(SystemError)
    /// Something else than a directory stands at the path.
    case notAFolder
    /// Made by a later program.
    case newerVersion

    /// Runs a call into the system.
    static func ofSystem<Value>(_ body: () throws(SystemError) -> Value) throws(AuditError) -> Value {
        do { return try body() } catch { throw .system(error) }
    }
}
