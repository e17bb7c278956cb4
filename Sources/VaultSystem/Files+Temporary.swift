import Glibc

extension Files {
    /// Lends a new directory for this person alone, in TMPDIR or else /tmp, and removes it with everything in it whatever `body`
    /// ends with. Its name begins with `name`.
    package static func withTemporaryDirectory<Answer>(_ name: String, _ body: (String) throws -> Answer) throws -> Answer {
        let parent = Environment.value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = try absolutePath(parent + "/" + name + "-" + Entropy.name())
        try makePrivateDirectory(path)
        let answer: Answer
        do { answer = try body(path) } catch {
            try? removeTree(path)
            throw error
        }
        try removeTree(path)
        return answer
    }

    /// Removes the temporary files that a crash left in a directory, by their names. For a directory in which everybody who makes a
    /// file holds one lock, and while holding it. What cannot be removed stays for the next time.
    package static func removeTemporaries(in path: String) {
        for name in temporaries(in: path) { try? remove(path + "/" + name) }
    }

    /// The names of files in a directory that have not been finished yet, or never will be.
    package static func temporaries(in path: String) -> [String] {
        // Every command looks for these, and hardly ever is there one: the expression is not made for other names.
        ((try? names(in: path)) ?? []).filter {
            $0.hasPrefix(".kluis-") && $0.wholeMatch(of: /\.kluis-[0-9a-f]{16}\.(tmp|new|new-journal)/) != nil
        }
    }

    /// Removes a directory and everything in it. Links are removed, never followed.
    package static func removeTree(_ path: String) throws(SystemError) {
        for name in try names(in: path) {
            let inside = path + "/" + name
            do throws(SystemError) { try remove(inside) } catch {
                guard error == .notRegular else { throw error }
                try removeTree(inside)
            }
        }
        try removeDirectory(path)
    }
}
