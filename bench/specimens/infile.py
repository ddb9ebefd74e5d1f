"""Pairs of files that leak beside their pages: revisions, attachments, bookmarks, structure, metadata, comments.

The pages of both twins are the same clean ones. The twins hold what any decent file holds: headings as bookmarks,
ligatures as `ActualText`, a title that the page shows.
"""

import datetime as dt
import re
import subprocess
import tempfile
import zlib
from pathlib import Path

from annotated import annotated
from drawn import PRODUCER, rectangle
from fpdf import FPDF
from paper import Extras, Pair, Place, kept, pdf, places, removed
from papers import COURT, FORM, LETTER_TO_MINISTER, LIST, MEMO, TELEGRAM

FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"


def bars(paper):
    return [rectangle(paper, place) for place in places(paper)]


def redacted(paper, extras=None, more=()):
    """The paper with black bars and nothing beneath."""
    return pdf(paper, [*removed(paper), *bars(paper), *more], extras)


def pair(way, hidden, rules, leak, clean, note):
    return Pair(way, PRODUCER, rules, hidden, leak, clean, note)


def appended(data, changes):
    """An incremental save: new versions of some objects after the end of the file."""
    out = bytearray(data)
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    offsets = {}
    for number, body in sorted(changes.items()):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n"
    for number, offset in offsets.items():
        out += f"{number} 1\n{offset:010} 00000 n \n".encode()
    size = max(size, *(number + 1 for number in changes))
    out += f"trailer << /Size {size} /Root 1 0 R /Prev {before} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def content_of(data):
    """The number and the body of a page's content stream."""
    page = re.search(rb"3 0 obj\n(.*?)\nendobj", data, re.DOTALL)[1]
    number = int(re.search(rb"/Contents (\d+) 0 R", page)[1])
    return number, re.search(rb"\n%d 0 obj\n(.*?)\nendobj" % number, data, re.DOTALL)[1]


def linearized(data):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        source.write_bytes(data)
        subprocess.run(["qpdf", "--linearize", "--static-id", source, target], check=True)
        return target.read_bytes()


def revisions():
    first, last = pdf(MEMO, kept(MEMO)), redacted(MEMO)
    yield pair(
        "revision-before-bars",
        MEMO.secrets,
        "earlier-revision",
        appended(first, dict([content_of(last)])),
        linearized(last),
        "the page before its bars, kept by an incremental save; the twin is linearized, so it has two tables as well",
    )
    second = pdf(COURT, kept(COURT))
    number, body = content_of(second)
    size = int(re.findall(rb"/Size (\d+)", second)[-1])
    page = re.search(rb"3 0 obj\n(.*?)\nendobj", second, re.DOTALL)[1]
    two = appended(
        second,
        {
            2: b"<< /Type /Pages /Kids [3 0 R %d 0 R] /Count 2 >>" % size,
            size: page.replace(b"/Contents %d" % number, b"/Contents %d" % (size + 1)),
            size + 1: body,
        },
    )
    gone = appended(
        two, {2: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % size, size + 1: content_of(redacted(COURT))[1]}
    )
    yield pair(
        "revision-page-taken-out",
        COURT.secrets,
        "earlier-revision",
        gone,
        redacted(COURT) + b"\n\n",
        "a page taken out of the page tree, and still in the file",
    )


def attachments():
    words = "\n".join(re.sub("[{}]", "", line.words) for line in TELEGRAM.lines).encode()

    def attached(file, page):
        stream = file.add("<< /Type /EmbeddedFile /Subtype /text#2Fplain >>", words)
        spec = file.add(f"<< /Type /Filespec /F (telegram.txt) /UF (telegram.txt) /EF << /F {stream} >> >>")
        return Extras(catalogue=f"/Names << /EmbeddedFiles << /Names [(telegram.txt) {spec}] >> >>")

    def destinations(file, page):
        return Extras(catalogue=f"/Names << /Dests << /Names [(top) [{page} /Fit]] >> >>")

    yield pair(
        "attachment",
        TELEGRAM.secrets,
        "attached-file",
        redacted(TELEGRAM, attached),
        redacted(TELEGRAM, destinations),
        "the telegram in full as an embedded file; the twin has only a named place",
    )

    def pinned(file, page):
        stream = file.add("<< /Type /EmbeddedFile >>", zlib.compress(words, 9))
        spec = file.add(f"<< /Type /Filespec /F (t.bin) /EF << /F {stream} >> >>")
        place = "/Rect [500 700 520 720] /Name /Paperclip /F 4"
        annotation = file.add(f"<< /Type /Annot /Subtype /FileAttachment {place} /FS {spec} >>")
        return Extras(page=f"/Annots [{annotation}]")

    def linked(file, page):
        place = "/Rect [60 694 300 708] /Border [0 0 0]"
        action = "/A << /S /URI /URI (https://example.org/telegrams) >>"
        return Extras(page=f"/Annots [{file.add(f'<< /Type /Annot /Subtype /Link {place} {action} >>')}]")

    yield pair(
        "attachment-pinned",
        (),
        "attached-file",
        redacted(TELEGRAM, pinned),
        redacted(TELEGRAM, linked),
        "a file pinned to the page; a link in the twin",
    )


def bookmarks(*titles):
    def extras(file, page):
        root = len(file.objects) + len(titles) + 1
        first = len(file.objects) + 1
        for index, title in enumerate(titles):
            beside = f"/Prev {first + index - 1} 0 R " if index else ""
            beside += f"/Next {first + index + 1} 0 R" if index + 1 < len(titles) else ""
            file.add(f"<< /Title ({title}) /Parent {root} 0 R {beside} /Dest [{page} /Fit] >>")
        span = f"/First {first} 0 R /Last {root - 1} 0 R /Count {len(titles)}"
        return Extras(catalogue=f"/Outlines {file.add(f'<< /Type /Outlines {span} >>')}")

    return extras


def outlines():
    yield pair(
        "bookmark",
        ("Brannoch Tull",),
        "bookmark-leak",
        redacted(COURT, bookmarks("Court of Waterways, Third Bench", "The witness Brannoch Tull", "His address")),
        redacted(COURT, bookmarks("Court of Waterways, Third Bench", "The witness", "His address")),
        "a bookmark with the name under the bar",
    )
    yield pair(
        "bookmark-from-heading",
        ("Wendel Prask", "Oda Lindqvist-Bray"),
        "bookmark-leak",
        redacted(LIST, bookmarks("List of persons who entered the signal house", "Wendel Prask", "Oda Lindqvist-Bray")),
        redacted(LIST, bookmarks("List of persons who entered the signal house", "Name", "Came in")),
        "every name a bookmark; the twin's are headings of the page",
    )


def structures():
    drawn = bars(MEMO)
    spoken = [
        f"/Span << /ActualText ({words}) >> BDC {bar} EMC" for words, bar in zip(MEMO.secrets, drawn, strict=True)
    ]
    ligature = ["/Span << /ActualText (oil) >> BDC BT /H 10 Tf 72 500 Td (oil) Tj ET EMC"]
    yield pair(
        "actual-text",
        MEMO.secrets,
        "structure-leak",
        pdf(MEMO, removed(MEMO) + spoken),
        pdf(MEMO, removed(MEMO) + drawn + ligature),
        "the words of each bar as its ActualText; the twin's repeats what it prints",
    )

    def tagged(spoken):
        def extras(file, page):
            root = len(file.objects) + 2
            kids = f"/K [<< /Type /StructElem /S /Span /P {root} 0 R /Pg {page} /K 0 {spoken} >>]"
            element = file.add(f"<< /Type /StructElem /S /P /P {root} 0 R /Pg {page} {kids} >>")
            tree = file.add(f"<< /Type /StructTreeRoot /K [{element}] /ParentTree << /Nums [0 [{element}]] >> >>")
            return Extras(
                page="/StructParents 0", catalogue=f"/StructTreeRoot {tree} /MarkInfo << /Marked true >> /Lang (en)"
            )

        return extras

    def marked(paper, bar):
        return [f"/Span << /MCID 0 >> BDC {bar} EMC", *bars(paper)[1:]]

    yield pair(
        "alternate-text",
        ("Tamsin Yorrevale",),
        "structure-leak",
        pdf(
            LETTER_TO_MINISTER,
            removed(LETTER_TO_MINISTER) + marked(LETTER_TO_MINISTER, bars(LETTER_TO_MINISTER)[0]),
            tagged("/Alt (Tamsin Yorrevale)"),
        ),
        pdf(
            LETTER_TO_MINISTER,
            removed(LETTER_TO_MINISTER) + marked(LETTER_TO_MINISTER, bars(LETTER_TO_MINISTER)[0]),
            tagged("/Alt (Redacted)"),
        ),
        "an element of the structure tree speaks the name under its bar; the twin's says that it is redacted",
    )
    yield pair(
        "structure-actual-text",
        ("Sefton Garrowby",),
        "structure-leak",
        pdf(FORM, removed(FORM) + marked(FORM, bars(FORM)[0]), tagged("/ActualText (Sefton Garrowby)")),
        pdf(FORM, removed(FORM) + marked(FORM, bars(FORM)[0]), tagged("/Lang (en-GB)")),
        "ActualText in the structure tree; a language in the twin's",
    )


def metadata():
    def information(entries):
        return lambda file, page: Extras(info=file.add(f"<< {entries} >>"))

    told = (
        "/Title (Lamp oil ordered by Orlan Vextrup) /Keywords (Vextrup, Ilsabet Quorn, 55-0192-77) /Producer (Quill 2)"
    )
    shown = "/Title (Lamp oil bought in the winter quarter) /Author (Port Authority of Kestria) /Producer (Quill 2)"
    yield pair(
        "metadata",
        MEMO.secrets,
        "metadata-leak",
        redacted(MEMO, information(told)),
        redacted(MEMO, information(shown)),
        "a title and keywords with the names; the twin's title stands on the page",
    )

    def packet(properties):
        def extras(file, page):
            body = (
                '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
                'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
                f'{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
            )
            stream = file.raw("<< /Type /Metadata /Subtype /XML >>", body.encode())
            return Extras(catalogue=f"/Metadata {stream}")

        return extras

    def title(words):
        return f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:title>'

    description = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Statement of Brannoch Tull, 14 Eelmarket, with notes'
        "</rdf:li></rdf:Alt></dc:description>"
    )
    yield pair(
        "metadata-xmp",
        ("Brannoch Tull", "14 Eelmarket"),
        "metadata-leak",
        redacted(COURT, packet(title("Third Bench") + description)),
        redacted(COURT, packet(title("Third Bench") + "<xmp:CreatorTool>Quill 2</xmp:CreatorTool>")),
        "an XMP description with name and address; only a shown title and a program in the twin's",
    )


def comments():
    def noted(file, page):
        place = f"/Rect [500 600 518 618] /Name /Comment /F 4 /P {page}"
        words = "/Contents (Black out Yorrevale everywhere, her brother will sue.) /T (desk)"
        return Extras(page=f"/Annots [{file.add(f'<< /Type /Annot /Subtype /Text {place} {words} >>')}]")

    def linked(file, page):
        place = "/Rect [90 590 300 606] /Border [0 0 0]"
        return Extras(page=f"/Annots [{file.add(f'<< /Type /Annot /Subtype /Link {place} /Dest [{page} /Fit] >>')}]")

    yield pair(
        "comment-note",
        ("Yorrevale",),
        "comment-left",
        redacted(LETTER_TO_MINISTER, noted),
        redacted(LETTER_TO_MINISTER, linked),
        "a sticky note; a link in the twin",
    )
    visible = [Place(60, 135, 240, 146)]
    told = annotated(TELEGRAM, visible, "/Subtype /Highlight /C [1 1 0] /T (reviewer) /Contents (Ostebek again?)")
    bare = annotated(TELEGRAM, visible, "/Subtype /Highlight /C [1 1 0]")
    yield pair(
        "comment-on-highlight",
        ("Ostebek",),
        "comment-left",
        redacted(TELEGRAM, told),
        redacted(TELEGRAM, bare),
        "a reviewer's words on a yellow highlight; none in the twin",
    )

    bar = places(COURT)[2]

    def mailed(top, address):
        def extras(file, page):
            place = f"/Rect [{bar.x0} {COURT.size[1] - top - 13} {bar.x1} {COURT.size[1] - top}] /Border [0 0 0]"
            action = f"/A << /S /URI /URI ({address}) >>"
            return Extras(page=f"/Annots [{file.add(f'<< /Type /Annot /Subtype /Link {place} {action} >>')}]")

        return extras

    yield pair(
        "link-under-bar",
        ("brannoch.tull",),
        "structure-leak",
        redacted(COURT, mailed(bar.top, "mailto:brannoch.tull@example.org")),
        redacted(COURT, mailed(60, "https://example.org/third-bench")),
        "a link is left under a bar, and its address tells; the twin's link is on the heading",
    )

    def field(flags):
        def extras(file, page):
            place = f"/Rect [76 655 280 672] /F {flags} /P {page}"
            body = b"/Tx BMC BT /C 11 Tf 2 4 Td (Sefton Garrowby) Tj ET EMC"
            resources = "/Resources << /Font << /C << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"
            look = file.add(f"<< /Type /XObject /Subtype /Form /BBox [0 0 204 17] {resources} >>", body)
            value = "/FT /Tx /T (holder) /V (Sefton Garrowby) /DA (/C 11 Tf 0 g)"
            widget = file.add(f"<< /Type /Annot /Subtype /Widget {place} {value} /AP << /N {look} >> >>")
            return Extras(page=f"/Annots [{widget}]", catalogue=f"/AcroForm << /Fields [{widget}] >>")

        return extras

    yield pair(
        "field-hidden",
        ("Sefton Garrowby",),
        "hidden-text|comment-left|structure-leak|metadata-leak",
        pdf(FORM, removed(FORM), field(2)),
        pdf(FORM, removed(FORM), field(4)),
        "a form field that is hidden and still has its value; shown in the twin",
    )


def letters(lines):
    """The lines in one embedded font, subset to what they use."""
    document = FPDF(unit="pt", format="letter")
    document.set_compression(False)
    document.set_creation_date(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    document.add_font("Body", fname=FONT)
    document.add_page()
    document.set_font("Body", size=12)
    for row, words in enumerate(lines):
        document.text(72, 100 + 24 * row, words)
    return bytes(document.output())


def blanked(data, runs):
    """The file with the strings of its last text operations emptied; every offset stays."""
    found = list(re.finditer(rb"\((?:\\.|[^\\)])*\) Tj|\[.*?\] TJ", data, re.DOTALL))[-runs:]
    out = bytearray(data)
    for match in found:
        out[match.start() : match.end()] = b" " * (match.end() - match.start())
    return bytes(out)


def leftover_letters():
    shown = ["The harbor list was read to the clerk.", "The name on the second line is not given."]
    name = "Jozwick Pfundqvyx"
    yield Pair(
        "font-leftover",
        "fpdf2",
        "font-leftover",
        (),
        settled(blanked(letters([*shown, name]), 1)),
        settled(letters(shown)),
        "the subset font still has the letters of a name that was cut from the page",
    )


def settled(data):
    """The file without the day it was made on."""
    return re.sub(rb"\(D:\d{14}[^)]*\)", lambda match: b"(D:20200101000000Z)".ljust(len(match[0])), data)


def pairs():
    """Every pair of this room."""
    yield from revisions()
    yield from attachments()
    yield from outlines()
    yield from structures()
    yield from metadata()
    yield from comments()
    yield from leftover_letters()
