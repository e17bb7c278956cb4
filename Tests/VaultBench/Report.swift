import Foundation

/// One measured ratio and the bound it has to keep.
struct Result {
    let name: String
    let ratio: Double
    let bound: Double
    /// How the ratio varied over the rounds: its middle half.
    let spread: ClosedRange<Double>
}

/// Prints the results and writes them down.
struct Report {
    let results: [Result]

    /// Prints, and writes the page where all was measured.
    func write(keep: Bool) throws {
        let page = text
        print(page)
        let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent("Docs")
        if keep, FileManager.default.fileExists(atPath: folder.path) {
            try page.write(to: folder.appendingPathComponent("Benchmarks.md"), atomically: true, encoding: .utf8)
        }
        if results.contains(where: { $0.ratio > $0.bound }) { throw BoundBroken() }
    }

    private var text: String {
        let rows = results.map { result in
            "| \(result.name) | \(number(result.ratio)) | \(number(result.spread.lowerBound))–\(number(result.spread.upperBound)) "
                + "| at most \(number(result.bound)) | \(result.ratio <= result.bound ? "kept" : "**broken**") |"
        }
        return """
            # Benchmarks

            Written by `make bench`. Each figure is a ratio of two things measured in the same run, in turns; the median of the rounds, with the
            middle half of the rounds beside it. Vaults use the least key derivation the program accepts.

            | what | ratio | middle half | bound | |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private func number(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// A ratio is above its bound.
struct BoundBroken: Error, CustomStringConvertible {
    let description = "a ratio is above its bound"
}

/// Medians and quartiles.
struct Sample {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var median: Double { quantile(0.5) }
    var middleHalf: ClosedRange<Double> { quantile(0.25)...quantile(0.75) }

    private func quantile(_ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted[Int((Double(sorted.count - 1) * share).rounded())]
    }
}

/// Seconds that `body` takes by the clock that never goes back.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// Seconds of the processor that `body` takes, in this program and in the kernel for it: for work that waits for nothing, and on a
/// machine that has other work as well.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}
