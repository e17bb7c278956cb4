import Foundation
import Testing
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// A group's log, and folders made of it.
final class ExportedLog {
    let vault: TestVault
    private var made = 0

    /// Carla's home and vault as they were before she was taken off.
    private(set) var carlasHome = ""
    private(set) var carlasVault = ""

    /// Anna, Bert, and Carla who has gone; a case that was read.
    init(keepingCarla: Bool = false) throws {
        vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bert")
        try vault.admit("Carla")
        try vault.run { session in
            let added = try session.addCase(try CaseText(title: "Titel", pitch: nil, body: "Een verhaal."), share: true, dryRun: false)
            _ = try session.show(case: added.number)
        }
        _ = try vault.open(as: "Bert").show(case: 1)
        if keepingCarla {
            _ = try vault.open(as: "Carla").cases()
            carlasHome = try vault.copyHome(to: "old-home", from: vault.surroundings(of: "Carla").home)
            carlasVault = try vault.copyVault(to: "old.kluis")
        }
        vault.time = Instant(seconds: vault.time.seconds + 60)
        _ = try vault.run { try $0.remove(.name("Carla"), dryRun: false) }
    }

    /// Adds entries that say nothing new.
    func lengthen(by count: Int) throws {
        let session = try vault.open()
        for _ in 0..<count { _ = try session.log(case: nil, from: 0, limit: 1) }
    }

    /// Exports as somebody, to a new folder. Returns its path.
    func export(as person: String = "Anna", proofs: [Int] = [], scope: ExportScope = .membership) throws -> String {
        made += 1
        let path = vault.file("export-\(made)")
        _ = try vault.open(as: person).exportLog(to: path, proofs: proofs, scope: scope, dryRun: false) { _, _ in }
        return path
    }

    /// An export in a place of its own, for when this group is not kept.
    func keptExport() throws -> String {
        let place = FileManager.default.temporaryDirectory.path + "/kluis-test-" + UUID().uuidString
        try FileManager.default.moveItem(atPath: try export(proofs: [0, 2]), toPath: place)
        return place
    }

    static func verify(_ path: String, words: WordCode? = nil, since: String? = nil) throws -> ExportVerification {
        try Exports.verify(path, words: words, since: since) { _, _ in }
    }
}

extension TestVault {
    /// Carla's session on what she kept; nothing of it is written anywhere.
    func carlasOldSession(_ log: ExportedLog) throws -> Session? {
        try Session.open(
            vault: log.carlasVault, in: surroundings(home: log.carlasHome), readOnly: true, remembersPlace: false, unlocking: master(of:))
    }
}

/// A folder in the hands of somebody who may write in it.
struct Tampering {
    let path: String

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }
    func put(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: "\(path)/\(name)")) }
    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// A copy to spoil.
    static func copy(_ path: String) throws -> Tampering {
        let copy = path + "-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return Tampering(path: copy)
    }

    /// Every file, by path.
    func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            return attributes[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }
}
