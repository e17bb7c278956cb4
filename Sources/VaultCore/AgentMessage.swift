/// What is said on the socket of an unlock agent. Version 1, one question and one answer on a connection, each one message of a fixed
/// length:
///
///     question   "KLUISAG" 0x01, a byte for what is asked, SHA-256 of the identity file (32 bytes)
///     answer     "KLUISAG" 0x01, a byte for what follows:
///                1  the MasterKey, 32 bytes
///                2  seconds until it locks when it is not used, and at the latest: 8 bytes each, the highest first
///                3  nothing: it has locked, and ends
///                4  nothing: this is not about the identity file that it was unlocked with
///
/// Anything else is answered by nothing, and believed by nobody. The key never stands in a value of these types.
enum AgentMessage {
    /// A question.
    enum Question: UInt8, CaseIterable {
        /// The key, please.
        case key = 1
        /// How long still? Does not count as use.
        case state = 2
        /// Lock, now.
        case lock = 3
    }

    /// What an answer begins with.
    enum Answer: UInt8, CaseIterable {
        case key = 1
        case state = 2
        case locked = 3
        case otherIdentity = 4
    }

    private static let heading = Array("KLUISAG".utf8) + [1]
    /// Bytes of a question.
    static let questionLength = heading.count + 1 + fingerprintLength
    /// Bytes of an answer without what follows.
    static let answerLength = heading.count + 1
    /// Bytes of the longest that follows but a key.
    static let mostFollowing = 16
    private static let fingerprintLength = 32

    static func asking(_ question: Question, _ fingerprint: [UInt8]) -> [UInt8] {
        precondition(fingerprint.count == fingerprintLength)
        return heading + [question.rawValue] + fingerprint
    }

    static func saying(_ answer: Answer, _ following: [UInt8] = []) -> [UInt8] {
        heading + [answer.rawValue] + following
    }

    /// Nil for anything that is no question.
    static func question(_ bytes: [UInt8]) -> (question: Question, fingerprint: [UInt8])? {
        guard bytes.count == questionLength, bytes.starts(with: heading), let question = Question(rawValue: bytes[heading.count]) else {
            return nil
        }
        return (question, Array(bytes[(heading.count + 1)...]))
    }

    /// Nil for anything that is no answer; what follows is not looked at.
    static func answer(_ bytes: [UInt8]) -> Answer? {
        guard bytes.count >= answerLength, bytes.starts(with: heading) else { return nil }
        return Answer(rawValue: bytes[heading.count])
    }

    /// What follows ``Answer/state``.
    static func bytes(of left: UnlockTerm.Left) -> [UInt8] {
        [left.idle, left.most].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - 8 * $0)) } }
    }

    /// Nil for anything that is no whole answer of that kind, or says more than any agent may.
    static func left(_ bytes: [UInt8]) -> UnlockTerm.Left? {
        guard bytes.count == answerLength + 16, answer(bytes) == .state else { return nil }
        let numbers = [0, 8].map { from in bytes[(answerLength + from)..<(answerLength + from + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
        guard numbers.allSatisfy({ $0 <= UInt64(UnlockTerm.most) }) else { return nil }
        return UnlockTerm.Left(idle: Int64(numbers[0]), most: Int64(numbers[1]))
    }
}
