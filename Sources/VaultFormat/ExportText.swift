/// How much of the sealed half of a log somebody is given; the raw value is the spelling in files and JSON.
package enum ExportScope: String, Sendable, CaseIterable {
    /// What one must know to verify signatures: members, keys and circles, without names.
    case membership
    /// Every payload that the exporter may read.
    case all

    init(_ members: inout JSONMembers) throws(FormatError) {
        guard let scope = ExportScope(rawValue: try members.string("events")) else { throw .member }
        self = scope
    }

    var members: JSONObject { ["events": .string(rawValue)] }
}

/// The file `export` of an exported folder: what the folder is.
package struct ExportText: Equatable, Sendable {
    /// Whose log.
    package let group: GroupID
    /// By the exporter's clock.
    package let time: Instant
    /// How much is disclosed.
    package let scope: ExportScope

    /// More bytes than it has.
    package static let longest = 1024

    /// All fields.
    package init(group: GroupID, time: Instant, scope: ExportScope) {
        self.group = group
        self.time = time
        self.scope = scope
    }

    /// Reads the one spelling. Throws ``FormatError/line(_:)``, ``FormatError/unknownVersion`` for `kluis.export/v2` and the like.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        let first = try lines.next()
        guard first.elementsEqual(Self.heading.utf8) else {
            throw first.starts(with: Self.heading.dropLast().utf8) ? .unknownVersion : .line(1)
        }
        group = try lines.value(of: "group", GroupID.init(hex:))
        time = try lines.value(of: "time", Instant.init(_:))
        scope = try lines.value(of: "events") { value throws(FormatError) in
            guard let scope = ExportScope(rawValue: String(decoding: value, as: UTF8.self)) else { throw .layout }
            return scope
        }
        guard lines.isAtEnd else { throw .line(lines.number + 1) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] {
        Array("\(Self.heading)\ngroup \(group.hex)\ntime \(time.text)\nevents \(scope.rawValue)\n".utf8)
    }

    private static let heading = "kluis.export/v1"
}

extension SigningPublicKey {
    /// The key in a PEM file, SubjectPublicKeyInfo of RFC 8410, as OpenSSL reads it.
    package var pem: [UInt8] {
        Array("-----BEGIN PUBLIC KEY-----\n\(Base64.encode(Self.publicKeyInfo + bytes))\n-----END PUBLIC KEY-----\n".utf8)
    }

    /// DER of a sequence of the algorithm 1.3.101.112 and a bit string of 32 bytes.
    private static let publicKeyInfo: [UInt8] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
}
