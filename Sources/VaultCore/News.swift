package import VaultFormat
import VaultLog

extension Session {
    /// Something others did to the membership.
    package enum News: Equatable, Sendable {
        /// Somebody was accepted, by whom, as what.
        case joined(name: String, role: Role, by: String)
        /// Somebody has new keys, or took over a place.
        case replaced(name: String, by: String)
        /// Somebody left.
        case left(name: String)
        /// Somebody was taken off.
        case removed(name: String, by: String)
        /// An end date was set.
        case until(name: String, day: Day, by: String)
        /// Somebody's end date passed.
        case ended(name: String)
        /// Somebody wrapped keys of circles of mine anew to me.
        case rewrapped(circles: Int, by: String)

        init?(_ news: LogSync.VerifiedNews, _ session: Session) {
            let by = session.name(of: news.signer)
            switch news.payload.body {
            case .acceptance(let acceptance):
                // One's own acceptance is no news to oneself.
                guard acceptance.member.id != session.me else { return nil }
                let name = session.name(of: acceptance.member.number)
                self =
                    acceptance.replaces == nil ? .joined(name: name, role: acceptance.member.role, by: by) : .replaced(name: name, by: by)
            case .removal(let number, _): self = .removed(name: session.name(of: number), by: by)
            case .until(let number, let day): self = .until(name: session.name(of: number), day: day, by: by)
            case .leaving: self = .left(name: by)
            case .ending(let number): self = .ended(name: session.name(of: number))
            case .rewrapping(_, let given): self = .rewrapped(circles: given.count, by: by)
            default: return nil
            }
        }
    }
}
