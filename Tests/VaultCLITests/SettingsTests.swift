import ArgumentParser
import Testing

@testable import VaultCLI

/// Options before the environment, the environment before the usual.
@Suite struct SettingsTests {
    @Test func theVault() throws {
        #expect(try settings(["--vault", "a"], ["KLUIS_VAULT": "b"]).vault == "a")
        #expect(try settings([], ["KLUIS_VAULT": "b"]).vault == "b")
        #expect(try settings([], ["KLUIS_VAULT": ""]).vault == nil)
        #expect(try settings([], [:]).vault == nil)
    }

    @Test func theHome() throws {
        let all = ["KLUIS_HOME": "/k", "XDG_DATA_HOME": "/x", "HOME": "/h"]
        #expect(try settings(["--home", "/o"], all).home == "/o")
        #expect(try settings([], all).home == "/k")
        #expect(try settings([], ["XDG_DATA_HOME": "/x", "HOME": "/h"]).home == "/x/kluis")
        #expect(try settings([], ["XDG_DATA_HOME": "x", "HOME": "/h"]).home == "/h/.local/share/kluis")
        #expect(try settings([], ["KLUIS_HOME": "", "HOME": "/h"]).home == "/h/.local/share/kluis")
    }

    @Test func noHomeAtAll() {
        #expect(throws: UsageFault.noHome) {
            _ = try Settings(try GlobalOptions.parse([]), environment: { _ in nil })
        }
    }

    @Test func colour() {
        let plain: (String) -> String? = { ["TERM": "xterm"][$0] }
        #expect(ColourChoice.auto.isOn(terminal: true, plain))
        #expect(!ColourChoice.auto.isOn(terminal: false, plain))
        #expect(!ColourChoice.auto.isOn(terminal: true) { ["TERM": "dumb"][$0] })
        #expect(!ColourChoice.auto.isOn(terminal: true) { _ in nil })
        #expect(!ColourChoice.auto.isOn(terminal: true) { ["TERM": "xterm", "NO_COLOR": "1"][$0] })
        #expect(ColourChoice.auto.isOn(terminal: true) { ["TERM": "xterm", "NO_COLOR": ""][$0] })
        #expect(ColourChoice.always.isOn(terminal: false) { ["NO_COLOR": "1"][$0] })
        #expect(!ColourChoice.never.isOn(terminal: true, plain))
    }

    @Test func thePassphraseSourceIsChosenFirst() throws {
        #expect(throws: UsageFault.descriptor) { try source(["--passphrase-fd", "1"]) }
        #expect(throws: UsageFault.descriptor) { try source(["--passphrase-fd", "2"]) }
        #expect(throws: UsageFault.descriptor) { try source(["--passphrase-fd=-1"]) }
        #expect(throws: UsageFault.textAndPassphrase) { try source(["--passphrase-fd", "0"], textFromInput: true) }
        #expect(throws: UsageFault.cannotAsk(.passphrase)) { try source(["--no-input"]) }
        guard case .descriptor(250) = try source(["--passphrase-fd", "250"]) else {
            Issue.record("a descriptor that is no terminal is read as it is")
            return
        }
    }

    private func settings(_ arguments: [String], _ environment: [String: String]) throws -> Settings {
        try Settings(try GlobalOptions.parse(arguments), environment: { ["HOME": "/h"].merging(environment) { $1 }[$0] })
    }

    private func source(_ arguments: [String], textFromInput: Bool = false) throws -> PassphraseSource {
        try PassphraseSource(try settings(arguments, [:]), language: .english, textFromInput: textFromInput)
    }
}
