"""Which payloads are well formed: sections 16 and 17 of Docs/Format.md. A shape is a function that raises, or gives the value in bytes."""
from notation import Newer, canonical_json, day, need, unbase64, unhex

U32 = 2**32 - 1

def whole(low, high=2**53 - 1):
    def check(value):
        need(type(value) is int and low <= value <= high, "integer")
        return value
    return check

def one_of(*names):
    def check(value):
        need(value in names and isinstance(value, str), "name")
        return value
    return check

def base64_of(size):
    return lambda value: unbase64(value, size)

def hex_of(size):
    return lambda value: unhex(value, size)

def shape(**members):
    """An object with these members; a name that ends with `_` may be absent."""
    known = {name.rstrip("_"): check for name, check in members.items()}
    must = {name for name in members if not name.endswith("_")}
    def check(value):
        need(isinstance(value, dict) and must <= value.keys() <= known.keys(), "members")
        return {name: known[name](inner) for name, inner in value.items()}
    return check

def array(inner, low=0, high=2**53, ascending=None):
    """`ascending` gives what has to go up from one to the next."""
    def check(value):
        need(isinstance(value, list) and low <= len(value) <= high, "array")
        found = [inner(each) for each in value]
        if ascending:
            keys = [ascending(each) for each in found]
            need(all(a < b for a, b in zip(keys, keys[1:])), "order")
        return found
    return check

number, hash32, id16, generation = whole(1), base64_of(32), hex_of(16), whole(1, U32)
itself = lambda value: value

member = shape(
    id=id16, number=number, role=one_of("member", "facilitator", "guest", "auditor"), until_=day, key=whole(1, 9999), signing=hash32,
    decryption=base64_of(1216), name=hash32)
circle = shape(
    id=id16, kind=one_of("log", "group", "private", "some"), generation=generation, members=array(id16, 1, 50, itself),
    commitment=hash32, delivery_=hash32)
circles = array(circle, ascending=lambda c: c["id"])
given = array(shape(circle=id16, generation=generation, delivery=hash32), ascending=lambda g: g["circle"])
place = shape(circle=id16, generation=generation, blob=hash32)

def parts(*names):
    one = shape(part=one_of(*names), circle=id16, generation=generation, blob=hash32, commitment=hash32)
    def check(value):
        found = array(one)(value)
        need([part["part"] for part in found] == list(names), "parts")
        return {part["part"]: part for part in found}
    return check

def moved(name, **places):
    return array(shape(**{name: number}, **places), ascending=lambda each: each[name])

def hits(value):
    hit = shape(case=number, part=one_of("summary", "body"), notes=array(number, ascending=itself))
    found = array(hit, ascending=lambda each: each["case"])(value)
    need(sum(1 + len(each["notes"]) for each in found) <= 10_000, "hits")
    return found

def lost(value):
    order = lambda item: (item["case"], item.get("attachment", 0), item.get("note", 0))
    found = array(shape(case=number, note_=number, attachment_=number), 0, 4096, order)(value)
    need(not any("note" in item and "attachment" in item for item in found), "lost")
    return found

joining = dict(
    member=member, request=hash32, circles=circles, link_=hash32, manifest_=hash32, given=given, reads_=hash32, reads_from=generation)
rotation = dict(circles=circles, link_=hash32, manifest_=hash32)
text = dict(case=number, item=id16, version=generation)
move = dict(
    case=number, summary=place, body=place, notes=moved("note", body=place), attachments=moved("attachment", summary=place, body=place))
reason = one_of("own", "shared-with-group")

MEMBERS = {
    "group.created": dict(rules=whole(0), name=hash32, retention=whole(1, 100), member=member, circles=array(circle)),
    "member.accepted": joining,
    "member.replaced": dict(joining, replaces=id16),
    "member.removed": dict(rotation, member=number),
    "circle.rotated": rotation,
    "member.until": dict(member=number, until=day),
    "role.ended": dict(member=number),
    "member.left": {},
    "key.refreshed": dict(decryption=base64_of(1216)),
    "circle.created": dict(circle=circle),
    "key.rewrapped": dict(member=number, given=given),
    "case.added": dict(text, parts=parts("summary", "body")),
    "case.changed": dict(text, parts=parts("summary", "body")),
    "case.shared": move,
    "case.withdrawn": move,
    "case.closed": dict(case=number),
    "case.erased": dict(case=number, circles=circles, manifest_=hash32),
    "cases.imported": dict(first=number, count=whole(1, 10_000), circle=id16, generation=generation, list=hash32),
    "note.added": dict(text, note=number, parts=parts("body")),
    "note.changed": dict(text, note=number, parts=parts("body")),
    "attachment.added": dict(text, version=whole(1, 1), attachment=number, parts=parts("summary", "body")),
    "cases.listed": dict(case_=number, reason_=reason),
    "case.opened": dict(case=number, part=one_of("summary", "body"), version=generation, reason=reason),
    "note.opened": dict(case=number, reason=reason),
    "attachment.saved": dict(case=number, attachment=number, reason=reason),
    "searched": dict(hits=hits),
    "log.opened": dict(case_=number),
    "log.verified": {},
    "log.trusted": dict(size=number, root=hash32),
    "log.exported": dict(events=one_of("membership", "all")),
    "backup.created": {},
    "backup.restored": dict(size=number, lost_items=whole(0), lost=lost),
}
MEMBERS["payload.expired"] = dict(**{"from": whole(0)}, before=whole(0), payloads=unbase64, names=array(number, ascending=itself))
STOPS = {"reads.granted", "exported", "printed"}
MEMBERS["access.refused"] = dict(refused=one_of(*MEMBERS, *STOPS, "access.refused"), case_=number)
REVEALS = {"cases.listed", "case.opened", "note.opened", "attachment.saved", "searched"}
ROSTER = {"group.created", "member.accepted", "member.replaced", "member.until", "member.left", "member.removed", "role.ended"}


def program(value):
    need(isinstance(value, str) and 1 <= len(value) <= 40 and all("!" <= c <= "~" for c in value), "program")
    return value

def read_payload(data):
    """The payload with ids and hashes as bytes; an unknown event with `may` is passed over and stays as it is."""
    value = canonical_json(data)
    need(isinstance(value, dict) and isinstance(value.get("event"), str), "payload")
    event = value["event"]
    if event not in MEMBERS:
        if value.get("may") is True:
            return value
        need("may" not in value, "may")
        raise Newer("event")
    common = dict(event=itself, outcome=one_in_outcomes, program=program)
    value = shape(**MEMBERS[event], **common)(value)
    if event == "cases.listed":
        need(("case" in value) == ("reason" in value), "reason")
    if event == "backup.restored":
        need(len(value["lost"]) == min(value["lost_items"], 4096), "lost")
    if event == "payload.expired":
        expired(value)
    return value

def one_in_outcomes(value):
    need(type(value) is int and value in (0, 4, 8, 12), "outcome")
    return value

def expired(value):
    span, bits = value["before"] - value["from"], value["payloads"]
    need(0 <= span <= 4_194_304 and len(bits) == -(-span // 8), "expired")
    need(not any(bits[i // 8] << i % 8 & 128 for i in range(span, 8 * len(bits))), "bits beyond")
    need(any(bits) or value["names"], "nothing expires")
