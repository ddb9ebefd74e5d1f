"""Pairs by other producers: Ghostscript, cairo, ReportLab, pdfTeX, fpdf2, and qpdf's packed and locked files."""

import datetime as dt
import io
import re
import subprocess
import tempfile
from pathlib import Path

import cairocffi
from drawn import over, polygon, rectangle
from fpdf import FPDF
from infile import settled
from paper import FONTS, Pair, kept, pdf, places, removed, withheld
from papers import COURT, FORM, LIST, MEMO, TELEGRAM
from reportlab.pdfgen import canvas

UNDER = "text-under-redaction"


def run(command, data, suffix):
    """What a program makes of a file: `IN` and `OUT` in the command stand for the two paths."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, f"in{suffix}"), Path(folder, "out.pdf")
        source.write_bytes(data)
        paths = {"IN": str(source), "OUT": str(target), "-sOutputFile=OUT": f"-sOutputFile={target}"}
        words = [paths.get(word, word) for word in command]
        subprocess.run(words, check=True, capture_output=True, timeout=120, cwd=folder)
        return target.read_bytes()


def unnamed(data):
    """The file without identifiers, days and folders that change from run to run."""
    data = re.sub(rb"(/ID ?\[)[^\]]*\]", lambda m: m[1] + b"<00> <00>]".ljust(len(m[0]) - len(m[1])), data)
    data = re.sub(rb"uuid:[0-9a-f-]{36}", b"uuid:00000000-0000-0000-0000-000000000000", data)
    data = re.sub(rb"(<xmp:\w+Date>)[^<]*", lambda m: (m[1] + b"2020-01-01T00:00:00Z").ljust(len(m[0])), data)
    return settled(data)


def lines_of(paper):
    return [(line, re.sub("[{}]", "", line.words)) for line in paper.lines]


def pieces(paper):
    """What stays of each line, word for word at its place: x, the line, the words."""
    for operation in removed(paper):
        found = re.search(r"/(\w) ([\d.]+) Tf ([\d.]+) ([\d.]+) Td \((.*)\) Tj", operation)
        yield found[1], float(found[2]), float(found[3]), float(found[4]), found[5]


def whole(paper):
    for line, words in lines_of(paper):
        yield line.font, line.size, line.x, paper.size[1] - line.y, words.replace("(", r"\(").replace(")", r"\)")


def postscript(paper, words):
    shown = "\n".join(
        f"/{FONTS[font]} findfont {size} scalefont setfont {x:.2f} {y:.2f} moveto ({text}) show"
        for font, size, x, y, text in words
    )
    bars = "\n".join(
        f"{p.x0:.2f} {paper.size[1] - p.bottom:.2f} {p.x1 - p.x0:.2f} {p.bottom - p.top:.2f} rectfill"
        for p in places(paper)
    )
    return (
        f"%!PS\n<< /PageSize [{paper.size[0]} {paper.size[1]}] >> setpagedevice\n{shown}\n{bars}\nshowpage\n".encode()
    )


def ghostscript(data, suffix):
    options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-dEmbedAllFonts=false"]
    return unnamed(run(["gs", *options, "-sOutputFile=OUT", "IN"], data, suffix))


def by_ghostscript():
    yield Pair(
        "ghostscript-bars",
        "Ghostscript",
        UNDER,
        COURT.secrets,
        ghostscript(postscript(COURT, whole(COURT)), ".ps"),
        ghostscript(postscript(COURT, pieces(COURT)), ".ps"),
        "PostScript bars over words",
    )
    leak, clean = over(LIST, polygon)
    yield Pair(
        "ghostscript-rewritten",
        "Ghostscript",
        UNDER,
        LIST.secrets,
        ghostscript(leak, ".pdf"),
        ghostscript(clean, ".pdf"),
        "a leaking file printed to PDF once more, which many take for a cure",
    )


def by_cairo():
    families = {"H": "Liberation Sans", "B": "Liberation Sans", "C": "Liberation Mono", "T": "Liberation Serif"}

    def made(words):
        sink = io.BytesIO()
        surface = cairocffi.PDFSurface(sink, *MEMO.size)
        context = cairocffi.Context(surface)
        for font, size, x, y, text in words:
            weight = cairocffi.FONT_WEIGHT_BOLD if font == "B" else cairocffi.FONT_WEIGHT_NORMAL
            context.select_font_face(families[font], cairocffi.FONT_SLANT_NORMAL, weight)
            context.set_font_size(size)
            context.move_to(x, MEMO.size[1] - y)
            context.show_text(text)
        context.set_line_width(13)
        for place in places(MEMO):
            context.move_to(place.x0, (place.top + place.bottom) / 2)
            context.line_to(place.x1, (place.top + place.bottom) / 2)
            context.stroke()
        surface.finish()
        return settled(sink.getvalue())

    note = "thick strokes over words, fonts embedded"
    yield Pair("cairo-strokes", "cairo", UNDER, MEMO.secrets, made(whole(MEMO)), made(pieces(MEMO)), note)


def by_reportlab():
    def made(words):
        sink = io.BytesIO()
        page = canvas.Canvas(sink, pagesize=TELEGRAM.size, invariant=1)
        for font, size, x, y, text in words:
            page.setFont(FONTS[font], size)
            page.drawString(x, y, text)
        for place in places(TELEGRAM):
            wide, high = place.x1 - place.x0, place.bottom - place.top
            page.roundRect(place.x0 - 2, TELEGRAM.size[1] - place.bottom - 1, wide + 4, high + 2, 3, stroke=0, fill=1)
        page.save()
        return sink.getvalue()

    note = "black boxes with round corners"
    words = TELEGRAM.secrets
    yield Pair("reportlab-round-boxes", "ReportLab", UNDER, words, made(whole(TELEGRAM)), made(pieces(TELEGRAM)), note)


def by_fpdf():
    families = {"H": ("Helvetica", ""), "B": ("Helvetica", "B"), "C": ("Courier", "")}

    def made(words):
        document = FPDF(unit="pt", format=FORM.size)
        document.set_creation_date(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        document.add_page()
        for font, size, x, y, text in words:
            document.set_font(*families[font], size=size)
            document.text(x, FORM.size[1] - y, text)
        document.set_fill_color(40, 40, 40)
        for place in places(FORM):
            document.rect(place.x0, place.top, place.x1 - place.x0, place.bottom - place.top, style="F")
        return unnamed(bytes(document.output()))

    note = "dark gray rectangles"
    yield Pair("fpdf2-rectangles", "fpdf2", UNDER, FORM.secrets, made(whole(FORM)), made(pieces(FORM)), note)


TEX = r"""\pdfminorversion=5 \pdfcompresslevel=9 \pdfobjcompresslevel=2 \pdfinfoomitdate=1 \pdftrailerid{}
\pdfsuppressptexinfo=-1 \nopagenumbers
\def\bar#1{\setbox0=\hbox{#1}\BODY\hskip-\wd0\vrule width\wd0 height8pt depth3pt\relax}
The lock at Nether Sluys was opened by \bar{Gerrit van Osterhoek} at dawn.\par
He had the key from \bar{the widow Blankaart}, who denies it.\par
The water fell by a hand.\bye
"""


def by_tex():
    def made(body):
        words = [r"pdftex", "-interaction=batchmode", "-jobname=out", "IN"]
        return unnamed(run(words, TEX.replace(r"\BODY", body).encode(), ".tex"))

    hidden = ("Gerrit van Osterhoek", "the widow Blankaart")
    note = "rules drawn back over the words; over empty space in the twin"
    yield Pair("pdftex-rules", "pdfTeX", UNDER, hidden, made(r"\copy0"), made(r"\hskip\wd0"), note)


LETTERS = r"""\pdfminorversion=5 \pdfcompresslevel=LEVEL \pdfobjcompresslevel=0 \pdfinfoomitdate=1 \pdftrailerid{}
\pdfsuppressptexinfo=-1 \nopagenumbers MAP
The sluice book was closed at noon.\par NAME\bye
"""


def letters_left():
    def made(name, level, fonts=""):
        words = ["pdftex", "-interaction=batchmode", "-jobname=out", "IN"]
        source = LETTERS.replace("NAME", name).replace("LEVEL", level).replace("MAP", fonts)
        return unnamed(run(words, source.encode(), ".tex"))

    leak = made("Kazimir Przybylovq", "0")
    shown = list(re.finditer(rb"\[\((?:\\.|[^\]])*\]TJ", leak))[-1]
    cut = leak[: shown.start()] + b" " * len(shown[0]) + leak[shown.end() :]
    yield Pair(
        "pdftex-letters",
        "pdfTeX",
        "font-leftover",
        (),
        cut,
        made("", "9", r"\pdfmapline{=cmr10 CMR10 <<cmr10.pfb}"),
        "letters of a name that was cut from the page, in a Type 1 subset; the twin has its font in full",
    )


def by_qpdf():
    locked = ["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "", "owner", "128", "--use-aes=y", "--modify=none"]
    locked += ["--", "IN", "OUT"]
    bars = [rectangle(COURT, place) for place in places(COURT)]
    yield Pair(
        "qpdf-locked",
        "qpdf",
        UNDER,
        tuple(words for _, words, _ in withheld(COURT)),
        run(locked, pdf(COURT, kept(COURT) + bars), ".pdf"),
        run(locked, pdf(COURT, removed(COURT) + bars), ".pdf"),
        "encrypted against changes; anyone may open it",
    )
    packed = ["qpdf", "--static-id", "--object-streams=generate", "--recompress-flate", "IN", "OUT"]
    bars = [polygon(TELEGRAM, place) for place in places(TELEGRAM)]
    yield Pair(
        "qpdf-packed",
        "qpdf",
        UNDER,
        TELEGRAM.secrets,
        run(packed, pdf(TELEGRAM, kept(TELEGRAM) + bars), ".pdf"),
        run(packed, pdf(TELEGRAM, removed(TELEGRAM) + bars), ".pdf"),
        "every object in a packed stream",
    )


def pairs():
    """Every pair of this room."""
    yield from by_ghostscript()
    yield from by_cairo()
    yield from by_reportlab()
    yield from by_fpdf()
    yield from by_tex()
    yield from by_qpdf()
    yield from letters_left()
