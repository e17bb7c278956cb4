import VaultCore
import VaultFormat
import VaultLog
import VaultSystem

/// Everybody who is or was a member.
struct MemberListView {
    let members: [MemberListing]
    let group: String
    let language: Language

    /// The elements of `items`.
    var items: [[JSON.Member]] {
        members.map { member in
            [
                JSON.Member("member", .int(member.number)), JSON.Member("name", .string(member.name)),
                JSON.Member("role", .string(member.role.rawValue)), JSON.Member("since", .string(member.since.text)),
                JSON.Member("until", JSON(member.until?.text)), JSON.Member("status", .string(member.ended?.rawValue ?? "active")),
            ]
        }
    }

    /// What people read: one line for each, numbers and names in columns.
    var page: Page {
        var page = Page()
        page.add(MemberLabel.members(members.count { $0.ended == nil }, group: group).text(in: language), .strong)
        let names = members.map { VisibleText.columns($0.name) }.max() ?? 0
        let numbers = members.map { String($0.number).count }.max() ?? 0
        for member in members {
            let number = padding(numbers - String(member.number).count) + String(member.number)
            let name = member.name + padding(names - VisibleText.columns(member.name))
            let facts = MemberLabel.membership(member.role, since: Moment(member.since).day, until: member.until, ended: member.ended)
            page.add(
                "\(number)  \(name)  \(facts.text(in: language))", member.ended == nil ? .plain : .faint, indent: 2,
                hang: numbers + names + 4)
        }
        return page
    }

    private func padding(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }
}
