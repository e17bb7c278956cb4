"""The whole log, entry by entry: sections 19, 26 and 27 of Docs/Format.md."""
import hmac

from cases import Cases
from entering import enter
from events import MEMBERS, REVEALS, ROSTER, read_payload
from group import Group, Void, rule
from notation import Damaged, NotMine, RolledBack, need
from notes import EMPTY_ROOT, Tree, read_entry, verifies
from sealing import derive, log_keys, message, open_sealed, open_wrap, read_delivery, u32, u64

LASTING = {"member.accepted", "member.replaced", "member.until", "member.removed", "role.ended", "payload.expired", "backup.restored"}
EVERYBODY = {"member.left", "key.refreshed", "access.refused", "log.opened", "log.verified", "log.trusted", "log.exported"}
MAY_FAIL = REVEALS | {"log.opened", "log.verified", "log.exported", "backup.created"}
BEGIN_EPOCHS = {"member.accepted", "member.replaced", "member.removed", "circle.rotated"}


class Line:
    """What is said of one entry: the payload where it could be read, and what became of it."""
    def __init__(self, index, entry, signer, role):
        self.index, self.entry, self.signer, self.role = index, entry, signer, role
        self.payload, self.fate, self.epoch = None, "effective", 0


class Replay:
    """The log as the holder of a home reads it. `group` is the state at its end, `lines` what each entry said."""
    def __init__(self, vault, home):
        self.vault, self.home, self.tree, self.lines = vault, home, Tree(), []
        self.expired, self.absent, self.findings = set(), set(), []
        self.log_keys, self.read_keys = ({g: k for (kind, _, g), k in home.keys.items() if kind == which} for which in ("log", "read"))
        self.circle_keys = {(c, g): k for (kind, c, g), k in home.keys.items() if kind == "circle"}
        self.seeds = home.of_kind("decryption")
        for (circle, epoch), key in self.circle_keys.items():
            kept = (self.log_keys.get(epoch), self.read_keys.get(epoch))
            need(circle != home.group or kept == log_keys(key, circle, epoch), "keys of the log at home do not belong together")
        self.known = int.from_bytes(home.edge[:8], "big")      # of these entries the home has every key that it will ever have
        if not self.log_keys:
            key, epoch, index, logs, reads = enter(vault, home, home.group, self.seeds)
            self.circle_keys[home.group, epoch], self.known = key, index + 1
            self.log_keys.update(logs), self.read_keys.update(reads)
        previous = ""
        for index, data in enumerate(vault.entries()):
            entry = read_entry(data)
            self.found(entry, data) if index == 0 else self.next(entry)
            if entry.time < previous:
                self.findings.append((index, "clock-back"))
            previous = entry.time
            if not self.group.months or entry.time[:7] > self.group.months[-1][0]:
                self.group.months.append((entry.time[:7], index))
            self.tree.append(data)
            if self.tree.size == self.known and home.edge and home.edge != u64(self.known) + b"".join(self.tree.edge):
                raise RolledBack("the log is not the one that this home has verified")
        need(self.tree.size, "no entry")
        if self.tree.size < self.known:
            raise RolledBack("the log is shorter than what this home has verified")
        need(self.absent <= self.expired, "a payload is missing")
        self.take_circle_keys()

    # One entry

    def found(self, entry, data):
        """The first entry: refused unless everything is as it has to be."""
        need((entry.size, entry.root, entry.roster) == (0, EMPTY_ROOT, 0) and entry.wraps, "first entry")
        if data != self.home.genesis:
            raise RolledBack("another group")
        group = self.group = Group(entry.group)
        need(self.log_key_opens(entry, 1), "first entry: payload")
        payload = read_payload(self.open_payload(entry, self.log_keys[1]))
        need(payload["event"] == "group.created" and (payload["outcome"], payload["rules"]) == (0, 1), "first entry: event")
        founder, circles = payload["member"], payload["circles"]
        need((founder["number"], founder["key"], founder["role"]) == (1, 1, "member") and "until" not in founder, "founder")
        need((entry.signer, entry.key_number) == (founder["id"], 1), "founder")
        need(verifies(entry.text, entry.key_name, entry.signature, founder["signing"]), "signature of the first entry")
        need([c["kind"] for c in circles] == ["log", "group", "private"] and circles[0]["id"] == entry.group, "first circles")
        need(len({c["id"] for c in circles}) == 3 and ["delivery" in c for c in circles] == [False, True, True], "first circles")
        need(all(c["generation"] == 1 and c["members"] == [founder["id"]] for c in circles), "first circles")
        for c in circles:
            group.introduce(entry, c, 1)
        group.group_circle, group.retention, group.name = circles[1]["id"], payload["retention"], payload["name"]
        group.members.append(group.admit(founder, entry.time))
        self.cases = Cases(group)
        self.remember(entry, group.members[0], payload)

    def next(self, entry):
        """What an honest member cannot have written is damage; what breaks a rule is void."""
        group = self.group
        need(entry.group == group.id, "bad-form")
        need((entry.size, entry.root) == (self.tree.size, self.tree.root), "wrong-tree")
        signer = group.by_id(entry.signer)
        need(signer and not signer.gone and entry.key_number == signer.key, "not-entitled")
        need(verifies(entry.text, entry.key_name, entry.signature, signer.signing), "bad-signature")
        line = self.remember(entry, signer, None)
        try:
            self.judge(entry, signer, line)
        except Void as void:
            line.fate = "void"
            self.findings.append((entry.size, str(void)))
        line.epoch = group.log.generation

    def remember(self, entry, signer, payload):
        line = Line(entry.size, entry, signer.number, signer.role)
        line.payload, line.epoch = payload, self.group.log.generation
        self.lines.append(line)
        return line

    def judge(self, entry, signer, line):
        group, epoch = self.group, self.group.log.generation
        sealed = self.vault.blob(entry.payload)
        need(sealed is None or len(sealed) <= 1_048_576, "payload-mismatch")
        entitled = (
            (signer.until is None or entry.time[:10] <= signer.until)                                       # 1
            and (entry.wraps is None or signer.role != "auditor")                                           # 2
            and (entry.wraps is not None or not group.log.owes))                                            # 3
        may_be_absent = entitled and entry.wraps is None and entry.roster != entry.size
        need(sealed is not None or may_be_absent, "payload-missing")
        rule(entitled)
        if sealed is None:                                                                                  # 4
            self.absent.add(entry.size)
            line.fate = "erased"
            return rule(entry.roster == group.roster, "roster-left-out")
        if entry.wraps is not None:
            epoch += 1
            if not self.log_key_opens(entry, epoch):
                raise Void("void")
        marked = self.marked(sealed, epoch)
        if marked and epoch not in self.read_keys:
            line.fate = "unreadable"
            rule(entry.wraps is None)
            return rule(entry.roster == group.roster, "roster-left-out")
        try:                                                                                                # 5, 6
            payload = read_payload(self.open_payload(entry, (self.read_keys if marked else self.log_keys)[epoch]))
        except Damaged:
            raise Void("void")
        if payload["event"] == "cases.imported":
            self.imported_list(payload)
        if payload["event"] not in MEMBERS:                                                                 # 7
            line.fate = "passed over"
            rule(entry.wraps is None)
            return rule(entry.roster == group.roster, "roster-left-out")
        line.payload = payload
        event, outcome = payload["event"], payload["outcome"]
        rule((event in REVEALS) == marked)                                                                  # 8
        rule(event != "group.created" and (event not in LASTING or signer.lasting))                         # 9
        rule(signer.role != "auditor" or event in EVERYBODY)
        rule(outcome == 4 if event == "access.refused" else outcome in ((0, 8) if event in MAY_FAIL else (0,)))  # 10
        rule(entry.roster == (entry.size if event in ROSTER else group.roster), "roster-left-out")          # 11
        begins = event in BEGIN_EPOCHS and any(c["kind"] == "log" for c in payload["circles"])
        rule(begins == (entry.wraps is not None))                                                           # 12
        self.apply(entry, payload)                                                                          # 13
        if event in ROSTER:
            group.roster = entry.size
        if begins:
            self.check_commitment(group.log, epoch)

    def apply(self, entry, p):
        g, cases = self.group, self.cases
        event = p["event"]
        if event == "cases.imported":
            return cases.imported(entry, p, self.import_records(p, g.log.generation))
        rules = {
            "member.accepted": g.accepted, "member.replaced": g.replaced, "member.removed": g.removed, "member.until": g.until,
            "role.ended": g.ended, "member.left": g.left, "key.refreshed": g.refreshed, "circle.created": g.circle_created,
            "circle.rotated": g.rotated, "key.rewrapped": g.rewrapped, "case.added": cases.added, "case.changed": cases.changed,
            "case.closed": cases.closed, "case.erased": cases.erased, "case.shared": cases.moved, "case.withdrawn": cases.moved,
            "note.added": cases.note_added, "note.changed": cases.note_changed, "attachment.added": cases.attachment_added,
            "cases.listed": cases.looked, "case.opened": cases.looked, "note.opened": cases.looked, "attachment.saved": cases.looked,
            "searched": cases.searched, "log.trusted": self.trusted, "payload.expired": self.expire, "log.opened": self.log_opened,
            "backup.restored": lambda entry, p: rule(p["size"] <= entry.size)}
        rules.get(event, lambda entry, p: None)(entry, p)

    def log_opened(self, entry, p):
        rule("case" not in p or p["case"] in self.group.cases)

    def trusted(self, entry, p):
        rule((p["size"], p["root"]) != (entry.size, entry.root))
        self.group.line = entry.size

    def expire(self, entry, p):
        g = self.group
        limit = f"{int(entry.time[:4]) - g.retention:04d}{entry.time[4:7]}"
        first = next((index for month, index in g.months if month >= limit), entry.size)
        rule(p["from"] == g.mark and p["before"] <= max(g.mark, first))
        gone = [next((m for m in g.members if m.number == number), None) for number in p["names"]]
        rule(all(m and m.gone and m.gone[:7] < limit and not m.name_expired for m in gone))
        for m in gone:
            m.name_expired = True
        g.mark = p["before"]
        self.expired |= {i for i in range(p["from"], p["before"]) if p["payloads"][(i - p["from"]) // 8] << (i - p["from"]) % 8 & 128}

    # Keys

    def marked(self, sealed, epoch):
        """The read mark."""
        mark = derive(self.log_keys[epoch], "read-mark", self.group.id, sealed[8:24])[:16]
        return hmac.compare_digest(mark, sealed[24:40])

    def open_payload(self, entry, key):
        sealed = self.vault.blob(entry.payload)
        return open_sealed(sealed, derive(key, "payload-key", self.group.id, sealed[8:40]), "payload", self.group.id)[1]

    def log_key_opens(self, entry, epoch):
        """Finds the LogKey of an epoch that this entry may begin: at home, else in its delivery. Not void but an end where it does not come."""
        if epoch in self.log_keys:
            marked = epoch in self.read_keys and self.marked(self.vault.blob(entry.payload), epoch)
            try:
                self.open_payload(entry, (self.read_keys if marked else self.log_keys)[epoch])
                return True
            except Damaged:
                pass
        if entry.size < self.known:
            return False
        delivery = self.vault.blob(entry.wraps)
        if delivery is None:
            raise NotMine("the membership is over")
        generation, wraps = read_delivery(delivery)
        need(generation == epoch, "delivery of another generation")
        if self.home.me not in wraps:
            raise NotMine("the membership is over")
        key = open_wrap(wraps[self.home.me], self.seeds, self.wrap_info(self.group.id, epoch))
        need(key, "the key of the log does not open")
        self.circle_keys[self.group.id, epoch] = key
        self.log_keys[epoch], self.read_keys[epoch] = log_keys(key, self.group.id, epoch)
        self.open_payload(entry, self.log_keys[epoch])
        return True

    def wrap_info(self, circle, generation):
        return message("wrap", self.group.id, circle, u32(generation), self.home.me)

    def commits(self, circle, generation, key, commitment):
        return hmac.compare_digest(derive(key, "circle-commitment", self.group.id, circle, u32(generation)), commitment)

    def check_commitment(self, circle, epoch):
        key = self.circle_keys.get((circle.id, epoch))
        need(key is None or self.commits(circle.id, epoch, key, circle.commitment), "the key of the log has another commitment")

    def take_circle_keys(self):
        """For each circle I am in: the key at home if it is the committed one, else one that waits for me."""
        for c in self.group.circles.values():
            at_home = self.circle_keys.pop((c.id, c.generation), None)
            offered = [at_home] if at_home else []
            for blob, circle, generation, recipients in [(c.delivery, c.id, c.generation, c.members)] + self.group.pending:
                if (circle, generation) == (c.id, c.generation) and self.home.me in recipients and not offered[:1]:
                    delivery = self.vault.blob(blob)
                    wrap = read_delivery(delivery)[1].get(self.home.me) if delivery else None
                    offered += [open_wrap(wrap, self.seeds, self.wrap_info(c.id, c.generation))] if wrap else []
            for key in offered:
                if key and self.home.me in c.members and self.commits(c.id, c.generation, key, c.commitment):
                    self.circle_keys[c.id, c.generation] = key

    # Import lists

    def imported_list(self, p):
        data = self.vault.blob(p["list"])
        need(data is not None and len(data) <= 1_442_262, "payload-missing")
        return data

    def import_records(self, p, epoch):
        """Item, and blob and commitment of summary and body; None where the list is not well formed."""
        try:
            head, _, rest = open_sealed(self.imported_list(p), self.log_keys[epoch], "manifest", self.group.id)[1].partition(b"\n")
        except Damaged:
            return None
        if head != b"kluis.import/v1" or not rest or len(rest) % 144 or len(rest) > 144 * 10_000:
            return None
        starts = range(0, len(rest), 144)
        return [(rest[i:i + 16], *(rest[i + k:i + k + 32] for k in (16, 48, 80, 112))) for i in starts]
