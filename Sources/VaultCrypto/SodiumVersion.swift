import CSodium

/// The libsodium that the program runs with.
package enum SodiumVersion {
    /// Such as `1.0.18`.
    package static var text: String { unsafe String(cString: sodium_version_string()) }
}
