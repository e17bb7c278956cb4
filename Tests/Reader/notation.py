"""How values are spelt: section 1 (hex, base64, counts), 4 (canonical JSON), 5 (times) and 6 (written texts) of Docs/Format.md.

Everything here takes bytes or text that anybody may have made, and raises Damaged where the one right spelling is not there.
"""
import base64, datetime, json, re, unicodedata

MOST = 2**53 - 1


class Trouble(Exception):
    """Why reading stops. `exit` is the program's exit code for it."""
    exit = 4

class Damaged(Trouble): pass

class Newer(Trouble): exit = 8

class NotMine(Trouble): exit = 3

class WrongPassphrase(Trouble): exit = 9

class RolledBack(Trouble): exit = 7


def need(holds, why):
    if not holds:
        raise Damaged(why)

def unhex(text, size):
    need(isinstance(text, str) and re.fullmatch("[0-9a-f]*", text) and len(text) == 2 * size, "hex")
    return bytes.fromhex(text)

def unbase64(text, size=None):
    try:
        value = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        raise Damaged("base64")
    need(b64(value) == text and size in (None, len(value)), "base64")  # printed again: padding and unused bits
    return value

def b64(value):
    return base64.b64encode(value).decode()

def count(text):
    need(re.fullmatch("0|[1-9][0-9]{0,15}", text) and int(text) <= MOST, "count")
    return int(text)

def time(text):
    need(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", text) and text >= "1970", "time")
    try:
        datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        raise Damaged("time")
    need(text[17:19] < "60", "time")  # strptime knows leap seconds
    return text

def day(text):
    need(isinstance(text, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text), "day")
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise Damaged("day")
    return text

def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Damaged("not UTF-8")

def line(data, most):
    """A title, a pitch or a name. Cn is left out, as section 6 asks of readers."""
    text = utf8(data) if isinstance(data, bytes) else data
    need(isinstance(text, str) and 1 <= len(text) <= most and text.strip() == text, "line")
    need(not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in text), "line")
    return text

def body(data):
    need(b"\0" not in data, "NUL in a text")
    return utf8(data)

def canonical_json(data):
    """Parses, prints again and compares."""
    def refuse(_):
        raise Damaged("JSON")
    def once(pairs):
        need(len({name for name, _ in pairs}) == len(pairs), "equal names")
        need(all(0x20 <= ord(c) <= 0x7E for name, _ in pairs for c in name), "JSON name")
        return dict(pairs)
    def within(value, depth):
        need(depth <= 16 or not isinstance(value, (dict, list)), "nesting")
        need(value is not None and (type(value) is not int or abs(value) <= MOST), "JSON value")
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            within(inner, depth + 1)
    try:
        value = json.loads(utf8(data), object_pairs_hook=once, parse_float=refuse, parse_constant=refuse)
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Damaged("JSON")
    need(again == data, "JSON is not canonical")
    within(value, 1)
    return value
