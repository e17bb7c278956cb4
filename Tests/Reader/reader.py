#!/usr/bin/env python3
"""A second implementation of Kluis that only reads, written from Docs/Format.md alone.

    reader.py HOME VAULT QUESTION... <passphrase

Each question is as for `kluis ... --json`, in one argument: "group show", "member list", "case list", "case show 3", "log show", "log head",
"log verify", "check", and for tests "part list", which says where each text stands. The answer to each is one line of JSON on standard
output. Nothing is changed.
"""
import hashlib, json, sys

sys.dont_write_bytecode = True  # nothing is left in the sources' folder
from files import Home, Vault, open_identity
from notation import Damaged, Trouble, b64, need
from notes import checkpoint, read_entry
from replay import Replay
from sealing import head_words
from texts import Texts


class Reader:
    def __init__(self, folder, path, passphrase):
        self.master = open_identity(f"{folder}/identity", passphrase)
        vault = Vault(path)
        first = next(vault.entries(), None)
        need(first, "no entry")
        self.home = Home(folder, read_entry(first).group, self.master)
        self.replay = Replay(vault, self.home)
        self.group, self.texts = self.replay.group, Texts(self.replay)
        self.me = self.group.by_id(self.home.me)
        self.names = {member.number: self.texts.member_name(member) for member in self.group.members}

    def answer(self, question):
        words = question.split(" ")
        return getattr(self, "_".join(words[:2]))(*map(int, words[2:]))

    def group_show(self):
        return {
            "group": self.group.id.hex(), "name": self.texts.group_name(), "epoch": self.group.log.generation,
            "members": len(self.group.present), "cases": len(self.readable()), "log_size": self.replay.tree.size,
            "words": self.first_words(), "role": self.me.role}

    def first_words(self):
        words = head_words(1, hashlib.sha256(b"\0" + self.home.genesis).digest())
        need(words == self.home.words, "the words at home are not those of the first entry")
        return words

    def member_list(self):
        return {"items": [
            {"member": m.number, "name": self.names[m.number], "role": m.role, "since": m.since, "until": m.until, "status": m.status}
            for m in self.group.members]}

    def readable(self):
        return [case for case in self.group.cases.values() if case.parts and self.texts.may_open(case.parts["summary"])]

    def case_list(self):
        return {"items": [self.listed(case) for case in self.readable()]}

    def listed(self, case):
        title, pitch = self.texts.summary(case)
        return {
            "case": case.number, "title": title, "pitch": pitch, "author": self.names[case.author], "state": case.state,
            "updated": case.time, "notes": len(case.notes), "attachments": len(case.attachments), "read_by": len(case.looks)}

    def case_show(self, number):
        case = next((case for case in self.readable() if case.number == number), None)
        need(case, "no such case")
        title, pitch = self.texts.summary(case)
        whole = self.texts.may_open(case.parts["body"])
        return {
            "case": number, "title": title, "pitch": pitch, "body": self.texts.body(case) if whole else None,
            "author": self.names[case.author], "state": case.state, "version": case.version, "updated": case.time,
            "notes": self.notes(case) if whole else [], "attachments": self.attachments(case) if whole else []}

    def notes(self, case):
        return [
            {"note": note.number, "author": self.names[note.author], "time": note.time, "text": self.texts.note(case, note)}
            for note in case.notes.values()]

    def attachments(self, case):
        found = []
        for one in case.attachments.values():
            name, size = self.texts.attachment(case, one)
            found.append({"attachment": one.number, "name": name, "bytes": size, "author": self.names[one.author], "time": one.time})
        return found

    def log_show(self):
        return {"items": [self.told(each) for each in self.replay.lines]}

    def told(self, each):
        p = each.payload or {}
        subject = p.get("member") if each.index else None
        subject = subject["number"] if isinstance(subject, dict) else subject
        imported = p.get("event") == "cases.imported"
        told = {
            "index": each.index, "time": each.entry.time, "event": p.get("event"), "member": each.signer, "name": self.names[each.signer],
            "role": each.role, "subject": subject, "subject_name": self.names.get(subject), "case": p.get("case"), "note": p.get("note"),
            "attachment": p.get("attachment"), "outcome": p.get("outcome"), "reason": p.get("reason"), "epoch": each.epoch,
            "void": each.fate == "void", "cases": [hit["case"] for hit in p["hits"]] if "hits" in p else None,
            "first_case": p["first"] if imported else None, "last_case": p["first"] + p["count"] - 1 if imported else None}
        return told | ({"expired": True} if each.fate == "erased" else {})

    def log_verify(self):
        """What reading has verified already; a log that is damaged does not come this far."""
        return {
            "size": self.replay.tree.size, "root": b64(self.replay.tree.root), "entries_verified": self.replay.tree.size,
            "unreadable": sum(each.fate == "unreadable" for each in self.replay.lines), "members": len(self.group.members),
            "findings": [{"index": index, "kind": kind} for index, kind in self.replay.findings]}

    def part_list(self):
        return {"items": [
            {"case": case.number, "note": note, "attachment": attachment, "part": part.name, "version": part.version,
             "blob": self.texts.place(case.number, note, attachment, part).hex()}
            for case, note, attachment, part in self.parts()]}

    def parts(self):
        """Those that I may open."""
        for case in self.group.cases.values():
            for (note, attachment), part in case.everything():
                if self.texts.may_open(part):
                    yield case, note, attachment, part

    def check(self):
        opened, findings = 0, []
        for case, note, attachment, part in self.parts():
            try:
                self.texts.read(case, note, attachment, part)
                opened += 1
            except Damaged as fault:
                kind = str(fault) if str(fault) in ("part-missing", "text-altered") else "part-lost"
                findings.append({
                    "kind": kind, "case": case.number, "note": note or None, "attachment": attachment or None, "part": part.name,
                    "version": part.version})
        items = sum(
            any(part.circle in self.group.circles for part in item.parts.values())
            for case in self.group.cases.values() for item in (case, *case.notes.values(), *case.attachments.values()))
        owed = sum(circle.owes for circle in self.group.circles.values())
        return {
            "items": items, "parts_opened": opened, "entries": self.replay.tree.size, "owed_circles": owed, "findings": findings}

    def log_head(self):
        size, root = self.replay.tree.size, self.replay.tree.root
        note = checkpoint(self.master, self.group.id, self.home.me, self.me.key, self.group.line, size, root)
        return {"checkpoint": note, "size": size, "root": b64(root), "words": head_words(size, root)}


def main(folder, path, *questions):
    passphrase = sys.stdin.buffer.readline(1026).removesuffix(b"\n").removesuffix(b"\r")
    try:
        reader = Reader(folder, path, passphrase)
        answers = [reader.answer(question) for question in questions]
    except Trouble as trouble:
        print(json.dumps({"schema": 1, "ok": False, "error": {"exit": trouble.exit, "message": str(trouble)}}), file=sys.stderr)
        return trouble.exit
    for answer in answers:
        print(json.dumps({"schema": 1, "ok": True, "data": answer}, ensure_ascii=False))
    return 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
