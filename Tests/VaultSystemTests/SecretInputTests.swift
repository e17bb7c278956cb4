import Glibc
import Testing
import VaultSystem

@Suite("Secrets on a descriptor") struct SecretInputTests {
    @Test(arguments: [
        ("secret\n", "secret"), ("secret", "secret"), ("secret\r\n", "secret"), ("\n", ""), ("\r\n", ""),
        ("a\rb\n", "a\rb"), ("a\r\r\n", "a\r"), ("a\r", "a\r"), ("12345678\r\n", "12345678"), ("kánt\n", "kánt"),
    ])
    func readsOneLine(_ input: String, _ secret: String) throws {
        #expect(try read(piped(Array(input.utf8)), capacity: 8) == Array(secret.utf8))
    }

    @Test func leavesTheSecondLineOnTheDescriptor() throws {
        let descriptor = try piped(Array("first\nsecond\nrest".utf8))
        #expect(try read(descriptor, capacity: 100) == Array("first".utf8))
        #expect(try read(descriptor, capacity: 100) == Array("second".utf8))
        #expect(try StandardStreams.readAll(descriptor, limit: 100) == Array("rest".utf8))
    }

    @Test func refusesWhatDoesNotFitAndLeavesNothing() throws {
        let descriptor = try piped(Array("123456789abc\n".utf8))
        var memory = [UInt8](repeating: 0xFF, count: 8)
        #expect(throws: SystemError.tooLong) { try read(descriptor, into: &memory) }
        #expect(memory == [UInt8](repeating: 0, count: 8))
        #expect(try StandardStreams.readAll(descriptor, limit: 100) == Array("abc\n".utf8))
        #expect(throws: SystemError.tooLong) { try read(piped(Array("12345678\r".utf8)), capacity: 8) }
    }

    @Test func saysThatThereIsNothing() throws {
        #expect(throws: SystemError.endOfInput) { try read(piped([]), capacity: 8) }
        #expect(throws: SystemError.closed) { try read(-1, capacity: 8) }
    }

    private func read(_ descriptor: Int32, capacity: Int) throws -> [UInt8] {
        var memory = [UInt8](repeating: 0, count: capacity)
        let count = try read(descriptor, into: &memory)
        return Array(memory[..<count])
    }

    private func read(_ descriptor: Int32, into memory: inout [UInt8]) throws(SystemError) -> Int {
        var span = memory.mutableSpan
        var bytes = unsafe span.mutableBytes
        return try SecretInput.readLine(descriptor, into: &bytes)
    }
}
