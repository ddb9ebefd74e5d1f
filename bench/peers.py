"""redaudit beside x-ray and unmasker over the same files in one run: found, recovered, false alarms, pages a second.

    python bench/peers.py [--leaks FOLDER] [--rounds N] [--write]

The peers are installed from PyPI, each in an environment of its own under a temporary folder. Each tool runs in one
process, by its own Python interface, over every file in turn; the clock leaves out the start of Python and the imports,
and the fastest of N rounds counts. FOLDER holds docs/ and truth.json; without it only tests/specimens is read.

- found: the tool reports something in a leaking file. What a program says of itself (unmasker's `self-reported`
  findings: producer, paths) counts only where the leak is beside the pages.
- told apart: found, and nothing reported in the clean twin.
- recovered: hidden strings that stand in the tool's own output, blanks aside.
- false alarms: clean files in which the tool reports something, `self-reported` findings left out.
- pages/s: pages a second of the processor's time; of tests/specimens drawn pages first, then scans.

`--write` puts the table into README.md and the list of ways into docs/leaks.md.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SPECIMENS = ROOT / "tests" / "specimens"
LEAKS = ROOT.parent / "shared" / "data" / "leaks"
BESIDE = {"annotation/form", "attachment", "bookmark", "comment", "earlier-revision", "font-subset", "metadata"}
ON_PAGE = {"text-under-redaction", "unapplied-redaction", "hidden-text"}

REDAUDIT = """
from redaudit import pipeline
from redaudit.model.part import Ocr, Reading
ON_PAGE = {"text-under-redaction", "unapplied-redaction", "hidden-text"}
BESIDE = {"earlier-revision", "attached-file", "bookmark-leak", "structure-leak", "metadata-leak", "comment-left",
          "font-leftover"}
def tool(path):
    audited = pipeline.examine(path.read_bytes(), path.name, reading=Reading(Ocr.CHOICE))
    record = audited.record
    words = [item.characters for page in record.pages for item in page.concealed]
    words += [item.concealed.characters for item in record.redactions if item.concealed]
    words += [item.characters for item in record.leftovers]
    rules = {finding.rule for finding in audited.findings}
    return len(record.pages), rules & ON_PAGE, rules & BESIDE, words
"""

# Each defines `tool(path)`: how many pages, what was found on pages, what beside them, the words recovered.
TOOLS = {
    "redaudit": REDAUDIT.replace("CHOICE", "ZONES"),
    "redaudit --ocr off": REDAUDIT.replace("CHOICE", "OFF"),
    "x-ray": """
import asyncio
import fitz
import xray
def tool(path):
    with fitz.open(path) as document:
        pages = len(document)
    found = asyncio.run(xray.inspect(str(path)))
    words = [box["text"] for boxes in found.values() for box in boxes]
    return pages, {"bad redaction"} if words else set(), set(), words
""",
    "unmasker": """
import logging
from pypdf import PdfReader
from unmasker.detect import examine
from unmasker.readers import read
logging.disable()
def tool(path):
    findings, _ = examine(read(path), ocr=False, render=False)
    direct = {found.detector for found in findings if found.basis.value != "self-reported"}
    told = {found.detector for found in findings} - direct
    return len(PdfReader(path).pages), direct, told, [found.machine_reads for found in findings]
""",
}
LOOP = """
import contextlib, io, json, sys, time
from pathlib import Path
names = json.loads(sys.stdin.read())
with contextlib.redirect_stdout(io.StringIO()):
    tool(Path(names[0]))
results = {}
for name in names:
    start = time.process_time()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            count, on_page, beside, words = tool(Path(name))
        failed = ""
    except Exception as error:
        count, on_page, beside, words, failed = 0, set(), set(), [], type(error).__name__
    spent = time.process_time() - start
    results[name] = [sorted(on_page), sorted(beside), words, failed, count, spent]
print(json.dumps(results))
"""


class Case(NamedTuple):
    """A file and its answer; `twin` is the clean file of a pair, `beside` says that the leak is not on a page."""

    path: Path
    leaks: bool
    beside: bool
    hidden: tuple[str, ...]
    twin: Path | None = None


class Said(NamedTuple):
    """What a tool said of a file."""

    on_page: list[str]
    beside: list[str]
    words: list[str]
    failed: str
    pages: int
    seconds: float


def specimens():
    """The pairs of tests/specimens."""
    for entry in json.loads((SPECIMENS / "index.json").read_text(encoding="utf-8")):
        path = SPECIMENS / entry["file"]
        twin = SPECIMENS / entry["file"].replace(".leak.", ".clean.") if entry["leaks"] else None
        beside = bool(entry["leaks"]) and not ON_PAGE & set(entry["rules"])
        yield Case(path, entry["leaks"], beside, tuple(entry["hidden"]), twin)


def filings(folder):
    """Court and made PDFs with their answers, those in doubt left out."""
    for name, truth in sorted(json.loads((folder / "truth.json").read_text(encoding="utf-8")).items()):
        if truth["label"] in ("pos", "neg", "ok-text"):
            leaks = truth["label"] == "pos"
            yield Case(folder / "docs" / name, leaks, truth["cls"] in BESIDE, tuple(truth["text"]) if leaks else ())


def installed(folder, peer):
    """The Python of a new environment with a peer in it, and the peer's version."""
    place = Path(folder) / peer
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", peer], check=True)
    asked = f"import importlib.metadata; print(importlib.metadata.version({peer!r}))"
    return python, subprocess.run([python, "-c", asked], check=True, capture_output=True, text=True).stdout.strip()


def run(python, tool, paths):
    """What a tool says of each file."""
    names = json.dumps([str(path) for path in paths])
    command = [python, "-c", TOOLS[tool] + LOOP]
    made = subprocess.run(command, input=names, capture_output=True, text=True, check=True, timeout=3600, cwd=ROOT)
    return {Path(name): Said(*said) for name, said in json.loads(made.stdout).items()}


def squeezed(words):
    return re.sub(r"\s+", "", words)


def found(case, said):
    return bool(said.on_page or (case.beside and said.beside))


def recovered(case, said):
    output = squeezed(" ".join(said.words))
    return sum(squeezed(words) in output for words in case.hidden)


def speed(rounds, cases):
    """Pages a second over some files in the fastest of several rounds."""
    spent = min(sum(said[case.path].seconds for case in cases) for said in rounds)
    return f"{sum(rounds[0][case.path].pages for case in cases) / spent:.0f}" if cases else ""


def row(tool, version, cases, rounds):
    """A line of the table."""
    said = rounds[0]
    leaking = [case for case in cases if case.leaks]
    clean = [case for case in cases if not case.leaks]
    hits = sum(found(case, said[case.path]) for case in leaking)
    words = sum(recovered(case, said[case.path]) for case in leaking)
    strings = sum(len(case.hidden) for case in leaking)
    wrong = sum(wrongly(tool, case.path, said) for case in clean)
    paired = [case for case in leaking if case.twin]
    apart = sum(found(case, said[case.path]) and not wrongly(tool, case.twin, said) for case in paired)
    cells = [
        f"{tool} {version}".strip(),
        f"{hits} of {len(leaking)}",
        f"{words} of {strings}",
        f"{wrong} of {len(clean)}",
    ]
    scans = [case for case in cases if case.path.name.startswith("scan-")]
    speeds = speed(rounds, [case for case in cases if case not in scans]), speed(rounds, scans)
    return [*cells, f"{apart} of {len(paired)}" if paired else "", " / ".join(filter(None, speeds))]


def wrongly(tool, path, said):
    """Whether a tool reports something in a clean file.

    What redaudit reports beside the pages counts too, but not in court filings: only their pages are known to be clean.
    """
    beside = said[path].beside if tool.startswith("redaudit") and path.parent == SPECIMENS else []
    return bool(said[path].on_page or beside)


def table(rows):
    head = ["tool", "leaking files found", "hidden strings recovered", "false alarms", "told apart", "pages/s"]
    lines = ["| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows]]
    return "\n".join(lines)


def ways(cases, answers):
    """A line for every pair: the way, what makes such files, and what each tool did with the two files."""
    index = {entry["file"]: entry for entry in json.loads((SPECIMENS / "index.json").read_text(encoding="utf-8"))}
    lines = ["| way | made by | what leaks | " + " | ".join(answers) + " |", "|---|---|---|" + "---|" * len(answers)]
    for case in cases:
        if not case.leaks:
            continue
        entry = index[case.path.name]
        marks = [verdict(tool, case, said) for tool, said in answers.items()]
        lines.append(f"| `{entry['way']}` | {entry['producer']} | {entry['note']} | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def verdict(tool, case, said):
    caught, alarm = found(case, said[case.path]), wrongly(tool, case.twin, said)
    if caught and alarm:
        return "both"
    return "**found**" if caught else ("twin only" if alarm else "no")


def between(path, mark, words):
    """Write words between the two marks of a file."""
    begin, end = f"<!-- begin {mark} -->", f"<!-- end {mark} -->"
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(begin, 1)
    path.write_text(before + begin + "\n" + words + "\n" + end + rest.split(end, 1)[1], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leaks", type=Path, default=LEAKS)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()

    sets = {"tests/specimens": list(specimens())}
    if (options.leaks / "truth.json").exists():
        sets["court filings and others' specimens"] = list(filings(options.leaks))
    else:
        print(f"no truth.json in {options.leaks}: tests/specimens alone")
    written, answers = [], {}
    with tempfile.TemporaryDirectory() as folder:
        own = (sys.executable, "")
        pythons = {"redaudit": own, "redaudit --ocr off": own} | {
            peer: installed(folder, peer) for peer in ("x-ray", "unmasker")
        }
        for name, cases in sets.items():
            rows = []
            for tool, (python, version) in pythons.items():
                rounds = [run(python, tool, [case.path for case in cases]) for _ in range(options.rounds)]
                failed = [case.path.name for case in cases if rounds[0][case.path].failed]
                print(f"{name}: {tool}: {len(failed)} files not read {failed[:5]}")
                rows.append(row(tool, version, cases, rounds))
                if cases[0].path.parent == SPECIMENS and tool != "redaudit --ocr off":
                    answers[tool] = rounds[0]
            leaking = sum(case.leaks for case in cases)
            title = f"{name}: {leaking} files that leak, {len(cases) - leaking} that do not"
            written.append(f"{title}\n\n{table(rows)}")
    print("\n" + "\n\n".join(written))
    if options.write:
        between(ROOT / "README.md", "peers", "\n\n".join(written))
        between(ROOT / "docs" / "leaks.md", "ways", ways(sets["tests/specimens"], answers))


if __name__ == "__main__":
    main()
