"""Names, manifests and parts: sections 14 and 15 of Docs/Format.md."""
import hmac

from notation import body, canonical_json, line, need
from sealing import derive, open_sealed, sha256, u32

LOST = bytes(32)
MANIFEST = b"kluis.manifest/v1\n"


class Texts:
    """Opens what a replayed log names, with the keys that the replay has."""
    def __init__(self, replay):
        self.replay, self.group, self.vault, self.manifests = replay, replay.group, replay.vault, {}

    def blob(self, hash):
        data = self.vault.blob(hash)
        need(data is not None, "part-missing")
        return data

    def group_name(self):
        sealed = self.blob(self.group.name)
        return line(open_sealed(sealed, self.replay.log_keys[1], "group-name", self.group.id)[1], 100)

    def member_name(self, member):
        if self.vault.blob(member.name) is None:
            return None
        key = self.replay.log_keys[member.name_epoch]
        return line(open_sealed(self.blob(member.name), key, "name", self.group.id, member.id)[1], 100)

    def manifest(self, circle):
        """The places that a rotation gave, by (case, note, attachment, part)."""
        if circle.manifest not in self.manifests:
            key = self.replay.log_keys[circle.epoch]
            text = open_sealed(self.blob(circle.manifest), key, "manifest", self.group.id)[1]
            records = text[len(MANIFEST):]
            need(text.startswith(MANIFEST) and records and len(records) % 45 == 0, "manifest")
            keys = [records[i:i + 13] for i in range(0, len(records), 45)]
            need(all(a < b for a, b in zip(keys, keys[1:])), "manifest: order")
            self.manifests[circle.manifest] = {key: records[i:i + 32] for key, i in zip(keys, range(13, len(records), 45))}
            for key in keys:
                case, note, attachment = (int.from_bytes(key[i:i + 4], "big") for i in (0, 4, 8))
                need(case and key[12] in (1, 2) and not (note and attachment) and not (note and key[12] == 1), "manifest: record")
        return self.manifests[circle.manifest]

    def may_open(self, part):
        circle = self.group.circles.get(part.circle)
        return circle is not None and self.replay.home.me in circle.members

    def place(self, case, note, attachment, part):
        """The name of the blob: as the part's own entry says, or as the newest rotation of its circle does."""
        circle = self.group.circles[part.circle]
        if circle.rotated <= part.since:
            return part.blob
        record = u32(case) + u32(note) + u32(attachment) + (b"\x01" if part.name == "summary" else b"\x02")
        return self.manifest(circle).get(record, LOST) if circle.manifest else LOST

    def open(self, case, note, attachment, part):
        """The text of a part, after the four checks of section 14."""
        circle = self.group.circles[part.circle]
        key = self.replay.circle_keys.get((circle.id, circle.generation))
        need(key, "keys-missing")
        hash = self.place(case, note, attachment, part)
        need(hash != LOST, "part-lost")
        context = (self.group.id, circle.id, u32(circle.generation), part.item, part.name.encode(), u32(part.version))
        salt, text = open_sealed(self.blob(hash), key, "part", *context)
        commitment = derive(salt, "text", self.group.id, part.item, part.name.encode(), u32(part.version), sha256(text))
        need(hmac.compare_digest(commitment, part.commitment), "text-altered")
        return text

    # What is in them

    def summary(self, case):
        """Title and pitch."""
        value = canonical_json(self.open(case.number, 0, 0, case.parts["summary"]))
        need(isinstance(value, dict) and {"title"} <= value.keys() <= {"title", "pitch"}, "summary")
        return line(value["title"], 200), line(value["pitch"], 1000) if "pitch" in value else None

    def body(self, case):
        return body(self.open(case.number, 0, 0, case.parts["body"]))

    def note(self, case, note):
        return body(self.open(case.number, note.number, 0, note.parts["body"]))

    def attachment(self, case, one):
        """Name and size; the file is opened as well and compared with both."""
        value = canonical_json(self.open(case.number, 0, one.number, one.parts["summary"]))
        need(isinstance(value, dict) and value.keys() == {"name", "bytes"} and type(value["bytes"]) is int, "attachment")
        need(isinstance(value["name"], str) and value["bytes"] == len(self.file(case, one)), "attachment")
        return value["name"], value["bytes"]

    def file(self, case, one):
        return self.open(case.number, 0, one.number, one.parts["body"])

    def read(self, case, note, attachment, part):
        """Any part, with the rules for what is in it."""
        if attachment:
            one = case.attachments[attachment]
            return self.file(case, one) if part.name == "body" else self.attachment(case, one)
        if note:
            return self.note(case, case.notes[note])
        return self.body(case) if part.name == "body" else self.summary(case)
