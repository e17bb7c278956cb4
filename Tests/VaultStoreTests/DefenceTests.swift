import CSystem
import Testing

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
