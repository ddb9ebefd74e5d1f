"""Documents that carry script, odd names, turned text and lines of megabytes: made up, to be shown and not run."""

import html
import os

from tests.support_pdf import box, pdf, saved, text, writer

# What runs where a page forgets to escape it; each tells by a dialog, which no test allows.
SCRIPT = "<script>alert(1)</script>"
PICTURE = "\"><img src=x onerror='alert(2)'>"
ENDING = "</script></style></title></textarea><svg onload=alert(3)>"
TEMPLATE = "{{7*7}} {% raw %} ${7*7} <%= 7*7 %> &lt;b&gt; &#60; &amp;amp;"
LINK = "javascript:alert(4)"
TURNED = "\u202egnp.terces\u202c"
HEBREW = "\u05e1\u05d5\u05d3\u05d9 \u05d1\u05d9\u05d5\u05ea\u05e8"
SHOWN = (SCRIPT, PICTURE, ENDING, TEMPLATE, LINK)

_CABLE = """UNCLASSIFIED U.S. Department of State Case No. F-2018-99112 Doc No. C06999345 Date: 03/02/2020

~~SECRET~~

RELEASE IN PART
B1,1.4(D),B3 {0}

E.O. 12958: DECL: 02/11/2018
TAGS: PREL, ETRD, VV
SUBJECT: {0}

Classified By: {0} for reasons 1.4 (b) and (d).

1. ~~(S)~~ {0} [{0}] [less than 1 line not declassified]

                                                                        1.4(D)
                                                                        B1

~~SECRET~~
"""

# Names of files: as a disk of POSIX takes them.
NAMES = (
    "<script>alert(1)<",
    "\"><img src=x onerror='alert(2)'>",
    'it\'s "quoted" & `ticked`.txt',
    "what#is?this.txt",
    "100%2e%2e%2f.txt",
    "line\nfeed\ttab.txt",
    "l" * 200 + ".txt",
    f"right{TURNED}.txt",
    f"{HEBREW}.txt",
    "\U0001f5c4\ufe0f \U0001f468\u200d\U0001f469\u200d\U0001f467.txt",
    "...txt",
    "..hidden..",
    "{{7*7}}.txt",
    "=cmd|' calc'!A0.txt",
    " blank .txt",
    "con.txt",
    "index.html",
    "javascript:alert(4)",
    "C:\\windows\\x.txt",
)


def write_hostile(folder):
    """Those documents, below a folder."""
    for number, words in enumerate(SHOWN):
        # The reader of texts takes tags for markup; what it unescapes is what a page may be broken with.
        _put(folder / "raw" / f"raw-{number}.txt", _CABLE.format(words).encode())
        _put(folder / "texts" / f"{number}.txt", _CABLE.format(html.escape(words)).encode())
        _put(folder / "markdown" / f"{number}.md", f"# {words}\n\n~~SECRET~~\n\n{words} [{words}]({LINK})\n".encode())
    _put(folder / "pdfs" / "words.pdf", words_pdf())
    _put(folder / "pdfs" / "metadata.pdf", metadata_pdf())
    _put(folder / "pdfs" / "many.pdf", many_pages(300))
    for name in NAMES:
        _put(folder / "names" / name, _CABLE.format(HEBREW).encode())
    if os.name == "posix":
        for byte in (b"\xe9", b"\xea"):
            place = os.fsencode(folder / "names") + b"/caf" + byte + b".txt"
            with open(place, "wb") as sink:  # noqa: PTH123  a name of bytes
                sink.write(_CABLE.format(f"byte {byte.hex()}").encode())
    for number in range(2):
        _put(folder / "twins" / str(number) / "memo.txt", _CABLE.format(f"twin {number}").encode())
    _put(folder / "odd" / "nul.txt", b"SECRET\n\nRELEASE IN FULL\n a\x00b\x01\x0b\x1b[31m\x7f \xff\xfe end\n" * 3)
    _put(folder / "odd" / "signs.txt", "SECRET\n\nRELEASE IN FULL\na\x0b\x1b[31m\x7f \x85 end\n".encode() * 3)
    _put(folder / "odd" / "turned.txt", f"SECRET\n\nSUBJECT: {TURNED} {HEBREW}\n\u2028\u2029\u2066 x\n".encode())
    _put(folder / "broken" / "cut.pdf", b"%PDF-1.4\n1 0 obj\n<<")
    _put(folder / "broken" / "locked.pdf", locked_pdf())
    _put(folder / "broken" / "empty.txt", b"")
    _put(folder / "broken" / "<b>cut.pdf", b"%PDF-1.4\n1 0 obj\n<<")


def write_heavy(folder):
    """A line of a megabyte, one of five without a blank, and a hundred thousand short ones."""
    _put(folder / "megabyte.txt", b"SECRET\n\nRELEASE IN FULL\n" + b"word " * 200_000)
    _put(folder / "unbroken.txt", b"SECRET\n\nRELEASE IN FULL\n" + b"x" * 5_000_000)
    _put(folder / "lines.txt", b"RELEASE IN FULL\n" + (b"(U) a line\n" + b"a line\n" * 99) * 1_000)


def _put(place, data):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def words_pdf():
    """A page on which such words are printed."""
    lines = [text(40, 90 + 20 * number, words, size=8) for number, words in enumerate(SHOWN)]
    return pdf(text(72, 60, "SECRET"), *lines, text(72, 300, f"SUBJECT: {SCRIPT}"), box(72, 400, 300, 420))


def metadata_pdf():
    """A file in whose names, bookmarks and attachments such words stand."""
    made = writer([text(72, 60, "SECRET"), text(72, 100, "A page."), box(72, 400, 300, 420)])
    made.add_metadata({"/Title": SCRIPT, "/Author": PICTURE, "/Subject": ENDING})
    made.add_outline_item(title=SCRIPT, page_number=0)
    made.add_attachment(PICTURE.replace("/", ""), b"attached")
    return saved(made)


def many_pages(count):
    """A file of many pages, each with a marking and a bar."""
    pages = (
        [text(72, 60, "SECRET"), text(72, 90, f"Page {number}"), box(72, 400, 300, 420)] for number in range(count)
    )
    return saved(writer(*pages))


def locked_pdf():
    """A file that a password locks."""
    made = writer([text(72, 60, "SECRET")])
    made.encrypt("made-up", algorithm="RC4-128")
    return saved(made)
