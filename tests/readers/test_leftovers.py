"""What a PDF still holds besides the print of its pages: (the file, what is told of it)."""

import pytest

from redaudit.model.document import Holding, Source, Tie
from redaudit.readers.pdf import read
from redaudit.rules.leaks._drawings import CLEAN, LEAKING, box, drawn, stream, words

SHOWN = words("Talks on the canal went on.")
HEADING = (words("Interview with"), box(156, 697, 250, 712))


def left(made):
    """Every leftover: kind, what, page, tie, characters."""
    document = read(made.encode("latin-1"), Source("memo.pdf", "00", "", "", 0))
    return [(item.kind, item.what, item.page, item.tie, item.characters) for item in document.leftovers]


def described(*operations, **entries):
    said = " ".join(f"/{name} ({value})" for name, value in entries.items())
    return drawn(*operations, trailer="/Info 6 0 R", objects=(f"<<{said}>>",))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # The page shows as much, or programs say it.
        (described(SHOWN, Title="Talks on the canal", Creator="Quill 2", Producer="Quill"), []),
        (described(SHOWN, Title="Microsoft Word - lantern.doc"), []),
        (described(SHOWN, Title="lantern.tif", Author="Administrator", Subject="unspecified"), []),
        (described(SHOWN, Title="Talks with Orla"), []),
        (described(SHOWN, Custom="Project Lantern"), []),
        (
            described(SHOWN, Author="Orla Quent", Title="Project Lantern", Keywords="lantern project"),
            [
                ("the author", None, Tie.UNSHOWN, "Orla Quent"),
                ("the title", None, Tie.UNSHOWN, "Project Lantern"),
                ("the keywords", None, Tie.UNSHOWN, "lantern project"),
            ],
        ),
        # Words under a bar are told wherever they stand.
        (described(*LEAKING, Custom="Sample file"), [("a further entry", 1, Tie.BOX, "Sample file")]),
        (described(*LEAKING, Title="Sample.doc"), [("the title", 1, Tie.BOX, "Sample.doc")]),
        # So is what fills the gap between words of the page.
        (
            described(*HEADING, Subject="Interview with Orla Quent"),
            [("the subject", 1, Tie.BOX, "Interview with Orla Quent")],
        ),
        (described(*HEADING, Title="Interview with the page"), []),
    ],
)
def test_the_document_information(made, expected):
    assert left(made) == [(Holding.METADATA, *rest) for rest in expected]


PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmp:CreatorTool="Quill 2" {attributes}>{elements}</rdf:Description></rdf:RDF>
</x:xmpmeta>"""


@pytest.mark.parametrize(
    ("attributes", "elements", "expected"),
    [
        ("", "<dc:title><rdf:Alt><rdf:li>Talks on the canal</rdf:li></rdf:Alt></dc:title>", []),
        ("", "<xmpMM:History><rdf:Seq><rdf:li stEvt:action='saved'/></rdf:Seq></xmpMM:History>", []),
        (
            "",
            "<dc:creator><rdf:Seq><rdf:li>Orla Quent</rdf:li></rdf:Seq></dc:creator>",
            [("the author", "Orla Quent")],
        ),
        ("pdf:Keywords='Project &amp; Lantern'", "", [("the keywords", "Project & Lantern")]),
        ("", "<dc:description>unclosed", [("the subject", "unclosed")]),
        ("", "</rdf:li></rdf:li><dc:description>Project Lantern", [("the subject", "Project Lantern")]),
    ],
)
def test_the_xmp_metadata(attributes, elements, expected):
    packet = PACKET.format(attributes=attributes, elements=elements)
    made = drawn(SHOWN, catalog="/Metadata 6 0 R", objects=(stream(packet, "/Type /Metadata /Subtype /XML"),))
    assert left(made) == [(Holding.METADATA, what, None, Tie.UNSHOWN, said) for what, said in expected]


def outlined(*titles, operations=HEADING, first="7 0 R"):
    items = tuple(
        f"<</Title ({title}) /Parent 6 0 R /Dest [3 0 R /Fit] /Next {8 + place} 0 R>>"
        for place, title in enumerate(titles)
    )
    return drawn(*operations, catalog="/Outlines 6 0 R", objects=(f"<</Type /Outlines /First {first}>>", *items))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (outlined("Interview with", "Page 7", "Exhibit B", "12"), []),
        (outlined("Interview with Orla Quent"), [(1, Tie.BOX, "Interview with Orla Quent")]),
        (outlined("Orla", "His address"), [(1, Tie.UNSHOWN, "Orla"), (1, Tie.UNSHOWN, "His address")]),
        (outlined("Sample's post", operations=LEAKING), [(1, Tie.BOX, "Sample's post")]),
        # Nothing can be told of a page that is a picture.
        (outlined("Orla", operations=("q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q",)), []),
        # A ring of bookmarks ends.
        (outlined("Orla").replace("/Next 8 0 R", "/Next 7 0 R"), [(1, Tie.UNSHOWN, "Orla")]),
        (outlined("Orla", first="6 0 R"), []),
    ],
)
def test_bookmarks(made, expected):
    assert left(made) == [(Holding.BOOKMARK, "a bookmark", *rest) for rest in expected]


def annotated(*annotations, operations=CLEAN):
    every = " ".join(f"<</Type /Annot /Rect [100 600 120 620] {entries}>>" for entries in annotations)
    return drawn(*operations, page=f"/Annots [{every}]")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("/Subtype /Text /Contents (ask the post)", [("a note", Tie.NONE, "ask the post")]),
        ("/Subtype /Text /RC (<body><p>ask the <b>post</b></p></body>)", [("a note", Tie.NONE, "ask the post")]),
        ("/Subtype /Text /Contents (The envoy)", [("a note", Tie.NONE, "The envoy")]),
        ("/Subtype /Text /F 2 /Contents (ask the post)", [("a note, switched off", Tie.NONE, "ask the post")]),
        ("/Subtype /Highlight /Contents (ask the post)", [("on a highlight", Tie.NONE, "ask the post")]),
        ("/Subtype /Highlight /Contents (the envoy met)", []),
        ("/Subtype /Highlight", []),
        ("/Subtype /FreeText /F 2 /Contents (ask)", [("typed text that does not show, switched off", Tie.NONE, "ask")]),
        ("/Subtype /FreeText /AP <</N 5 0 R>> /Contents (ask)", []),
        ("/Subtype /Link /Contents (to the next page)", []),
        ("/Subtype /Widget /Contents (a name)", []),
        ("/Subtype /Popup /Contents (ask the post)", []),
        ("/Subtype /Text /Contents 12", []),
    ],
)
def test_comments(entries, expected):
    assert left(annotated(entries)) == [(Holding.COMMENT, what, 1, tie, said) for what, tie, said in expected]


def test_a_comment_with_words_from_under_a_bar_is_tied_to_it():
    made = annotated("/Subtype /Text /Contents (Sample will sue)", operations=LEAKING)
    assert left(made) == [(Holding.COMMENT, "a note", 1, Tie.BOX, "Sample will sue")]


@pytest.mark.parametrize(
    ("rotation", "place"),
    [
        ("0", (100, 172, 120, 192)),
        ("90", (600, 100, 620, 120)),
        ("180", (492, 600, 512, 620)),
        ("270", (172, 492, 192, 512)),
    ],
)
def test_a_comment_stands_where_it_is_shown(rotation, place):
    made = drawn(SHOWN, page=f"/Rotate {rotation} /Annots [<</Subtype /Text /Rect [100 600 120 620] /Contents (ask)>>]")
    (note,) = read(made.encode(), Source("memo.pdf", "00", "", "", 0)).leftovers
    assert (note.box.x0, note.box.top, note.box.x1, note.box.bottom) == place


def attached(content, name="draft.txt", where="/Names <</EmbeddedFiles <</Kids [8 0 R]>>>>", entries=""):
    return drawn(
        *LEAKING,
        catalog=where,
        objects=(
            f"<</Type /Filespec /F ({name}) {entries} /EF <</F 7 0 R>>>>",
            stream(content, "/Type /EmbeddedFile"),
            f"<</Names [(a) 6 0 R ({name}) 6 0 R] /Kids [8 0 R]>>",
        ),
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (attached("Ask the post."), [("a text of 13 bytes", None, Tie.NONE, "draft.txt\nAsk the post.")]),
        (
            attached("Ask the post.", where="/AF [6 0 R]"),
            [("a text of 13 bytes", None, Tie.NONE, "draft.txt\nAsk the post.")],
        ),
        (attached("by John Q. Sample"), [("a text of 17 bytes", None, Tie.BOX, "draft.txt\nby John Q. Sample")]),
        (attached("%PDF-1.7 ...", "sample.pdf"), [("a PDF of 12 bytes", None, Tie.BOX, "sample.pdf\n")]),
        (
            attached("PK\x03\x04" + "x" * 2044, "a.docx"),
            [("an Office or ZIP file of 2 KiB", None, Tie.NONE, "a.docx\n")],
        ),
        (attached("a\x00b", "a.bin"), [("data of 3 bytes", None, Tie.NONE, "a.bin\n")]),
        (attached("", where="").replace("/EF <</F 7 0 R>>", "/URL (https://example.org)"), []),
        (
            drawn(SHOWN, catalog="/Names <</EmbeddedFiles <</Names [(a) <</F (https://example.org)>>]>>>>"),
            [],
        ),
    ],
)
def test_attached_files(made, expected):
    assert left(made) == [
        (Holding.ATTACHMENT, f"an attached file, {what}", page, tie, said) for what, page, tie, said in expected
    ]


def test_a_file_pinned_to_a_page_is_told_with_the_page():
    made = drawn(
        SHOWN,
        page="/Annots [<</Subtype /FileAttachment /Rect [0 0 9 9] /FS <</EF <</F 6 0 R>>>>>>]",
        objects=(stream("Ask.", "/Type /EmbeddedFile"),),
    )
    assert left(made) == [(Holding.ATTACHMENT, "an attached file, a text of 4 bytes", 1, Tie.NONE, "\nAsk.")]


def test_the_files_of_a_film_travel_with_it():
    made = drawn(
        SHOWN,
        page="/Annots [<</Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent <</Assets <</Names [(a) 6 0 R]>>>>>>]",
        objects=("<</EF <</F 7 0 R>>>>", stream("RIFF....", "/Type /EmbeddedFile")),
    )
    assert left(made) == [(Holding.ATTACHMENT, "an attached file, a recording of 8 bytes", 1, Tie.NONE, "\n")]


def tagged(*operations, entries, kind="Span", objects=()):
    return drawn(
        *operations,
        catalog="/StructTreeRoot 6 0 R",
        objects=(
            "<</Type /StructTreeRoot /K [7 0 R 7 0 R]>>",
            f"<</Type /StructElem /S /{kind} /P 6 0 R /Pg 3 0 R {entries}>>",
            *objects,
        ),
    )


BAR = box(150, 697, 236, 712)
MARKED = (words("The envoy met "), words("in March.", 240), f"/Figure <</MCID 3>> BDC {BAR} EMC")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (tagged(*CLEAN, entries="/K 0 /ActualText (The envoy)"), []),
        (tagged(*CLEAN, entries="/K 0 /ActualText (fi)"), []),
        (tagged(*CLEAN, entries="/K 0 /ActualText (Orla Quent)"), [("replacement text", Tie.UNSHOWN, "Orla Quent")]),
        (tagged(SHOWN, entries="/K 0 /ActualText (Orla Quent)"), [("replacement text", Tie.UNSHOWN, "Orla Quent")]),
        (tagged(*CLEAN, entries="/K 0 /Alt (Orla Quent)"), [("descriptions", Tie.UNSHOWN, "Orla Quent")]),
        (tagged(*CLEAN, entries="/K 0 /Alt (redacted)"), []),
        (tagged(SHOWN, entries="/K 0 /Alt (Orla Quent)"), []),
        # A picture is described in words of its own, but for one that a bar covers.
        (tagged(*CLEAN, kind="Figure", entries="/K 0 /Alt (The seal of the post)"), []),
        (
            tagged(*CLEAN, kind="Figure", entries="/K 0 /Alt (Orla Quent) /A <</BBox [150 697 236 712]>>"),
            [("descriptions", Tie.BOX, "Orla Quent")],
        ),
        (tagged(*MARKED, kind="Figure", entries="/K 3 /Alt (Orla Quent)"), [("descriptions", Tie.BOX, "Orla Quent")]),
        (
            tagged(*MARKED, kind="Figure", entries="/K [<</MCID 3>>] /Alt (Orla Quent)"),
            [("descriptions", Tie.BOX, "Orla Quent")],
        ),
        (tagged(*MARKED, kind="Figure", entries="/K 4 /Alt (The seal of the post)"), []),
        (tagged(*LEAKING, entries="/K 0 /E (Sample's)"), [("expansions of abbreviations", Tie.BOX, "Sample's")]),
        (
            drawn(*CLEAN, "/Span <</ActualText (Orla \\\\(Quent\\\\))>> BDC EMC".replace("\\\\", "\\")),
            [("replacement text", Tie.UNSHOWN, "Orla (Quent)")],
        ),
        (
            drawn(*CLEAN, "/Span <</ActualText <FEFF00510075006E006B>>> BDC EMC"),
            [("replacement text", Tie.UNSHOWN, "Qunk")],
        ),
    ],
)
def test_structure_text(made, expected):
    assert left(made) == [(Holding.STRUCTURE, what, 1, tie, said) for what, tie, said in expected]


@pytest.mark.parametrize(
    ("colour", "space", "expected"),
    [("000000", "/DeviceGray", [Tie.BOX]), ("FFFFFF", "/DeviceGray", []), ("000000", "/DeviceCMYK", [])],
)
def test_a_description_of_a_black_picture_is_one_of_what_was_there(colour, space, expected):
    picture = stream(
        bytes.fromhex(colour).decode("latin-1"),
        f"/Subtype /Image /Width 3 /Height 1 /BitsPerComponent 8 /ColorSpace {space}",
    )
    made = tagged(
        SHOWN,
        "q /Figure <</MCID 0>> BDC 50 0 0 12 300 600 cm /P Do EMC Q",
        kind="Figure",
        entries="/K 0 /Alt (Orla Quent)",
        objects=(picture,),
    ).replace("/Resources <<", "/Resources <</XObject <</P 8 0 R>> ")
    # The offsets of the table moved; both readers find the objects all the same.
    assert [tie for kind, _, _, tie, _ in left(made) if kind is Holding.STRUCTURE] == expected


@pytest.mark.parametrize(
    ("rect", "address", "expected"),
    [
        # Over the bar, whatever the words; elsewhere only words from under it.
        ("150 697 236 712", "mailto:orla.quent@post.example", [(Tie.BOX, "mailto:orla.quent@post.example")]),
        ("72 697 140 712", "mailto:orla.quent@post.example", []),
        ("72 697 140 712", "https://post.example/john%20sample", [(Tie.BOX, "https://post.example/john%20sample")]),
        ("150 697 236 712", "https://www.envoy.org", []),
    ],
)
def test_addresses_of_links(rect, address, expected):
    link = f"<</Type /Annot /Subtype /Link /Rect [{rect}] /A <</S /URI /URI ({address})>>>>"
    made = drawn(*LEAKING, page=f"/Annots [{link}]")
    assert left(made) == [(Holding.STRUCTURE, "the address of a link", 1, tie, said) for tie, said in expected]


@pytest.mark.parametrize(
    ("catalog", "expected"),
    [
        ("/Names <</Dests <</Names [(sample_interview) [3 0 R /Fit] (top) [3 0 R /Fit]]>>>>", ["sample_interview"]),
        ("/Dests <</John.Sample [3 0 R /Fit]>>", ["John.Sample"]),
        ("/OCProperties <</OCGs [6 0 R]>>", ["names: Sample"]),
        ("/Names <</Dests <</Names [(top) [3 0 R /Fit] (orla) [3 0 R /Fit]]>>>>", []),
    ],
)
def test_named_places(catalog, expected):
    made = drawn(*LEAKING, catalog=catalog, objects=("<</Type /OCG /Name (names: Sample)>>",))
    assert left(made) == [(Holding.BOOKMARK, "a named place", 1, Tie.BOX, name) for name in expected]


def test_a_field_under_a_bar_keeps_its_value():
    widget = "<</Type /Annot /Subtype /Widget /Rect [150 697 236 712] /FT /Tx /F 4 /V (Orla Quent)>>"
    made = drawn(*CLEAN, page="/Annots [6 0 R]", catalog="/AcroForm <</Fields [6 0 R]>>", objects=(widget,))
    what = "the value of a form's field that does not show it"
    assert left(made) == [(Holding.FIELD, what, 1, Tie.BOX, "Orla Quent")]


def test_a_field_on_no_page_keeps_its_value():
    field = "<</FT /Tx /T (name) /V (Orla Quent)>>"
    made = drawn(*CLEAN, catalog="/AcroForm <</Fields [6 0 R]>>", objects=(field,))
    what = "the value of a form's field that stands on no page"
    assert left(made) == [(Holding.FIELD, what, None, Tie.UNSHOWN, "Orla Quent")]


def test_a_field_s_description_is_told_with_words_from_under_a_bar():
    widget = "<</Type /Annot /Subtype /Widget /Rect [300 600 400 620] /FT /Tx /TU (Sample's post) /DV (the post)>>"
    made = drawn(*LEAKING, page="/Annots [6 0 R]", catalog="/AcroForm <</Fields [6 0 R]>>", objects=(widget,))
    assert left(made) == [(Holding.FIELD, "the description of a form's field", 1, Tie.BOX, "Sample's post")]


def form(entries, look="", data=()):
    widget = f"<</Type /Annot /Subtype /Widget /Rect [300 600 400 620] /FT /Tx {entries} {look}>>"
    return drawn(*CLEAN, page="/Annots [6 0 R]", catalog="/AcroForm <</Fields [6 0 R]>>", objects=(widget, *data))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (form("/F 2 /V (Orla Quent)"), [("the value of a form's field that is switched off", "Orla Quent")]),
        (form("/F 4 /V (Orla Quent)"), []),  # the viewer makes its look
        (
            form("/F 4 /V (Orla Quent)", "/AP <</N 7 0 R>>", (stream("", "/Subtype /Form /BBox [0 0 9 9]"),)),
            [("the value of a form's field that does not show it", "Orla Quent")],
        ),
        (form("/F 2 /V (The envoy)"), []),
        (form("/F 2 /V (12)"), []),
        (form("/F 2 /V /Off").replace("/Tx", "/Btn"), []),
    ],
)
def test_fields(made, expected):
    assert left(made) == [(Holding.FIELD, what, 1, Tie.UNSHOWN, said) for what, said in expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<name>Orla Quent</name>", [(Holding.FIELD, "the data of a form", None, Tie.UNSHOWN, "Orla Quent")]),
        ("<name>The envoy</name>", []),
        ("", []),
    ],
)
def test_the_data_of_an_xfa_form(data, expected):
    packet = f"<xfa:datasets><xfa:data>{data}</xfa:data></xfa:datasets>"
    made = drawn(*CLEAN, catalog="/AcroForm <</XFA [(datasets) 6 0 R]>>", objects=(stream(packet),))
    assert left(made) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("2 beginbfchar <01> <0054> <02> <0051> endbfchar", ["Q"]),
        ("1 beginbfchar <01> <0054> endbfchar 1 beginbfrange <02> <02> <0061> endbfrange", []),
        ("1 beginbfrange <02> <05> <0061> endbfrange", ["bd"]),
        ("1 beginbfrange <02> <03> [<0054> <0051>] endbfrange", ["Q"]),
        ("1 beginbfrange <00> <ff> <0041> endbfrange", []),  # an alphabet, not the letters of a text
        ("", []),
    ],
)
def test_letters_left_in_a_cut_font(table, expected):
    font = "<</Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R>>"
    made = drawn(words("Talk can: hat"), words("c"), font=font, objects=(stream(f"begincmap {table} endcmap"),))
    made = made.replace("/ToUnicode 6 0 R", "/ToUnicode 6 0 R" if expected or table else "")
    assert [said for kind, _, _, _, said in left(made) if kind is Holding.FONT] == expected


def test_a_table_that_fonts_share_is_that_of_an_encoding():
    font = "<</Type /Font /Subtype /Type1 /BaseFont /ABCDEF+{name} /Encoding /WinAnsiEncoding {entries}>>"
    table = stream("begincmap 2 beginbfchar <01> <0054> <02> <0051> endbfchar endcmap")
    one = drawn(SHOWN, font=font.format(name="Sample", entries="/ToUnicode 6 0 R"), objects=(table,))
    assert [said for *_, said in left(one)] == ["Q"]
    # What the font says that it still has counts more than its table.
    for glyphs, lost in (("/T/a/l/k/hyphen", []), ("/T/one/a.alt", ["1"])):
        described = f"/ToUnicode 6 0 R /FontDescriptor <</CharSet ({glyphs})>>"
        made = drawn(SHOWN, font=font.format(name="Sample", entries=described), objects=(table,))
        assert [said for *_, said in left(made)] == lost
    two = drawn(
        SHOWN,
        page="/Resources <</Font <</F 5 0 R /G 7 0 R>>>>",
        font=font.format(name="Sample", entries="/ToUnicode 6 0 R"),
        objects=(table, font.format(name="Other", entries="/ToUnicode 6 0 R")),
    ).replace("/Resources <</Font <</F 5 0 R>>>> ", " " * 34, 1)
    assert left(two) == []


UNUSED = "the file holds words that no page uses any more"


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ((stream("BT /F 12 Tf 72 700 Td (Orla Quent) Tj ET"),), [(UNUSED, Tie.UNSHOWN, "Orla Quent")]),
        ((stream("BT /F 12 Tf (Talks on the canal went on.) Tj ET"),), []),
        ((stream("BT /F 12 Tf (canal talks) Tj ET"),), []),  # the page shows every word
        ((stream("BT /F 12 Tf <00510075> Tj ET"),), [(UNUSED, Tie.NONE, "")]),
        ((stream("0 0 9 9 re f"),), []),
        (
            ("<</Type /Page /Parent 2 0 R /Contents 7 0 R /Annots [8 0 R]>>", stream("(Orla) Tj"), "<</P 6 0 R>>"),
            [(UNUSED, Tie.UNSHOWN, "Orla")],
        ),
        (
            (stream("\x00", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),),
            [("the file holds a picture that no page uses any more", Tie.NONE, "")],
        ),
    ],
)
def test_what_no_page_uses_any_more(objects, expected):
    assert left(drawn(SHOWN, objects=objects)) == [
        (Holding.REVISION, what, None, tie, said) for what, tie, said in expected
    ]


def packed(*bodies, first=10):
    """A PDF whose objects from a number on stand packed in a stream, its table in another; 6 is other content."""
    page = (
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        stream(SHOWN),
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    )
    numbers = range(first, first + len(bodies))
    head = " ".join(f"{number} {sum(map(len, bodies[:place])) + place}" for place, number in enumerate(numbers)) + " "
    pack = stream(head + " ".join(bodies), f"/Type /ObjStm /N {len(bodies)} /First {len(head)}")
    other = stream("BT /F 12 Tf 72 700 Td (Orla Quent) Tj ET")
    loose = ("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>", *page, other, pack)
    text, rows = "%PDF-1.7\n", {0: (0, 0, 0)}
    for number, body in enumerate(loose, 1):
        rows[number] = (1, len(text), 0)
        text += f"{number} 0 obj\n{body}\nendobj\n"
    rows |= {number: (2, len(loose), place) for place, number in enumerate(numbers)}
    table = len(loose) + 1
    rows[table] = (1, len(text), 0)
    digits = "".join(f"{kind:02x}{where:04x}{place:02x}" for _, (kind, where, place) in sorted(rows.items())) + ">"
    index = f"[0 {table + 1} {first} {len(bodies)}]"
    entries = f"/Type /XRef /W [1 2 1] /Index {index} /Size {first + len(bodies)} /Root 1 0 R /Filter /ASCIIHexDecode"
    return f"{text}{table} 0 obj\n{stream(digits, entries)}\nendobj\nstartxref\n{len(text)}\n%%EOF\n"


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        # A page outside the page tree, which only its own note refers to.
        (
            ("<</Type /Page /Contents 6 0 R /Annots [11 0 R]>>", "<</P 10 0 R>>"),
            [(Holding.REVISION, UNUSED, None, Tie.UNSHOWN, "Orla Quent")],
        ),
        (
            ("<</Type /Page /Contents [4 0 R 6 0 R]>>", "[6 0 R]"),
            [(Holding.REVISION, UNUSED, None, Tie.UNSHOWN, "Orla Quent")],
        ),
        # Its words are those of the first page.
        (("<</Type /Page /Contents [4 0 R 4 0 R] /Annots [11 0 R]>>", "[10 0 R 6 0 R]"), []),
        (("<</Type /Font /Widths 6 0 R>>", "<</Title (nothing to show)>>"), []),
    ],
)
def test_packed_objects_that_no_page_uses(bodies, expected):
    assert left(packed(*bodies)) == expected


def test_private_pieces_and_scripts_are_told_with_words_from_under_a_bar():
    piece = "/PieceInfo <</Quill <</LastModified (D:2020) /Private <</Source (Sample.qll) /Other (a)>>>>>>"
    assert left(drawn(*LEAKING, catalog=piece)) == [
        (Holding.METADATA, "a further entry", 1, Tie.BOX, "Sample.qll"),
    ]
    script = "/Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (show\\('Sample'\\))>>]>>>>"
    assert left(drawn(*LEAKING, catalog=script)) == [
        (Holding.METADATA, "a further entry", 1, Tie.BOX, "show('Sample')"),
    ]
    assert left(drawn(SHOWN, catalog=piece)) == []


def test_what_is_left_is_hidden_from_repr():
    document = read(described(SHOWN, Author="Orla Quent").encode(), Source("memo.pdf", "00", "", "", 0))
    assert "Quent" not in repr(document.leftovers)
    assert [item.count for item in document.leftovers] == [9]
