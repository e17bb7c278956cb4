"""The state of a group and the rules of membership and circles: section 19 of Docs/Format.md."""
from dataclasses import dataclass, field

from sealing import sha256, takes_wraps


class Void(Exception):
    """The author of an entry broke a rule: it stays in the tree and changes nothing."""


def rule(holds, finding="void"):
    if not holds:
        raise Void(finding)


@dataclass
class Member:
    id: bytes
    number: int
    role: str
    until: str | None
    key: int
    signing: bytes
    decryption: bytes
    name: bytes
    name_epoch: int
    since: str
    gone: str | None = None         # when
    status: str = "active"
    name_expired: bool = False

    @property
    def lasting(self):
        return not self.gone and self.role == "member" and self.until is None


@dataclass
class Circle:
    id: bytes
    kind: str
    generation: int
    members: set
    commitment: bytes
    delivery: bytes
    rotated: int                    # index of the entry that began the generation
    epoch: int                      # of that entry, which its manifest is sealed in
    manifest: bytes | None = None
    owes: bool = False


@dataclass
class Group:
    id: bytes
    members: list = field(default_factory=list)
    circles: dict = field(default_factory=dict)
    group_circle: bytes = b""
    used_keys: set = field(default_factory=set)
    former_ids: set = field(default_factory=set)
    former_circles: set = field(default_factory=set)
    pending: list = field(default_factory=list)
    cases: dict = field(default_factory=dict)
    roster: int = 0
    line: int | None = None
    mark: int = 0
    months: list = field(default_factory=list)
    retention: int = 0
    name: bytes = b""

    @property
    def log(self):
        return self.circles[self.id]

    @property
    def present(self):
        return [m for m in self.members if not m.gone]

    def by_id(self, id):
        return next((m for m in self.members if m.id == id), None)

    def by_number(self, number):
        """Who has not gone and has this number."""
        member = next((m for m in self.present if m.number == number), None)
        rule(member)
        return member

    def shared_circles(self, one, other):
        return {c.id: set(c.members) for c in self.circles.values() if one in c.members and other in c.members}

    # Circles

    def rotate(self, entry, payload, expected, fresh=()):
        """`expected` has each circle that rotates, and who is in it then; `fresh` are circles that are introduced."""
        old = [c for c in payload["circles"] if c not in fresh]
        rule({c["id"] for c in old} == expected.keys())
        rule("manifest" not in payload or any(c["id"] != self.id for c in old))
        rule(("link" in payload) == (self.id in expected))
        for c in old:
            now = self.circles[c["id"]]
            rule(entry.signer in now.members and c["kind"] == now.kind and c["generation"] == now.generation + 1)
            rule(set(c["members"]) == expected[c["id"]] and ("delivery" in c) == (c["id"] != self.id))
        epoch = self.log.generation + (self.id in expected)
        for c in old:
            now = self.circles[c["id"]]
            now.generation, now.members, now.commitment = c["generation"], set(c["members"]), c["commitment"]
            now.delivery, now.rotated, now.epoch, now.owes = c.get("delivery", entry.wraps), entry.size, epoch, False
            now.manifest = payload.get("manifest") if c["id"] != self.id else None
            self.deliver(now.delivery, now.id, now.generation, now.members)

    def check_introduced(self, c):
        rule(c["id"] not in self.circles and c["id"] not in self.former_circles and c["generation"] == 1 and "delivery" in c)
        rule(c["kind"] == "private" or sum(x.kind != "private" for x in self.circles.values()) < 256)

    def introduce(self, entry, c, epoch):
        delivery = c.get("delivery", entry.wraps)
        self.circles[c["id"]] = Circle(
            c["id"], c["kind"], 1, set(c["members"]), c["commitment"], delivery, rotated=entry.size, epoch=epoch)
        self.deliver(delivery, c["id"], 1, c["members"])

    def deliver(self, blob, circle, generation, recipients):
        self.pending.append((blob, circle, generation, set(recipients)))

    def receive(self, id):
        """Nothing waits for this member any more."""
        self.pending = [(b, c, g, r - {id}) for b, c, g, r in self.pending if r - {id} and c in self.circles]

    def go(self, member, entry, status):
        member.gone, member.status = entry.time, status
        self.leave_circles(member.id)
        self.receive(member.id)

    def leave_circles(self, id, besides=()):
        for c in [c for c in self.circles.values() if id in c.members and c.id not in besides]:
            c.members.discard(id)
            c.owes = True
            if not c.members:
                del self.circles[c.id]
                self.former_circles.add(c.id)

    # Newcomers

    def check_newcomer(self, payload, returning=None):
        new, epoch = payload["member"], self.log.generation
        if returning:
            rule(new["signing"] == returning.signing and new["key"] == returning.key)
        else:
            rule(new["key"] == 1 and not self.by_id(new["id"]) and new["id"] not in self.former_ids)
            rule(sha256(new["signing"]) not in self.used_keys)
        rule(payload["reads_from"] <= epoch + 1 and ("reads" in payload) == (payload["reads_from"] <= epoch))
        rule(sha256(new["decryption"]) not in self.used_keys and takes_wraps(new["decryption"]))

    def admit(self, new, since):
        self.used_keys |= {sha256(new["signing"]), sha256(new["decryption"])}
        return Member(
            new["id"], new["number"], new["role"], new.get("until"), new["key"], new["signing"], new["decryption"], new["name"],
            self.log.generation, since)

    def accepted(self, entry, p):
        new = p["member"]
        rule(new["number"] == len(self.members) + 1 and len(self.present) < 50)
        self.check_newcomer(p)
        rule(("until" in new or new["role"] == "member") and new.get("until", "9999") >= entry.time[:10])
        fresh = [c for c in p["circles"] if c["id"] not in self.circles]
        if new["role"] == "auditor":
            rule(not p["given"] and not fresh)
        elif not p["given"]:
            rule(len(fresh) == 1 and fresh[0]["kind"] == "group")
            self.check_introduced(fresh[0])
            rule(set(fresh[0]["members"]) == {m.id for m in self.present if m.role != "auditor"} | {new["id"]})
        else:
            rule(not fresh and any(g["circle"] == self.group_circle for g in p["given"]))
            for g in p["given"]:
                c = self.circles.get(g["circle"])
                rule(c and c.kind == "group" and entry.signer in c.members and g["generation"] == c.generation and not c.owes)
        self.rotate(entry, p, {self.id: self.log.members | {new["id"]}}, fresh)
        for c in fresh:
            self.introduce(entry, c, self.log.generation)
            self.group_circle = c["id"]
        for g in p["given"]:
            self.circles[g["circle"]].members.add(new["id"])
            self.deliver(g["delivery"], g["circle"], g["generation"], {new["id"]})
        self.members.append(self.admit(new, entry.time))

    def replaced(self, entry, p):
        new, old = p["member"], self.by_id(p["replaces"])
        rule(old and not old.gone and old.id != entry.signer and not p["given"])
        rule((new["number"], new["role"], new.get("until")) == (old.number, old.role, old.until))
        returning = old if new["id"] == old.id else None
        self.check_newcomer(p, returning)
        shared = self.shared_circles(entry.signer, old.id)
        before = self.pending
        self.rotate(entry, p, {id: members - {old.id} | {new["id"]} for id, members in shared.items()})
        waiting, self.pending = self.pending[len(before):], before
        self.receive(old.id)
        self.pending += waiting
        self.leave_circles(old.id, besides=shared if returning else ())  # nobody else is in the shared ones under the old id
        if not returning:
            self.former_ids.add(old.id)
        self.pending = [delivery for delivery in self.pending if delivery[1] in self.circles]
        self.members[self.members.index(old)] = self.admit(new, old.since)

    def removed(self, entry, p):
        member = self.by_number(p["member"])
        rule(member.id != entry.signer and self.lasting_without(member))
        shared = self.shared_circles(entry.signer, member.id)
        self.rotate(entry, p, {id: members - {member.id} for id, members in shared.items()})
        self.go(member, entry, "removed")

    def lasting_without(self, member):
        return any(m.lasting for m in self.members if m is not member)

    def until(self, entry, p):
        member = self.by_number(p["member"])
        rule(p["until"] >= entry.time[:10] and self.lasting_without(member))
        member.until = p["until"]

    def ended(self, entry, p):
        member = self.by_number(p["member"])
        rule(member.until and entry.time[:10] > member.until)
        self.go(member, entry, "ended")

    def left(self, entry, p):
        signer = self.by_id(entry.signer)
        rule(self.lasting_without(signer))
        self.go(signer, entry, "left")

    def refreshed(self, entry, p):
        rule(sha256(p["decryption"]) not in self.used_keys and takes_wraps(p["decryption"]))
        self.by_id(entry.signer).decryption = p["decryption"]
        self.used_keys.add(sha256(p["decryption"]))
        self.receive(entry.signer)

    def circle_created(self, entry, p):
        c = p["circle"]
        if c["kind"] == "private":
            rule(c["members"] == [entry.signer])
            rule(not any(x.kind == "private" and entry.signer in x.members for x in self.circles.values()))
        else:
            rule(c["kind"] == "some" and len(c["members"]) >= 2 and entry.signer in c["members"])
            rule(set(c["members"]) <= {m.id for m in self.present if m.role != "auditor"})
        self.check_introduced(c)
        self.introduce(entry, c, self.log.generation)

    def rotated(self, entry, p):
        ids = {c["id"] for c in p["circles"]}
        rule(ids and ids <= self.circles.keys())
        self.rotate(entry, p, {id: set(self.circles[id].members) for id in ids})

    def rewrapped(self, entry, p):
        member = self.by_number(p["member"])
        rule(member.id != entry.signer and (member.until is None or entry.time[:10] <= member.until) and p["given"])
        for g in p["given"]:
            c = self.circles.get(g["circle"])
            rule(c and {entry.signer, member.id} <= c.members and g["generation"] == c.generation and not c.owes)
        for g in p["given"]:
            self.deliver(g["delivery"], g["circle"], g["generation"], {member.id})
