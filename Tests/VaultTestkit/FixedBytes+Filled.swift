package import VaultFormat

extension FixedBytes {
    /// A value of the right length, all bytes alike.
    package static func filled(_ byte: UInt8) -> Self { Self(trusted: [UInt8](repeating: byte, count: count)) }
}
