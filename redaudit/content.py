"""What a file is by its first bytes when no reader takes it: no document at all, or one this version cannot read."""

from redaudit.errors import NotADocument, UnreadableDocument

# A program, font, database, film or archive is no document.
_NO_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"MZ\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xce\xfa\xed\xfe", "a program"),
    (b"\xfe\xed\xfa", "a program"),
    (b"\x00asm", "a program"),
    (b"!<arch>\n", "a program library"),
    (b"OTTO\x00", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"true\x00", "a font"),
    (b"ttcf\x00", "a font"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x00\x01\x00\x00Standard Jet DB", "a database"),
    (b"\x00\x01\x00\x00Standard ACE DB", "a database"),
    (b"\x00\x00\x00\x01Bud1", "a folder's view settings"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording or film"),
    (b"fLaC", "a sound recording"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ\x00", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
)

_PICTURES: tuple[bytes, ...] = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
    b"\x00\x00\x00\x0cjP  ",
    b"\xff\x4f\xff\x51",
    b"\x97JB2",
    b"8BPS\x00",
    b"\x00\x00\x01\x00",
)

_PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")

# Documents of kinds that this version does not read.
_OTHER_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu file"),
)

# What the first entry of a zipped document is called, or holds.
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"[Content_Types].xml", "an Office file"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an Office file"),
    (b"mimetypeapplication/epub+zip", "an electronic book"),
)


def check(head: bytes) -> None:
    """Raises NotADocument or UnreadableDocument where the first bytes of a file name a kind that is not read here."""
    if head.startswith(_PICTURES) or head[4:12] in _PHONE_PICTURES or _is_container(head, b"WEBP") or _is_bitmap(head):
        raise UnreadableDocument("a picture: it has no text that this version can read")
    if _is_container(head, b"WAVE") or _is_container(head, b"AVI ") or head[4:8] == b"ftyp":
        raise NotADocument("a sound recording or film")
    for magic, kind in _OTHER_DOCUMENTS:
        if head.startswith(magic):
            raise UnreadableDocument(f"{kind}: save it as PDF or text to have it read")
    if head.startswith(b"PK\x03\x04"):
        _check_zipped(head)
    for magic, kind in _NO_DOCUMENTS:
        if head.startswith(magic):
            raise NotADocument(kind)


def _is_container(head: bytes, kind: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == kind


def _is_bitmap(head: bytes) -> bool:
    return head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00"


def _check_zipped(head: bytes) -> None:
    for name, kind in _ZIPPED:
        if name in head:
            raise UnreadableDocument(f"{kind}: save it as PDF or text to have it read")
    raise NotADocument("an archive")
