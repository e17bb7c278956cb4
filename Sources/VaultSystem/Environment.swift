import Glibc

/// Settings that the person's shell hands over. Never a secret.
package enum Environment {
    /// The value of a variable; nil when it is not set or is not UTF-8.
    package static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(validatingCString: value)
    }
}
