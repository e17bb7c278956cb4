/// New generations of circles, as one entry introduces them.
package struct Rotation: Equatable, Sendable {
    /// Each circle's new generation, in ascending order of id.
    package let circles: [CircleFacts]
    /// Name of the blob that seals the LogKey before under the new one; there exactly when the log circle is among the circles.
    package let link: BlobHash?
    /// Name of the sealed ``Manifest`` of the parts sealed anew; nil where there were none.
    package let manifest: BlobHash?

    /// All fields.
    package init(circles: [CircleFacts], link: BlobHash?, manifest: BlobHash?) {
        self.circles = circles
        self.link = link
        self.manifest = manifest
    }
}

/// `member.accepted` and `member.replaced`: a newcomer and what they are given.
package struct Acceptance: Equatable, Sendable {
    /// The newcomer; for a replacement with the number of the member whose place is taken.
    package let member: MemberFacts
    /// For `member.replaced`: the id that ends.
    package let replaces: MemberID?
    /// SHA-256 of the request, so that it can be found that the words were those of this request.
    package let request: BlobHash
    /// The log circle's new generation, and with it a new group circle (history none) or every circle shared with the one replaced.
    package let rotation: Rotation
    /// Circles whose present key the newcomer gets.
    package let given: [GivenKey]
    /// Name of the blob with ReadKeys of earlier epochs, sealed for the newcomer.
    package let reads: BlobHash?
    /// The first epoch whose reveals the newcomer can read.
    package let readsFrom: Int

    /// All fields.
    package init(
        member: MemberFacts, replaces: MemberID?, request: BlobHash, rotation: Rotation, given: [GivenKey], reads: BlobHash?, readsFrom: Int
    ) {
        self.member = member
        self.replaces = replaces
        self.request = request
        self.rotation = rotation
        self.given = given
        self.reads = reads
        self.readsFrom = readsFrom
    }
}

/// A circle's present key, delivered to one member: to a newcomer, or anew to somebody whom it did not reach.
package struct GivenKey: Equatable, Sendable {
    /// The circle.
    package let circle: CircleID
    /// Its present generation.
    package let generation: Int
    /// Name of the delivery to that member alone.
    package let delivery: BlobHash

    /// All fields.
    package init(circle: CircleID, generation: Int, delivery: BlobHash) {
        self.circle = circle
        self.generation = generation
        self.delivery = delivery
    }
}

/// `case.shared` and `case.withdrawn`: where the parts of a case, its notes and its attachments stand from now on. Versions and commitments
/// stay.
package struct CaseMove: Equatable, Sendable {
    /// The case's number in the group.
    package let number: Int
    /// The title and pitch.
    package let summary: MovedPart
    /// The text.
    package let body: MovedPart
    /// Every note, in order of number.
    package let notes: [MovedNote]
    /// Every attachment, in order of number.
    package let attachments: [MovedAttachment]

    /// A part and where it stands.
    package struct MovedPart: Equatable, Sendable {
        /// The circle it is sealed in now.
        package let circle: CircleID
        /// That circle's generation.
        package let generation: Int
        /// Name of the sealed bytes; for a part that is not moved the one it had.
        package let blob: BlobHash

        /// All fields.
        package init(circle: CircleID, generation: Int, blob: BlobHash) {
            self.circle = circle
            self.generation = generation
            self.blob = blob
        }
    }

    /// A note and where its text stands.
    package struct MovedNote: Equatable, Sendable {
        /// The note's number in the case.
        package let number: Int
        /// The text.
        package let body: MovedPart

        /// Both fields.
        package init(number: Int, body: MovedPart) {
            self.number = number
            self.body = body
        }
    }

    /// An attachment and where its parts stand.
    package struct MovedAttachment: Equatable, Sendable {
        /// The attachment's number in the case.
        package let number: Int
        /// Name and length.
        package let summary: MovedPart
        /// The bytes of the file.
        package let body: MovedPart

        /// All fields.
        package init(number: Int, summary: MovedPart, body: MovedPart) {
            self.number = number
            self.summary = summary
            self.body = body
        }
    }

    /// All fields.
    package init(number: Int, summary: MovedPart, body: MovedPart, notes: [MovedNote], attachments: [MovedAttachment] = []) {
        self.number = number
        self.summary = summary
        self.body = body
        self.notes = notes
        self.attachments = attachments
    }
}
