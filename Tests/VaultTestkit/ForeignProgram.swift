import Foundation

/// A program that we did not write, and that has to agree with us. Run only by tests.
package struct ForeignProgram {
    /// Its name, as the shell finds it, or its path.
    package let name: String

    /// Names a program; nothing is run yet.
    package init(_ name: String) { self.name = name }

    /// Names a program that a test has made.
    package init(at path: String) { name = path }

    /// How it ended, and what it said.
    package struct Run {
        /// 0 when it agreed.
        package let status: Int32
        /// Standard output and error together.
        package let said: String
    }

    /// Whether the tests that need it are to run. Where `CI` is set they always are, so that there nothing is passed over.
    package var isExpected: Bool { ProcessInfo.processInfo.environment["CI"] != nil || path != nil }

    /// Runs it with these arguments, in `folder`, with `input` on its standard input. Throws ``TestFailure`` where it is not installed.
    package func run(_ arguments: [String], in folder: String, input: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        guard let path else { throw TestFailure() }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (inputs, outputs) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (inputs, outputs, outputs)
        try process.run()
        // What the programs read from here fits in a pipe.
        try inputs.fileHandleForWriting.write(contentsOf: Data(input))
        try inputs.fileHandleForWriting.close()
        let said = try outputs.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Run(status: process.terminationStatus, said: String(decoding: said, as: UTF8.self))
    }

    private var path: String? {
        if name.hasPrefix("/") { return name }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
