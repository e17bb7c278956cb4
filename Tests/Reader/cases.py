"""Cases, notes and attachments in the log, and who looked at them: the rules of section 19 of Docs/Format.md that are not of membership."""
from dataclasses import dataclass, field

from group import rule


@dataclass
class Part:
    """One version of one text, and where its entry put it. `since` is that entry's index."""
    item: bytes
    name: str
    version: int
    circle: bytes
    generation: int
    blob: bytes
    commitment: bytes
    since: int

    def move(self, place, since):
        self.circle, self.generation, self.blob, self.since = place["circle"], place["generation"], place["blob"], since


@dataclass
class Item:
    """A case, a note or an attachment."""
    number: int
    id: bytes
    author: int                     # number of the member, who may have been replaced
    time: str
    version: int
    parts: dict
    state: str = ""
    notes: dict = field(default_factory=dict)
    attachments: dict = field(default_factory=dict)
    looks: dict = field(default_factory=dict)       # how often, by the number of the member

    def everything(self):
        """All parts by the note's and the attachment's number, as in a manifest."""
        yield from (((0, 0), part) for part in self.parts.values())
        yield from (((number, 0), part) for number, note in self.notes.items() for part in note.parts.values())
        yield from (((0, number), part) for number, one in self.attachments.items() for part in one.parts.values())


class Cases:
    """The rules, over a group. Each method is an event's, and raises Void before it changes anything."""
    def __init__(self, group):
        self.group, self.cases = group, group.cases

    def signer(self, entry):
        return self.group.by_id(entry.signer).number

    def sealable(self, entry, *places):
        for place in places:
            circle = self.group.circles.get(place["circle"])
            rule(circle and circle.id != self.group.id and entry.signer in circle.members)
            rule(place["generation"] == circle.generation and not circle.owes)

    def opens(self, id, part):
        circle = self.group.circles.get(part.circle)
        return circle is not None and id in circle.members

    def find(self, number, *states):
        case = self.cases.get(number)
        rule(case and case.state in (states or ("draft", "shared", "closed")))
        return case

    def item(self, entry, p, number):
        parts = {
            name: Part(p["item"], name, p["version"], o["circle"], o["generation"], o["blob"], o["commitment"], entry.size)
            for name, o in p["parts"].items()}
        return Item(number, p["item"], self.signer(entry), entry.time, p["version"], parts)

    def state_in(self, circle):
        return "draft" if self.group.circles[circle].kind == "private" else "shared"

    def added(self, entry, p):
        summary, body = p["parts"]["summary"], p["parts"]["body"]
        rule(p["case"] == len(self.cases) + 1 and p["version"] == 1 and summary["circle"] == body["circle"])
        self.sealable(entry, summary, body)
        case = self.cases[p["case"]] = self.item(entry, p, p["case"])
        case.state = self.state_in(body["circle"])

    def imported(self, entry, p, records):
        rule(p["first"] == len(self.cases) + 1)
        self.sealable(entry, p)
        rule(records is not None and len(records) == p["count"])
        for number, (item, *hashes) in enumerate(records, p["first"]):
            parts = {
                name: Part(item, name, 1, p["circle"], p["generation"], blob, commitment, entry.size)
                for name, blob, commitment in (("summary", *hashes[:2]), ("body", *hashes[2:]))}
            self.cases[number] = Item(number, item, self.signer(entry), entry.time, 1, parts, self.state_in(p["circle"]))

    def changed(self, entry, p):
        case = self.find(p["case"], "draft", "shared")
        self.renew(entry, p, case, {name: part.circle for name, part in case.parts.items()})

    def renew(self, entry, p, item, circles):
        rule(self.signer(entry) == item.author and p["item"] == item.id and p["version"] == item.version + 1)
        self.sealable(entry, *p["parts"].values())
        rule(all(part["circle"] == circles[name] for name, part in p["parts"].items()))
        new = self.item(entry, p, item.number)
        item.version, item.parts, item.time = new.version, new.parts, new.time

    def note_added(self, entry, p):
        self.beside(entry, p, "note", "notes")

    def attachment_added(self, entry, p):
        self.beside(entry, p, "attachment", "attachments")

    def beside(self, entry, p, name, several):
        case = self.find(p["case"], "draft", "shared")
        there = getattr(case, several)
        rule(p[name] == len(there) + 1 and p["version"] == 1)
        self.sealable(entry, *p["parts"].values())
        rule(all(part["circle"] == case.parts["body"].circle for part in p["parts"].values()))
        there[p[name]] = self.item(entry, p, p[name])

    def note_changed(self, entry, p):
        case = self.find(p["case"], "draft", "shared")
        rule(p["note"] in case.notes)
        self.renew(entry, p, case.notes[p["note"]], {"body": case.parts["body"].circle})

    def may_end(self, entry, case):
        """The author, or once that one has gone, a lasting member in the circle of the body, else of the summary."""
        if self.signer(entry) == case.author:
            return True
        author = next(m for m in self.group.members if m.number == case.author)
        circle = self.group.circles.get(case.parts["body"].circle) or self.group.circles.get(case.parts["summary"].circle)
        return author.gone and self.group.by_id(entry.signer).lasting and circle and entry.signer in circle.members

    def closed(self, entry, p):
        case = self.find(p["case"], "draft", "shared")
        rule(self.may_end(entry, case))
        case.state = "closed"

    def erased(self, entry, p):
        case = self.find(p["case"])
        rule(self.may_end(entry, case))
        stand = {part.circle for part in case.parts.values()} & self.group.circles.keys()
        self.group.rotate(entry, p, {id: set(self.group.circles[id].members) for id in stand})
        case.state, case.parts, case.notes, case.attachments = "erased", {}, {}, {}

    def moved(self, entry, p):
        """`case.shared` and `case.withdrawn`."""
        withdrawn = p["event"] == "case.withdrawn"
        case = self.find(p["case"], *(("draft", "shared") if withdrawn else ()))
        rule(self.signer(entry) == case.author)
        rule([n["note"] for n in p["notes"]] == sorted(case.notes))
        rule([a["attachment"] for a in p["attachments"]] == sorted(case.attachments))
        self.sealable(entry, p["summary"], p["body"])
        summary, body = (self.group.circles[p[name]["circle"]] for name in ("summary", "body"))
        if withdrawn:
            rule(summary is body and body.kind == "private")
        else:
            rule(summary.kind != "private" and body.members <= summary.members)
        beside = [n["body"] for n in p["notes"]] + [a[name] for a in p["attachments"] for name in ("summary", "body")]
        rule(all((x["circle"], x["generation"]) == (p["body"]["circle"], p["body"]["generation"]) for x in beside))
        case.state = "draft" if withdrawn else "shared"
        for name in ("summary", "body"):
            case.parts[name].move(p[name], entry.size)
        for note in p["notes"]:
            case.notes[note["note"]].parts["body"].move(note["body"], entry.size)
        for one in p["attachments"]:
            for name in ("summary", "body"):
                case.attachments[one["attachment"]].parts[name].move(one[name], entry.size)

    def looked(self, entry, p):
        """The reveals about one case, or about none."""
        if "case" not in p:
            return
        case = self.find(p["case"])
        rule("attachment" not in p or p["attachment"] in case.attachments)
        deepest = p.get("part", "summary" if p["event"] == "cases.listed" else "body")
        rule(self.opens(entry.signer, case.parts[deepest]))
        rule(p.get("version", case.version) == case.version)
        rule(p["reason"] == ("own" if self.signer(entry) == case.author else "shared-with-group"))
        if p["event"] != "cases.listed" and p["outcome"] == 0:
            case.looks[self.signer(entry)] = case.looks.get(self.signer(entry), 0) + 1

    def searched(self, entry, p):
        for hit in p["hits"]:
            case = self.find(hit["case"])
            rule(self.opens(entry.signer, case.parts["summary"]))
            rule((hit["part"] == "summary" and not hit["notes"]) or self.opens(entry.signer, case.parts["body"]))
            rule(all(note in case.notes for note in hit["notes"]))
        for hit in p["hits"] if p["outcome"] == 0 else ():
            looks = self.cases[hit["case"]].looks
            looks[self.signer(entry)] = looks.get(self.signer(entry), 0) + 1

