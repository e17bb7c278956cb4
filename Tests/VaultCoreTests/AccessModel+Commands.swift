/// What commands do to the model. Each is true where the program must do it, false where it must refuse.
extension AccessModel {
    mutating func add(by person: Person) -> Bool {
        guard mayAct(person), settle(by: person) else { return false }
        let circle = own(person)
        cases[cases.count + 1] = Case(author: person.slot, standing: .draft, summary: circle, body: circle)
        return true
    }

    mutating func share(_ number: Int, by person: Person, pitchOnly: Bool = false, without: Set<Person> = []) -> Bool {
        guard mayAct(person), sees(person, number), cases[number]?.author == person.slot, without.allSatisfy(isActive),
            settle(by: person)
        else { return false }
        let all = circles[group]?.members ?? []
        let readers = all.subtracting(without)
        guard readers.contains(person), readers.count > 1 || readers == all else { return false }
        let target: Int
        if readers == all {
            target = group
        } else {
            target = circles.first { $0.value.kind == .some && $0.value.members == readers }?.key ?? begin(.some, readers)
        }
        let bodyTarget = pitchOnly ? own(person) : target
        guard let found = cases[number] else { return false }
        if found.standing == .shared, found.summary == target, found.body == bodyTarget { return true }
        // What is gone stays gone; what stands where its author is not cannot be taken elsewhere.
        guard found.summary != nil, found.body != nil, found.summary == target || isIn(person, found.summary),
            found.body == bodyTarget || isIn(person, found.body)
        else { return false }
        cases[number]?.summary = target
        cases[number]?.body = bodyTarget
        cases[number]?.standing = .shared
        return true
    }

    mutating func withdraw(_ number: Int, by person: Person) -> Bool {
        guard mayAct(person), sees(person, number), let found = cases[number], found.author == person.slot, found.standing == .shared,
            settle(by: person)
        else { return false }
        let target = own(person)
        if found.summary != nil { cases[number]?.summary = target }
        if found.body != nil { cases[number]?.body = target }
        cases[number]?.standing = .draft
        return true
    }

    mutating func close(_ number: Int, by person: Person) -> Bool {
        guard mayAct(person), sees(person, number), cases[number]?.author == person.slot, cases[number]?.standing != .closed,
            settle(by: person)
        else { return false }
        cases[number]?.standing = .closed
        return true
    }

    mutating func note(_ number: Int, by person: Person) -> Bool {
        guard mayAct(person), let found = cases[number], isIn(person, found.body), found.standing != .closed, settle(by: person) else {
            return false
        }
        cases[number]?.notes.append(person.slot)
        return true
    }

    mutating func edit(_ number: Int, by person: Person) -> Bool {
        guard mayAct(person), sees(person, number), let found = cases[number], found.author == person.slot, found.standing != .closed,
            settle(by: person), isIn(person, found.summary), isIn(person, found.body)
        else { return false }
        cases[number]?.version += 1
        return true
    }

    /// `from`: the first day whose reads are given.
    mutating func join(
        _ person: Person, by acceptor: Person, _ role: Role = .member, all: Bool, until day: Int? = nil, from: Int? = nil
    ) -> Bool {
        guard mayLead(acceptor), roles[person] == nil, settle(by: acceptor) else { return false }
        roles[person] = role
        arrivals.append(person)
        until[person] = day
        circles[Self.log]?.members.insert(person)
        rotate(Self.log)
        since[person] = today
        readsFrom[person] = from.map(epoch(at:)) ?? epochs.count
        if role == .auditor { return true }
        if all {
            for (id, circle) in circles where circle.kind == .group && circle.members.contains(acceptor) {
                circles[id]?.members.insert(person)
                circles[id]?.holders.insert(person)
            }
        } else {
            group = begin(.group, Set(roles.keys.filter { isActive($0) && roles[$0] != .auditor }))
        }
        return true
    }

    mutating func remove(_ person: Person, by remover: Person) -> Bool {
        guard mayLead(remover), isActive(person), settle(by: remover), isActive(person) else { return false }
        let shared = circles.filter { $0.value.members.isSuperset(of: [person, remover]) }.keys
        takeOut(person)
        for id in shared { rotate(id) }
        return true
    }

    mutating func leave(_ person: Person) -> Bool {
        guard mayAct(person), roles.keys.contains(where: { $0 != person && mayLead($0) }), settle(by: person) else { return false }
        takeOut(person)
        return true
    }

    mutating func replace(_ old: Person, with new: Person, by acceptor: Person) -> Bool {
        guard mayLead(acceptor), isActive(old), roles[new] == nil, settle(by: acceptor), isActive(old) else { return false }
        let shared = circles.filter { $0.value.members.isSuperset(of: [old, acceptor]) }.keys
        takeOut(old)
        roles[new] = roles[old]
        arrivals = arrivals.map { $0 == old ? new : $0 }
        until[new] = until[old]
        since[new] = since[old]
        readsFrom[new] = since[old].map(epoch(at:))
        for id in shared {
            circles[id]?.members.insert(new)
            rotate(id)
        }
        return true
    }

    /// An end date, and the day after it.
    mutating func passEndDate(of person: Person, by leader: Person) -> Bool {
        guard mayLead(leader), isActive(person), settle(by: leader), isActive(person) else { return false }
        until[person] = today
        today += 1
        return true
    }

    mutating func look(_ person: Person) -> Bool { mayAct(person) && settle(by: person) && roles[person] != .auditor }

    /// Whether somebody accepts, removes and sets dates: a member without an end date.
    private func mayLead(_ person: Person) -> Bool { mayAct(person) && roles[person] == .member && until[person] == nil }
}
