import Testing
import VaultFormat

/// Every single-byte change of a valid example is either refused or another value that prints exactly the changed bytes, and every
/// truncation is refused, but for lengths in `validCuts`. Returns how many changes were accepted.
@discardableResult
func sweep<Value: Equatable>(
    _ valid: [UInt8], validCuts: Set<Int> = [], parse: ([UInt8]) throws(FormatError) -> Value, print: (Value) -> [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Int {
    let original = try parse(valid)
    #expect(print(original) == valid, sourceLocation: sourceLocation)
    for length in 0..<valid.count where !validCuts.contains(length) {
        #expect(throws: FormatError.self, "cut after \(length) bytes", sourceLocation: sourceLocation) {
            try parse(Array(valid[..<length]))
        }
    }
    var accepted = 0
    var wrong: [Int] = []
    for place in valid.indices {
        var changed = valid
        for value in UInt8.min...UInt8.max where value != valid[place] {
            changed[place] = value
            guard let read = try? parse(changed) else { continue }
            accepted += 1
            if read == original || print(read) != changed { wrong.append(place) }
        }
    }
    #expect(wrong.isEmpty, "a change here is read as something else", sourceLocation: sourceLocation)
    return accepted
}
