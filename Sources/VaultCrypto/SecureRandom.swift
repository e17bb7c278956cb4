package import VaultFormat

/// The system's random generator.
package enum SecureRandom {
    /// `count` random bytes, for values that are not secret: ids, headers, salts. Keys draw theirs inside guarded memory.
    package static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        Sodium.fillRandom(&span)
        return bytes
    }
}

/// A name that is drawn, not computed: long enough that two people never draw the same one.
package protocol DrawnName: FixedBytes {}

extension DrawnName {
    /// A new name.
    package static func random() -> Self { Self(trusted: SecureRandom.bytes(Self.count)) }
}

extension GroupID: DrawnName {}
extension MemberID: DrawnName {}
extension CircleID: DrawnName {}
extension ItemID: DrawnName {}
extension Salt: DrawnName {}
extension KDFSalt: DrawnName {}
