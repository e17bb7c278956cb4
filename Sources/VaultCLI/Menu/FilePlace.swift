import VaultFormat
import VaultSystem

/// Places of files, as people type them and as the program proposes them.
enum FilePlace {
    /// `~` stands for the person's own folder, as it does in a shell; quotes around a path, which a terminal puts there when a file is
    /// dragged into it, are left out.
    static func expanded(_ typed: String, _ environment: (String) -> String?) -> String {
        for quote in ["'", "\""] where typed.count > 2 && typed.hasPrefix(quote) && typed.hasSuffix(quote) {
            return String(typed.dropFirst().dropLast())
        }
        guard typed == "~" || typed.hasPrefix("~/"), let own = environment("HOME"), !own.isEmpty else { return typed }
        return own + typed.dropFirst()
    }

    /// The absolute path of a file of that name in a folder, where the path is a folder or ends as one; else of the path itself, with the
    /// name's ending where it has none.
    static func file(_ name: String, at path: String) -> String {
        let place = (try? Files.absolutePath(path)) ?? path
        if path.hasSuffix("/") || (try? Files.isDirectory(path)) == true { return place.hasSuffix("/") ? place + name : place + "/" + name }
        let last = place.split(separator: "/").last ?? ""
        return last.contains(".") ? place : place + name.drop { $0 != "." }
    }

    /// Where a group's vault is proposed to stand: the first free name in the person's own folder. The name tells nothing of the group.
    static func proposedVault(_ environment: (String) -> String?) -> String {
        free("intervisie", ".kluis", environment)
    }

    /// Where a backup is proposed to stand: with the day, since there will be more of them.
    static func proposedBackup(_ name: String, _ environment: (String) -> String?) -> String { free(name, ".kluis", environment) }

    private static func free(_ name: String, _ ending: String, _ environment: (String) -> String?) -> String {
        let folder = expanded("~", environment)
        let places = (1...99).lazy.map { "\(folder)/\(name)" + ($0 == 1 ? "" : "-\($0)") + ending }
        return places.first { (try? Files.exists($0)) == false } ?? "\(folder)/\(name)\(ending)"
    }
}
