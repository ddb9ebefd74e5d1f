"""Makes tests/specimens: python bench/specimens [ROOM...]

Each pair is written as `<way>.leak.pdf` and `<way>.clean.pdf`, and index.json says what to find in it. Without rooms
all are made; with rooms the files of the others stay. The makers need `pip install reportlab fpdf2 cairocffi` beside
redaudit, the Liberation fonts, and the programs soffice, chromium, gs, pdftex and qpdf.
"""

import importlib
import json
import sys
from pathlib import Path

PLACE = Path(__file__).parents[2] / "tests" / "specimens"
ROOMS = ("drawn", "hidden", "annotated", "infile", "scanned", "libreoffice", "chromium", "others")


def main(rooms):
    index = PLACE / "index.json"
    entries = {entry["file"]: entry for entry in json.loads(index.read_text())} if index.exists() else {}
    for room in rooms or ROOMS:
        entries = {name: entry for name, entry in entries.items() if entry["room"] != room}
        for pair in importlib.import_module(room).pairs():
            for state, data in (("leak", pair.leak), ("clean", pair.clean)):
                name = f"{pair.way}.{state}.pdf"
                (PLACE / name).write_bytes(data)
                entries[name] = {
                    "file": name,
                    "room": room,
                    "way": pair.way,
                    "producer": pair.producer,
                    "leaks": state == "leak",
                    "rules": pair.rules.split("|") if state == "leak" else [],
                    "page": pair.page,
                    "hidden": list(pair.hidden) if state == "leak" else [],
                    "note": pair.note,
                }
    for path in PLACE.glob("*.pdf"):
        if path.name not in entries:
            path.unlink()
    rows = [json.dumps(entries[name], ensure_ascii=False) for name in sorted(entries)]
    index.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")
    print(len(entries) // 2, "pairs,", sum(path.stat().st_size for path in PLACE.glob("*.pdf")) // 1000, "kB")


if __name__ == "__main__":
    main(sys.argv[1:])
