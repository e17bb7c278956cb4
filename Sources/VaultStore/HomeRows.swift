package import VaultFormat

/// The name of a fact that a home keeps of a group. The store knows none of them.
package struct FactName: Hashable, Sendable {
    /// As it stands in the file.
    package let text: String
    /// Takes a name that the program chose.
    package init(_ text: String) { self.text = text }
}

/// What a stored key is for. The store knows none of them.
package struct StoredKeyKind: Hashable, Sendable {
    /// As it stands in the file.
    package let text: String
    /// Takes a kind that the program chose.
    package init(_ text: String) { self.text = text }
}

/// Which key a stored key is.
package struct StoredKeyName: Hashable, Sendable {
    /// What it is for.
    package let kind: StoredKeyKind
    /// The circle it belongs to; empty for a kind that belongs to none.
    package let circle: [UInt8]
    /// The generation, epoch or number within the circle.
    package let generation: Int

    /// Joins the three.
    package init(kind: StoredKeyKind, circle: [UInt8], generation: Int) {
        self.kind = kind
        self.circle = circle
        self.generation = generation
    }
}

/// A key as the home keeps it: sealed before it comes here.
package struct StoredKey: Equatable, Sendable {
    /// Which key it is; at most one is stored under each name.
    package let name: StoredKeyName
    /// The sealed key.
    package let sealed: [UInt8]

    /// Pairs a sealed key with its name.
    package init(name: StoredKeyName, sealed: [UInt8]) {
        self.name = name
        self.sealed = sealed
    }
}

/// What a home knows of one case, in the program's own form.
package struct CaseRow: Equatable, Sendable {
    /// The case's number in its group.
    package let number: Int
    /// Bytes the store does not look into.
    package let value: [UInt8]

    /// Pairs a value with a case.
    package init(number: Int, value: [UInt8]) {
        self.number = number
        self.value = value
    }
}

/// What a home keeps of one entry, in the program's own form.
package struct LineRow: Equatable, Sendable {
    /// The entry's index.
    package let index: Int
    /// Bytes the store does not look into.
    package let value: [UInt8]

    /// Pairs a value with an entry.
    package init(index: Int, value: [UInt8]) {
        self.index = index
        self.value = value
    }
}

/// Where a part stands that was sealed anew since its author wrote it.
package struct PlaceRow: Equatable, Sendable {
    /// Which part.
    package let place: Manifest.Place
    /// Name of its sealed bytes.
    package let blob: BlobHash

    /// Pairs a part with its sealed bytes.
    package init(place: Manifest.Place, blob: BlobHash) {
        self.place = place
        self.blob = blob
    }

    static func code(_ part: Part) -> Int { part == .summary ? 1 : 2 }
    static func part(_ code: Int) -> Part? { code == 1 ? .summary : code == 2 ? .body : nil }
}

/// All that one step forward changes in a home. Everything happens or nothing.
package struct HomeChange {
    /// How many entries the home holds before this change.
    package let size: Int
    /// Where the home leaves its line of the log for another: entries and lines from this index on go, and every case and place, before
    /// what this change brings. Nil for a step forward.
    package var partsAt: Int?
    /// Entries that follow, the first at index `size`, or where it parts.
    package var entries: [[UInt8]] = []
    /// Blobs that go, before others come.
    package var blobsOut: [BlobHash] = []
    /// Blobs that come.
    package var blobsIn: [Blob] = []
    /// Facts that get a new value.
    package var facts: [FactName: [UInt8]] = [:]
    /// Cases that come or change.
    package var cases: [CaseRow] = []
    /// Numbers of cases that go.
    package var casesOut: [Int] = []
    /// Lines of the log that come or change.
    package var lines: [LineRow] = []
    /// Parts that stand elsewhere now.
    package var places: [PlaceRow] = []
    /// Parts that stand again where their own entry says.
    package var placesOut: [Manifest.Place] = []
    /// Keys that go, before others come.
    package var keysOut: [StoredKeyName] = []
    /// Keys that come; one with the same name gives way.
    package var keys: [StoredKey] = []

    /// A change of a home that holds `size` entries; it changes nothing until it is filled in.
    package init(size: Int) { self.size = size }
}
