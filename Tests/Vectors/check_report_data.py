"""Reads a report's data with programs that are not ours and prints how many looks each found.

    check_report_data.py TABLE.csv LINES.jsonl BUNDLE.json

Needs fhirkit-rs (FHIR R4) and fhir.resources (R4B).
"""
import csv
import json
import pathlib
import subprocess
import sys

from fhir.resources.R4B.auditevent import AuditEvent
from fhir.resources.R4B.bundle import Bundle

table, lines, bundle = map(pathlib.Path, sys.argv[1:4])

with table.open(newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))
assert all(None not in row and None not in row.values() for row in rows)
starters = "=+-@\t\r＝＋－＠"
with table.open(newline="", encoding="utf-8") as file:
    for delimiter in ",;\t|":
        file.seek(0)
        for row in csv.reader(file, delimiter=delimiter):
            for cell in row:
                text = cell.strip().lstrip("\"' \t") if cell[:1] in "\"' " and not cell.startswith("'") else cell
                assert text[:1] not in starters or text == "", repr(cell)

about, *looks = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
assert about["kind"] == "kluis.report/v1"
assert about["explained"] + about["unexplained"] + about["must_be_looked_at"] == len(looks)

text = bundle.read_text(encoding="utf-8")
parsed = Bundle.model_validate_json(text)
assert parsed.type == "collection" and all(isinstance(entry.resource, AuditEvent) for entry in parsed.entry or [])
assert "Patient" not in text and "profile" not in text
print(len(rows), len(looks), len(parsed.entry or []))
