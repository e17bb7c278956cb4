package import VaultFormat
package import VaultSystem

/// One thing that `kluis doctor` found, good or not.
package enum CheckupFinding: Equatable, Sendable {
    /// There is no key here yet.
    case noIdentity
    /// The identity file is damaged, or of a later version.
    case identityDamaged
    /// Nobody else can get at it.
    case ownedAlone(Thing)
    /// Others can read it.
    case readable(Thing)
    /// Others can write in it, or own it.
    case writable(Thing)
    /// The vault is for several accounts, as it was founded.
    case sharedVault(String)
    /// This home knows no vault yet.
    case noVaults
    /// There is no vault at that path.
    case vaultMissing(String)
    /// A file of the home cannot be used.
    case homeDamaged
    /// What holds the file at that path.
    case disk(String, Machine.Disk)
    /// Bytes that can still be written beside the file at that path; how many it has itself.
    case room(String, free: Int, size: Int)
    /// Nothing was left behind.
    case nothingLeft
    /// A change that was cut short at that path; the next command undoes it.
    case journal(String)
    /// Files that were never finished, in that directory.
    case unfinished(String, Int)
    /// When the last backup was made of the vault at that path; nil for never. Now.
    case backup(String, Instant?, Instant)
    /// The same, where circles of mine or of others got new keys since.
    case backupOvertaken(String, Instant)
    /// When the words of the paper sheet were shown or typed; nil for never here.
    case sheet(Instant?)
    /// How many circles of mine wait for a new key, in the vault at that path; nil where it is locked.
    case owed(String, Int?)
    /// The clock agrees with what this home has seen.
    case clockRight
    /// This home was used at that time, which by the clock has not come yet.
    case clockBehind(Instant)
    /// The log of the vault at that path has entries from then, which by the clock has not come yet.
    case entriesAhead(String, Instant)
    /// Where memory goes when there is too little.
    case swap(Machine.Swap)
    /// Whether a crash could write memory to the disk.
    case cores(Bool)
    /// Whether the identity is open.
    case agent(UnlockAgent.State)
    /// The libraries that run.
    case versions(sodium: String, sqlite: String)

    /// What rights are about.
    package enum Thing: Equatable, Sendable {
        /// The home and what is in it.
        case home
        /// The identity file.
        case identity
        /// The vault at that path.
        case vault(String)
    }

    /// What it is about; programs rely on the spelling.
    package enum Kind: String, CaseIterable, Sendable {
        case identity, home, vault
        case disk
        case room
        case leftovers
        case backup
        case paper
        case owedCircles = "owed-circles"
        case clock
        case swap
        case coreDumps = "core-dumps"
        case agent
        case versions
    }

    /// How serious it is; programs rely on the spelling.
    package enum Status: String, CaseIterable, Sendable {
        /// As it should be.
        case good
        /// It could not be seen.
        case unknown
        /// Worth a look.
        case look
        /// It does not work, or is not safe, before it is mended.
        case mend
    }

    /// What it is about.
    package var kind: Kind {
        switch self {
        case .noIdentity, .identityDamaged: .identity
        case .ownedAlone(let thing), .readable(let thing), .writable(let thing):
            switch thing {
            case .home: .home
            case .identity: .identity
            case .vault: .vault
            }
        case .homeDamaged: .home
        case .sharedVault, .noVaults, .vaultMissing: .vault
        case .disk: .disk
        case .room: .room
        case .nothingLeft, .journal, .unfinished: .leftovers
        case .backup, .backupOvertaken: .backup
        case .sheet: .paper
        case .owed: .owedCircles
        case .clockRight, .clockBehind, .entriesAhead: .clock
        case .swap: .swap
        case .cores: .coreDumps
        case .agent: .agent
        case .versions: .versions
        }
    }

    /// How serious it is. A backup is old after 31 days; room is short below twice the file and 64 MiB, since new keys write everything
    /// anew, and too short below 4 MiB.
    package var status: Status {
        switch self {
        case .ownedAlone, .sharedVault, .nothingLeft, .clockRight, .versions, .cores(false), .agent(.open), .agent(.locked),
            .disk(_, .fixed), .owed(_, .some(0)), .swap(.none), .swap(.inMemory), .swap(.encrypted), .sheet(.some):
            .good
        case .owed(_, nil), .swap(.unknown): .unknown
        case .noIdentity, .readable, .noVaults, .disk(_, .removable), .disk(_, .network), .disk(_, .unknown), .backupOvertaken, .journal,
            .unfinished, .sheet(nil), .owed, .entriesAhead, .swap(.plain), .agent(.ignored):
            .look
        case .identityDamaged, .writable, .vaultMissing, .homeDamaged, .disk(_, .memory), .clockBehind, .cores(true): .mend
        case .room(_, let free, let size): free < Self.leastRoom ? .mend : free < 2 * size + Self.usualRoom ? .look : .good
        case .backup(_, let last, let now): last.map { now.seconds - $0.seconds <= Self.backupAge ? .good : .look } ?? .look
        }
    }

    private static let leastRoom = 4 << 20
    private static let usualRoom = 64 << 20
    private static let backupAge: Int64 = 31 * 86_400
}
