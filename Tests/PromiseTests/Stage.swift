import Foundation
import Glibc
import VaultCore
import VaultFormat
import VaultSystem
import VaultTestkit

/// What the library in `Shim` does to a program at one of its file operations.
enum Disturbance: String {
    case none, eio, enospc, kill, torn
    /// Stops the process there.
    case stop
    /// Stops the process when it has done everything.
    case exit
}

/// A folder with a home and a vault, the built program, and a way to disturb it.
final class Stage {
    let folder: String
    private let kept: String
    /// What the program finds in its environment, beside the paths.
    var environment = ["PATH": "/usr/bin:/bin", "LANG": "C", "SWIFT_BACKTRACE": "enable=no"]

    var home: String { folder + "/home" }
    var vault: String { folder + "/group.kluis" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/kluis-promise-" + UUID().uuidString
        kept = folder + ".kept"
        try Files.makePrivateDirectory(folder)
    }

    deinit { for path in [folder, kept] { try? FileManager.default.removeItem(atPath: path) } }

    /// Anna's identity.
    func makeIdentity() throws {
        try must(["identity", "create", "--name", Words.person, "--kdf", "interactive"])
    }

    /// Anna, a group of hers, a case and a note in it.
    func makeGroup() throws {
        try makeIdentity()
        try must(["group", "create", "--name", Words.group])
        try must(["case", "add", "--share"], input: Words.oneCase)
        try must(["note", "add", "1"], input: Words.note)
    }

    /// Somebody more in Anna's group, with a home beside hers.
    func admit(_ name: String) throws {
        let theirs = ["--home", folder + "/" + name.lowercased(), "--json"]
        try must(["identity", "create", "--name", name, "--kdf", "interactive"] + theirs)
        let object = try JSONSerialization.jsonObject(with: Data(try must(["join"] + theirs).output.utf8)) as? [String: Any]
        guard let asked = object?["data"] as? [String: Any], let request = asked["request"] as? Int, let words = asked["words"] as? [String]
        else { throw Unexpected(arguments: ["join"], exit: 0, errors: "no words") }
        try must(["member", "accept", String(request), "--name", name, "--words", words.joined(separator: " ")])
    }

    /// A folder to import: two texts, and something that is none.
    var texts: String { folder + "/texts" }

    func makeTexts() throws {
        try Files.makePrivateDirectory(texts)
        try Files.createNew(texts + "/1.txt", Array(Words.anotherCase.utf8))
        try Files.createNew(texts + "/2.md", Array(Words.changedCase.utf8))
        try Files.createNew(texts + "/3.jpg", [0xff, 0xd8])
    }

    /// Anna's group as it was years ago, with looks that the group need not keep any more.
    func makeOldGroup() throws {
        let text = try CaseText(title: Words.title, pitch: Words.pitch, body: Words.body)
        try TestVault.foundLongAgo(
            home: home, vault: vault, passphrase: Words.passphrase, person: Words.person, group: Words.group, text: text, note: Words.note)
    }

    /// Remembers everything in the folder.
    func keep() throws {
        try? FileManager.default.removeItem(atPath: kept)
        try FileManager.default.copyItem(atPath: folder, toPath: kept)
    }

    /// Puts the folder back as it was kept.
    func restore() throws {
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.copyItem(atPath: kept, toPath: folder)
    }

    /// Runs a command that has to work.
    @discardableResult
    func must(_ arguments: [String], input: String = "", secret: String = Words.passphrase) throws -> Child.Ended {
        let ended = try run(arguments, input: input, secret: secret)
        guard ended.exit == 0 else { throw Unexpected(arguments: arguments, exit: ended.exit, errors: ended.errors) }
        return ended
    }

    /// Runs a command to its end, with a fault at an operation if one is given. Secret lines are on descriptor 3.
    func run(_ arguments: [String], input: String = "", secret: String = Words.passphrase, _ fault: Disturbance = .none, at: Int = 0) throws
        -> Child.Ended
    {
        try start(arguments, input: input, secret: secret, fault, at: at).end()
    }

    /// Starts a command, and leaves it to the caller.
    func start(_ arguments: [String], input: String = "", secret: String = Words.passphrase, _ fault: Disturbance = .none, at: Int = 0)
        throws
        -> Child
    {
        var variables = environment
        variables["KLUIS_HOME"] = home
        variables["KLUIS_VAULT"] = vault
        variables["LD_PRELOAD"] = try Shim.library.get()
        variables["FAULT_KIND"] = fault.rawValue
        variables["FAULT_AT"] = String(at)
        variables["FAULT_REPORT"] = folder + "/report"
        return try Child(
            Self.program, arguments + ["--passphrase-fd", "3"], variables, input: Array(input.utf8), secret: Array((secret + "\n").utf8),
            folder: folder)
    }

    /// How many file operations a command has, and what it says; the folder is then as it was kept.
    func operations(_ arguments: [String], input: String = "", secret: String = Words.passphrase) throws -> (count: Int, ended: Child.Ended)
    {
        try keep()
        let ended = try must(arguments, input: input, secret: secret)
        let count = try report()[0]
        try restore()
        return (count, ended)
    }

    /// What the library noted of the process that ended last: how many operations it had, whether it could be dumped, and its most memory
    /// since it hashed a passphrase, in KiB.
    func report() throws -> [Int] {
        let text = try String(contentsOfFile: folder + "/report", encoding: .utf8)
        return text.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    }

    /// What a member finds: every case by title with its number of notes, all of it opened, and the whole log verified. In this
    /// process, since a sweep looks hundreds of times.
    func look(passphrase: String = Words.passphrase) throws -> Found {
        let surroundings = Surroundings(home: home, now: { Instant(seconds: Clock.now()) }, onWait: {})
        let session = try Session.open(vault: vault, passphrase: try TestVault.passphrase(passphrase), in: surroundings, readOnly: false)
        let list = try session.cases()
        let checked = try session.check(deep: true) { _, _ in }
        let findings =
            try session.verifyLog().findings.count + checked.findings.count + list.damaged.count
            + session.warnings.count { $0 != .backupsEnded }
        return Found(notes: Dictionary(uniqueKeysWithValues: list.items.map { ($0.title, $0.notes) }), findings: findings)
    }

    /// How many looks are erased in the log, and what is found to be wrong with it.
    func lookAtLog() throws -> (erased: Int, findings: Int) {
        let surroundings = Surroundings(home: home, now: { Instant(seconds: Clock.now()) }, onWait: {})
        let session = try Session.open(
            vault: vault, passphrase: try TestVault.passphrase(Words.passphrase), in: surroundings, readOnly: false)
        let findings = try session.verifyLog().findings.count + session.check(deep: true) { _, _ in }.findings.count
        return (try session.log(case: nil, from: nil, limit: nil).count(where: \.isErased), findings)
    }

    /// See ``look(passphrase:)``.
    struct Found {
        let notes: [String: Int]
        let findings: Int
    }

    /// Files that a finished command has no use for.
    func leftovers() throws -> [String] {
        try TestVault.allBytes(in: folder).keys.filter { $0.contains("/.kluis") || $0.hasSuffix("-journal") }.sorted()
    }

    /// The program is built beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kluis")
        .path
}

/// A command that was to work did not.
struct Unexpected: Error {
    let arguments: [String]
    let exit: Int32
    let errors: String
}

/// What Anna types: long and odd enough to be found by a search, and by nothing else.
enum Words {
    static let passphrase = "Zeer onraadbare wachtzin 7391"
    static let newPassphrase = "Volstrekt andere wachtzin 5520"
    static let person = "Annabel Zandvoorter"
    static let group = "Intervisiekring Duinwijkhoek"
    static let title = "Huilbuien na de overplaatsing"
    static let pitch = "Wie herkent dit zwijgpatroon"
    static let body = "Mevrouw Quispel vertrouwt haar zoon de sleutelbos niet meer toe."
    static let note = "Vraag eens wat de wijkverpleegkundige opviel."
    static let newTitle = "Rustiger sinds de verbouwing"
    static let newBody = "De zoon van Quispel heeft de sleutelbos teruggebracht."
    static let secondTitle = "Nachtdienst zonder achterwacht"
    static let oneCase = "\(title)\n\npitch: \(pitch)\n\n\(body)\n"
    static let changedCase = "\(newTitle)\n\n\(newBody)\n"
    static let anotherCase = "\(secondTitle)\n\nTekst die erbij kwam.\n"

    static let content = [person, group, title, pitch, body, note, newTitle, newBody, secondTitle]
}

/// The library in `Shim`, compiled once.
private enum Shim {
    static let library = Result { try compile() }

    private static func compile() throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Shim/faults.c").path
        let folder = FileManager.default.temporaryDirectory.path + "/kluis-shim-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let library = folder + "/faults.so"
        let run = try ChildProgram(path: "/usr/bin/env", environment: ["PATH": "/usr/bin:/bin"])
            .run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, source])
        guard run.ending == .exited(0) else {
            throw Unexpected(arguments: ["cc"], exit: -1, errors: String(decoding: run.said, as: UTF8.self))
        }
        return library
    }
}
