import VaultFormat

/// Why a home may not leave the line of the log it has verified for another one. Members are named by number.
package enum LineFault: Error, Equatable, Sendable {
    /// The two lines are not in the same epoch: since they parted, somebody came, went or was given new keys on one of them.
    case otherEpoch
    /// Somebody who joined is not a member there.
    case undoesJoin(member: Int)
    /// Somebody who has gone, or whose place or last day was changed, could do there what they no longer may.
    case readmits(member: Int)
}

/// Which line of a log a home may follow that stands on another: never one that gives somebody back what this home knows to be over.
///
/// A line is left because files were lost or written to apart, and what is lost then is content: the log of who is in the group and in its
/// keys stays. So both lines have to be in one epoch, that is, the same entry began it; every join, replacement and rotation of the log's
/// key begins another. What does not begin one is compared by itself: leaving, an end date that has passed, and one that was set.
package enum LineChoice {
    /// `mine` is the group as this home has verified it, `theirs` as the other line's last entry leaves it. Throws ``LineFault``.
    package static func check(leaving mine: GroupState, for theirs: GroupState) throws(LineFault) {
        for member in mine.members {
            guard let other = theirs.member(member.number) else { throw .undoesJoin(member: member.number) }
            // Another id in that place is the one that was replaced here, or took over there, which begins another epoch.
            guard other.id == member.id || theirs.formerIDs.contains(member.id) else { throw .readmits(member: member.number) }
            guard member.ended == nil || other.ended != nil else { throw .readmits(member: member.number) }
            guard other.ended != nil || isNoLater(other.until, than: member.until) else { throw .readmits(member: member.number) }
        }
        guard mine.formerIDs.isSubset(of: theirs.formerIDs), let here = mine.circles[mine.logCircle],
            let there = theirs.circles[theirs.logCircle],
            (here.generation, here.begun, here.commitment) == (there.generation, there.begun, there.commitment)
        else { throw .otherEpoch }
    }

    /// Whether a last day comes no later than another; without one there is none.
    private static func isNoLater(_ day: Day?, than other: Day?) -> Bool {
        guard let other else { return true }
        return day.map { $0 <= other } ?? false
    }
}
