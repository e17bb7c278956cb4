import CSystem
import GRDB
import Testing

@testable import VaultStore

/// How connections are set up, read back from SQLite.
struct DefenceTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test func everyConnectionDefendsItself() {
        #expect(kluis_sqlite_defend() == 0)
        let found = kluis_sqlite_defence_of_new_connection()
        #expect(found.result == 0)
        #expect(found.length == 2 << 20)
        #expect(found.attached == 0)
        #expect(found.defensive == 1)
        #expect(found.trusted_schema == 0)
        #expect(found.triggers == 0)
        #expect(found.views == 0)
        #expect(found.foreign_keys == 0)
        #expect(found.extensions == 0)
    }

    @Test(arguments: [Access.readWrite, .readOnly])
    func settingsAreWhatWasAsked(access: Access) throws {
        _ = try scratch.vault()
        let vault = try VaultFile.open(scratch.path("a.kluis"), access: access)
        let wanted = [
            "journal_mode": "delete",
            "synchronous": "3",
            "secure_delete": "1",
            "trusted_schema": "0",
            "cell_size_check": "1",
            "temp_store": "2",
            "mmap_size": "0",
            "foreign_keys": "0",
            "locking_mode": "normal",
            "max_page_count": "1048576",
            "page_size": "4096",
            "auto_vacuum": "0",
            "encoding": "UTF-8",
            "application_id": String(0x4B4C_5549),
            "user_version": "1",
        ]
        for (name, value) in wanted {
            let found = try vault.file.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
            #expect(found == value, "PRAGMA \(name)")
        }
    }

    @Test func theOpenConnectionItselfHasTheLimits() throws {
        let vault = try scratch.vault()
        let statements = [
            ("ATTACH ':memory:' AS other", StoreError.damaged(.file)), ("SELECT length(zeroblob(2097153))", .tooLarge),
            ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''", .damaged(.file)),
        ]
        for (statement, error) in statements {
            #expect(try refusal { try vault.file.read { try $0.execute(sql: statement) } } == error)
        }
    }
}
