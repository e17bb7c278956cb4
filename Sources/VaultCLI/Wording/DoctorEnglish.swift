import VaultCore
import VaultFormat
import VaultSystem

extension DoctorWording {
    var english: String {
        switch finding {
        case .noIdentity: "There is no key of yours here yet."
        case .identityDamaged: "The file with your key is damaged, or of a newer Kluis."
        case .ownedAlone(.home): "Only you can get at your directory of Kluis."
        case .ownedAlone(.identity): "Only you can get at the file with your key."
        case .ownedAlone(.vault(let path)): "Only you can get at the vault in \(path)."
        case .readable(.home): "Others on this computer can look into your directory of Kluis."
        case .readable(.identity): "Others on this computer can read the file with your key, and then guess your passphrase."
        case .readable(.vault(let path)): "Others on this computer can read the vault in \(path); what is in it stays encrypted."
        case .writable(.home): "Others can write in your directory of Kluis, or something in it belongs to somebody else."
        case .writable(.identity): "Others can change the file with your key, or it belongs to somebody else."
        case .writable(.vault(let path)): "Everybody on this computer can change the vault in \(path), or throw it away."
        case .sharedVault(let path): "The vault in \(path) is for several accounts of this computer."
        case .noVaults: "Your directory of Kluis knows no vault yet."
        case .vaultMissing(let path): "There is no vault in \(path) any more, or you cannot get at it."
        case .homeDamaged: "Something in your directory of Kluis is damaged or in use."
        case .disk(let path, .fixed): "The vault in \(path) is on a disk of this computer."
        case .disk(let path, .removable): "The vault in \(path) is on something that can be taken out of the computer."
        case .disk(let path, .network): "The vault in \(path) is on another computer."
        case .disk(let path, .unknown): "Kluis cannot see whether the vault in \(path) is on a disk of this computer."
        case .disk(let path, .memory): "The vault in \(path) is in memory only, and gone when the computer is switched off."
        case .room(let path, let free, let size):
            "Beside the vault in \(path), of \(Amount.size(size).english), there is room for \(Amount.size(free).english) more."
        case .nothingLeft: "Nothing was left behind by a command that was cut short."
        case .journal(let path): "A change of the vault in \(path) was cut short, or is going on now."
        case .unfinished(let folder, 1): "In \(folder) is 1 file that is not finished, or is being worked on now."
        case .unfinished(let folder, let count): "In \(folder) are \(count) files that are not finished, or are being worked on now."
        case .backup(let path, .some(let last), _): "You made the last backup of the vault in \(path) on \(last.english)."
        case .backupOvertaken(let path, let last):
            "You made the last backup of the vault in \(path) on \(last.english), and new keys came after it."
        case .backup(let path, nil, _): "You have never made a backup of the vault in \(path) here."
        case .sheet(.some(let time)): "The words of your key, to be put on paper, were last on the screen on \(time.english)."
        case .sheet(nil): "The words of your key have never been shown here to be put on paper."
        case .owed(let path, .some(0)): "No circle of yours in the vault in \(path) waits for a new key."
        case .owed(let path, .some(1)): "1 circle of yours in the vault in \(path) waits for a new key."
        case .owed(let path, .some(let count)): "\(count) circles of yours in the vault in \(path) wait for a new key."
        case .owed(let path, nil): "Whether circles in the vault in \(path) wait for a new key cannot be seen while Kluis is locked."
        case .clockRight: "The clock is not behind what has happened here before."
        case .clockBehind(let time): "You used Kluis here on \(time.english), and by the clock that is still to come."
        case .entriesAhead(let path, let time):
            "The log of the vault in \(path) has an entry of \(time.english), and by the clock that is still to come."
        case .swap(.none): "This computer puts no memory on the disk when it runs full."
        case .swap(.inMemory): "Memory that runs full stays in memory, and does not get onto the disk."
        case .swap(.encrypted): "Memory that runs full gets onto the disk encrypted."
        case .swap(.plain): "When memory runs full, text that you read can get onto the disk unencrypted."
        case .swap(.unknown): "Where memory goes that runs full this computer does not say."
        case .cores(false): "When Kluis breaks down, the computer does not write down its memory."
        case .cores(true): "When Kluis breaks down, the computer may write down its memory."
        case .agent(.locked): "Kluis is locked: a command asks for your passphrase."
        case .agent(.open(let left)):
            "Kluis is open: it asks for your passphrase again once you do nothing with it for \(Self.english(left.idle)), or after \(Self.english(left.most)) at most."
        case .agent(.ignored(let ignored)): UnlockWording.ignored(ignored).english
        case .versions(let sodium, let sqlite): "This is Kluis \(Program.version), with libsodium \(sodium) and SQLite \(sqlite)."
        }
    }

    var englishAdvice: String? {
        switch finding {
        case .noIdentity: "Make one with 'kluis identity create --name NAME', or see whether --home is right."
        case .identityDamaged:
            "Put back a copy of the file 'identity'; or move it away, and come back with your sheet and 'kluis identity restore --name NAME'."
        case .readable(.home), .readable(.identity): "Take their rights away with 'chmod -R go-rwx \(Self.typed(home))'."
        case .readable(.vault(let path)): "Where that need not be, take their rights away with 'chmod go-rwx \(Self.typed(path))'."
        case .writable(.home), .writable(.identity):
            "See whose everything is, do 'chmod -R go-rwx \(Self.typed(home))', and compare the words of 'kluis log head' with your group."
        case .writable(.vault(let path)):
            "Take that right away with 'chmod o-rwx \(Self.typed(path))', and look everything over with 'kluis check --deep'."
        case .noVaults: "Begin a group with 'kluis group create', or ask to become a member with 'kluis join'."
        case .vaultMissing: "If it was moved, name it with --vault; if it is gone, put it back with 'kluis backup restore FILE'."
        case .homeDamaged: "Wait until no other command is at work and look again; if it stays, put back a copy of the directory."
        case .disk(_, .removable): "Take it out only when the command is done, and keep a backup in another place."
        case .disk(_, .network), .disk(_, .unknown): "Let no two people work in two copies, and keep a backup in another place."
        case .disk(_, .memory): "Move it to a disk before you switch the computer off."
        case .room where finding.status != .good:
            "Make room: when somebody leaves, everything is encrypted anew and needs twice the room for a while."
        case .journal, .unfinished: "If no command is at work, give an ordinary one, like 'kluis case list': it clears away what it can."
        case .backupOvertaken: "Make a new one with 'kluis backup create FILE': part of the old one does not open any more."
        case .backup where finding.status != .good: "Make one with 'kluis backup create FILE', in another place than the vault."
        case .sheet(nil): "Put them on paper with 'kluis identity paper': without it everything is gone when you forget your passphrase."
        case .owed(_, .some(1...)): "Give a command that writes something, like 'kluis case list': it gives them a new key."
        case .owed(_, nil): "First give 'kluis unlock', and then this command again."
        case .clockBehind: "Set the clock of this computer before you go on: it gets into the log."
        case .entriesAhead: "See whether the clock of this computer is right; if so, somebody else's was fast."
        case .swap(.plain): "Encrypt the disk as a whole, or have whoever looks after this computer encrypt the swap."
        case .cores(true): "Tell the makers of Kluis."
        case .agent(.ignored): "Remove what does not belong there, or give 'kluis unlock'."
        case .ownedAlone, .sharedVault, .disk(_, .fixed), .room, .nothingLeft, .backup, .sheet(.some), .owed, .clockRight, .swap(.none),
            .swap(.inMemory), .swap(.encrypted), .swap(.unknown), .cores(false), .agent(.locked), .agent(.open), .versions:
            nil
        }
    }

    private static func english(_ seconds: Int64) -> String {
        let minutes = (seconds + 59) / 60
        if minutes >= 120 { return "\((minutes + 59) / 60) hours" }
        return minutes == 1 ? "1 minute" : "\(minutes) minutes"
    }
}
