import VaultFormat
import VaultSystem

/// What holds for one run: the options, and where they are silent the environment, and where that is silent the usual.
struct Settings {
    /// The vault that is named; nil when none is.
    let vault: String?
    /// The home's path.
    let home: String
    /// The directory for what goes at logging out; nil where there is none.
    let runtime: String?
    /// The descriptor of the passphrase; nil to ask on the terminal.
    let passphraseDescriptor: Int32?
    /// Whether a question may be asked.
    let mayAsk: Bool
    /// Whether the answer to a question whether somebody is sure was given beforehand.
    let saysYes: Bool
    /// Whether to say what would happen and change nothing.
    let dryRun: Bool

    /// What KLUIS_EDITOR names; nil where it does not.
    private let editorName: String?

    /// Throws `.noHome` where no place for a home is known. XDG_DATA_HOME counts only as an absolute path (XDG Base Directory
    /// Specification); a variable that is empty counts as not set.
    init(_ options: GlobalOptions, environment: (String) -> String?) throws(UsageFault) {
        func set(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        vault = options.vault?.value ?? set("KLUIS_VAULT")
        if let home = options.home?.value ?? set("KLUIS_HOME") {
            self.home = home
        } else if let data = set("XDG_DATA_HOME"), data.hasPrefix("/") {
            home = data + "/kluis"
        } else if let person = set("HOME") {
            home = person + "/.local/share/kluis"
        } else {
            throw .noHome
        }
        runtime = Self.runtime(environment)
        passphraseDescriptor = options.passphraseDescriptor
        mayAsk = !options.noInput
        saysYes = options.yes
        dryRun = options.dryRun
        editorName = set("KLUIS_EDITOR")
    }

    /// Those of a menu: what it does not know, it asks.
    init(vault: String?, home: String) {
        self.vault = vault
        self.home = home
        runtime = Self.runtime(Environment.value)
        passphraseDescriptor = nil
        mayAsk = true
        saysYes = false
        dryRun = false
        editorName = Environment.value("KLUIS_EDITOR").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The editor for texts that the person has chosen for good; nil for our own. Throws `.badValue` where it is none of those that are
    /// known. EDITOR and VISUAL are not looked at: what they name may keep copies.
    func usualEditor() throws(UsageFault) -> OutsideEditor? {
        guard let editorName else { return nil }
        guard let editor = OutsideEditor(rawValue: editorName) else { throw .badValue(.editor) }
        return editor
    }

    /// The directory that is there while a person is logged in, which the agent's socket is kept in; nil where none is named.
    static func runtime(_ environment: (String) -> String?) -> String? {
        environment("XDG_RUNTIME_DIR").flatMap { $0.isEmpty ? nil : $0 }
    }
}
