import VaultFormat
import VaultLog

/// The lines of the files below `disclosed/`, in the order of the log, one file in memory at a time.
struct DisclosureReader {
    private var number = 0
    private var bytes: [UInt8] = []
    private var position = 0
    private var line: Disclosure?
    private var last = -1

    /// What is given of the entry at `index`. Asked for in ascending order.
    mutating func given(at index: Int, in folder: inout ExportFolder) throws(AuditError) -> Disclosure.Given? {
        while true {
            if line == nil { line = try next(&folder) }
            guard let found = line, found.index <= index else { return nil }
            line = nil
            if found.index == index { return found.given }
        }
    }

    /// Reads what nobody asked for, so that every file is compared with the manifest.
    mutating func drain(_ folder: inout ExportFolder) throws(AuditError) {
        var isMore = line != nil
        while try next(&folder) != nil { isMore = true }
        if isMore { folder.note(.fileAltered, Disclosure.path(max(0, number - 1))) }
    }

    private mutating func next(_ folder: inout ExportFolder) throws(AuditError) -> Disclosure? {
        while true {
            while position < bytes.count {
                guard let end = bytes[position...].firstIndex(of: 0x0a) else {
                    folder.note(.badForm, Disclosure.path(number - 1))
                    position = bytes.count
                    break
                }
                let text = bytes[position..<end]
                position = end + 1
                if let line = try? Disclosure(parsing: text), line.index > last {
                    last = line.index
                    return line
                }
                folder.note(.badForm, Disclosure.path(number - 1))
            }
            guard folder.knows(Disclosure.path(number)) else { return nil }
            bytes = try folder.take(Disclosure.path(number), limit: Disclosure.longestFile) ?? []
            position = 0
            number += 1
        }
    }
}
