import CSystem
import Glibc

/// What this computer does with memory and files, as far as a program can see it.
package enum Machine {
    /// Where memory goes when there is too little of it.
    package enum Swap: Equatable, Sendable {
        /// Nowhere.
        case none
        /// Into other memory, compressed (zram).
        case inMemory
        /// To a disk, encrypted.
        case encrypted
        /// To a disk, as it is.
        case plain
        /// The system does not say.
        case unknown
    }

    /// The worst of all places it may go to.
    package static func swap() -> Swap {
        guard let table = try? Files.read("/proc/swaps", limit: 1 << 16) else { return .unknown }
        return swap(table: String(decoding: table, as: UTF8.self), isEncrypted: isEncrypted)
    }

    /// The same from the text of `/proc/swaps` (proc(5)): a heading, and a line for each place.
    static func swap(table: String, isEncrypted: (String) -> Bool) -> Swap {
        let places = table.split(separator: "\n").dropFirst().compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
        if places.isEmpty { return .none }
        let onDisk = places.filter { !$0.hasPrefix("/dev/zram") }
        if onDisk.isEmpty { return .inMemory }
        return onDisk.allSatisfy(isEncrypted) ? .encrypted : .plain
    }

    /// Whether what is written to this device, or to the disk this file is on, is encrypted by the kernel (dm-crypt).
    private static func isEncrypted(_ path: String) -> Bool {
        guard let device = blockDevice(path) else { return false }
        return isEncrypted(device: device, depth: 0)
    }

    private static func isEncrypted(device: String, depth: Int) -> Bool {
        guard depth < 8 else { return false }
        if let name = try? Files.read(device + "/dm/uuid", limit: 4096), name.starts(with: Array("CRYPT-".utf8)) { return true }
        let below = (try? Files.names(in: device + "/slaves")) ?? []
        return !below.isEmpty && below.allSatisfy { isEncrypted(device: device + "/slaves/" + $0, depth: depth + 1) }
    }

    /// The directory in which the kernel tells of the device; nil where it tells nothing.
    private static func blockDevice(_ path: String) -> String? {
        var device: (major: UInt32, minor: UInt32) = (0, 0)
        guard unsafe kluis_block_device(path, &device.major, &device.minor) == 0 else { return nil }
        let place = "/sys/dev/block/\(device.major):\(device.minor)"
        return (try? Files.isDirectory(place)) == true ? place : nil
    }

    /// What holds a file.
    package enum Disk: Equatable, Sendable {
        /// A disk of this computer, as far as can be seen.
        case fixed
        /// A disk that can be taken out.
        case removable
        /// Another computer.
        case network
        /// Whatever a program makes of it (FUSE): a disk, another computer or a cloud.
        case unknown
        /// Memory: it is empty after a restart.
        case memory
    }

    /// Throws `.notFound` where nothing is at the path.
    package static func disk(of path: String) throws(SystemError) -> Disk {
        let kind = try retrying { unsafe kluis_file_system_kind(path) }
        if networks.contains(kind) { return .network }
        if memories.contains(kind) { return .memory }
        if kind == fuse { return .unknown }
        guard let device = blockDevice(path) else { return .fixed }
        // A partition has no such file; the disk it is on has.
        let answers = ["/removable", "/../removable"].compactMap { try? Files.read(device + $0, limit: 4096) }
        return answers.contains { $0.first == UInt8(ascii: "1") } ? .removable : .fixed
    }

    // Numbers of statfs(2): NFS, SMB, CIFS, SMB2, 9P, AFS, Coda, Ceph; FUSE; and tmpfs, ramfs.
    private static let networks: Set<Int> = [
        0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x5346_414f, 0x7375_7245, 0x00c3_6400,
    ]
    private static let fuse = 0x6573_5546
    private static let memories: Set<Int> = [0x0102_1994, 0x8584_58f6]

    /// The number of the person whose process this is.
    package static var userNumber: UInt32 { geteuid() }

    /// Whether a crash of this process could write its memory somewhere.
    package static func mayDumpCore() -> Bool {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else { return true }
        return kluis_may_be_dumped() != 0 || limit.rlim_max > 1
    }
}
