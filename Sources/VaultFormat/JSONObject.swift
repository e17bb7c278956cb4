/// The members of an object in ascending order of their names, each name once, as they are printed.
///
/// Names are ASCII, U+0020...U+007E. (Swift's strings are equal under Unicode normalisation: of any others, two spellings could be
/// one name here and two elsewhere.) Objects are small, so that walking along a list costs less than a dictionary.
package struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
    /// A name and what stands under it.
    struct Member: Sendable {
        let name: String
        let value: CanonicalJSON
    }

    private(set) var members: [Member] = []

    /// No members yet, and room for as many as nearly all objects have.
    static func reading() -> JSONObject {
        var object = JSONObject()
        object.members.reserveCapacity(8)
        return object
    }

    private init() {}

    /// Members in any order. A name that is not printable ASCII or comes twice is our bug.
    package init(dictionaryLiteral members: (String, CanonicalJSON)...) {
        self.members.reserveCapacity(members.count)
        for (name, value) in members {
            precondition(self[name] == nil)
            self[name] = value
        }
    }

    /// The value under a name; nil where there is none, and nil takes it away.
    package subscript(name: String) -> CanonicalJSON? {
        get { members.first { $0.name == name }?.value }
        set {
            precondition(Self.isName(name))
            let place = members.firstIndex { $0.name >= name } ?? members.endIndex
            if place < members.endIndex, members[place].name == name { members.remove(at: place) }
            if let newValue { members.insert(Member(name: name, value: newValue), at: place) }
        }
    }

    /// The same with one member more.
    func with(_ name: String, _ value: CanonicalJSON) -> JSONObject {
        var object = self
        object[name] = value
        return object
    }

    /// Adds a member that ``mayEnd(with:)`` has allowed.
    mutating func append(_ name: String, _ value: CanonicalJSON) { members.append(Member(name: name, value: value)) }

    /// Whether a member of that name comes after the last one.
    func mayEnd(with name: String) -> Bool { members.last.map { $0.name < name } ?? true }

    /// Whether a member may be called this.
    static func isName(_ name: String) -> Bool { name.utf8.allSatisfy { (0x20...0x7e).contains($0) } }
}
