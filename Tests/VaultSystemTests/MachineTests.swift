import Glibc
import Testing

@testable import VaultSystem

@Suite("The computer") struct MachineTests {
    private static let heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
    private static let encrypted = "/dev/dm-1                               partition\t1003516\t\t0\t\t-2\n"
    private static let plain = "/dev/sda2                               partition\t1003516\t\t0\t\t-3\n"
    private static let memory = "/dev/zram0                              partition\t1003516\t\t0\t\t100\n"

    static let tables: [(String, Machine.Swap)] = [
        (heading, .none), ("", .none), (heading + memory, .inMemory), (heading + encrypted, .encrypted), (heading + plain, .plain),
        (heading + memory + encrypted, .encrypted), (heading + encrypted + plain, .plain),
        (heading + "/swap\\040file file 1 0 -2\n", .plain), (heading + "\n\n", .none),
    ]

    @Test(arguments: tables) func swapAsTheKernelTellsIt(_ table: String, _ swap: Machine.Swap) {
        #expect(Machine.swap(table: table) { $0 == "/dev/dm-1" } == swap)
    }

    @Test func thisComputerAnswers() throws {
        _ = Machine.swap()
        #expect(try Machine.disk(of: "/proc/self") == .fixed)
        if (try? Files.isDirectory("/dev/shm")) == true { #expect(try Machine.disk(of: "/dev/shm") == .memory) }
        #expect(throws: SystemError.notFound) { try Machine.disk(of: "/none") }
    }

    @Test func aHardenedProcessDumpsNothing() async {
        await #expect(processExitsWith: .success) {
            Hardening.begin()
            #expect(!Machine.mayDumpCore())
        }
    }
}
