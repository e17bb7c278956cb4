"""How somebody who was accepted finds the keys of the log: sections 26 and 13 of Docs/Format.md."""
from events import read_payload
from notation import Damaged, NotMine, RolledBack, count, need, unbase64
from notes import Tree, read_entry, split_note
from sealing import derive, log_keys, message, open_key, open_sealed, open_wrap, read_delivery, u32

READS = b"kluis.reads/v1\nfrom "


def asked_at(request):
    """Size and root of the log as the joiner saw it."""
    lines = split_note(request)[0].decode().split("\n")
    need(lines[0] == "kluis.request/v1" and lines[3].startswith("tree "), "request")
    size, root = lines[3].split(" ")[1:]
    return count(size), unbase64(root, 32)

def enter(vault, home, group, seeds):
    """LogKeys and ReadKeys by epoch, the CircleKey of the newest epoch, and the index of the entry that brought it."""
    size, root = asked_at(home.request)
    tree, entries = Tree(), []
    for data in vault.entries():
        if tree.size == size and tree.root != root:
            raise RolledBack("the log does not begin with what the request saw")
        tree.append(data)
        entries.append(read_entry(data))
    beginnings = [entry for entry in entries if entry.wraps]
    for entry in reversed(beginnings):
        if entry.size < size or not (delivery := vault.blob(entry.wraps)):
            continue
        try:
            generation, wraps = read_delivery(delivery)
            wrap = wraps.get(home.me)
            key = wrap and open_wrap(wrap, seeds, message("wrap", group, group, u32(generation), home.me))
            if key:
                return key, generation, entry.size, *follow(vault, home, group, seeds, key, generation, [e for e in beginnings if e.size <= entry.size])
        except Damaged:
            continue  # anybody who can write to the file can put deliveries there
    raise NotMine("not accepted yet")

def follow(vault, home, group, seeds, key, newest, beginnings):
    """The links, from the newest epoch back to the first."""
    log, read = ({newest: each} for each in log_keys(key, group, newest))
    for epoch in range(newest, 1, -1):
        payload = next(filter(None, (began(vault, group, entry, log[epoch]) for entry in beginnings)), None)
        need(payload, "no entry begins this epoch")
        log[epoch - 1] = open_key(vault.blob(payload["link"]), log[epoch], "link", group, u32(epoch))
        if payload["event"] in ("member.accepted", "member.replaced") and payload["member"]["id"] == home.me and "reads" in payload:
            read |= granted(vault.blob(payload["reads"]), home.me, group, seeds, payload["reads_from"], epoch)
    return log, read

def began(vault, group, entry, key):
    """The payload, where it opens under this LogKey and has a link."""
    sealed = vault.blob(entry.payload)
    try:
        if derive(key, "read-mark", group, sealed[8:24])[:16] == sealed[24:40]:
            return None
        opened = open_sealed(sealed, derive(key, "payload-key", group, sealed[8:40]), "payload", group)[1]
        payload = read_payload(opened)
    except Damaged:
        return None
    return payload if "link" in payload else None

def granted(bundle, me, group, seeds, first, epoch):
    """The ReadKeys of a bundle, as far as they open. Nothing commits to them."""
    head, _, wraps = bundle[len(READS):].partition(b"\n")
    need(bundle.startswith(READS) and count(head.decode("latin-1")) == first, "bundle of ReadKeys")
    need(len(wraps) == 1168 * (epoch - first) and 1 <= epoch - first <= 800, "bundle of ReadKeys")
    found = {
        e: open_wrap(wraps[1168 * i:1168 * i + 1168], seeds, message("reads", group, u32(e), me))
        for i, e in enumerate(range(first, epoch))}
    return {e: key for e, key in found.items() if key}
