import ArgumentParser
import VaultCrypto

/// When to use colour: `--color`.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never

    /// Whether to use it. With `auto` only on a terminal, and not when NO_COLOR is set (<https://no-color.org>) or TERM is dumb.
    func isOn(terminal: Bool, _ environment: (String) -> String?) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            terminal && (environment("NO_COLOR") ?? "").isEmpty && !["", "dumb"].contains(environment("TERM") ?? "")
        }
    }
}

/// What a guess at the passphrase costs: `--kdf`.
enum KDFChoice: String, CaseIterable, ExpressibleByArgument {
    case interactive
    case moderate
    case sensitive

    /// The parameters that belong to the name.
    var parameters: KDFParameters {
        switch self {
        case .interactive: .interactive
        case .moderate: .moderate
        case .sensitive: .sensitive
        }
    }
}

/// A case's or note's number: a whole number from 1.
struct ItemNumber: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), value >= 1 else { return nil }
        self.value = value
    }
}

/// A path that is not empty.
struct PathText: ExpressibleByArgument {
    let value: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.value = argument
    }
}

/// A whole number that its option accepts.
struct EntryIndex: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), value >= 0 else { return nil }
        self.value = value
    }
}
