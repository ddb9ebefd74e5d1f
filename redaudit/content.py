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
    (b'{\n  "title": "redaudit: released documents"', "the description of a store of redaudit"),
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

# Pictures of kinds that the image reader does not read.
_OTHER_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\x97JB2", "a JBIG2 picture"),
    (b"8BPS\x00", "a Photoshop picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"II\xbc\x01", "a JPEG XR picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
)

# What stands from the fifth byte on.
_PHONE_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"ftypheic", "a HEIC picture"),
    (b"ftypheix", "a HEIC picture"),
    (b"ftyphevc", "a HEIC picture"),
    (b"ftypmif1", "a HEIC picture"),
    (b"ftypmsf1", "a HEIC picture"),
    (b"ftypavif", "an AVIF picture"),
    (b"ftypavis", "an AVIF picture"),
)

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
    for magic, kind in _OTHER_PICTURES:
        if head.startswith(magic):
            raise UnreadableDocument(f"{kind}: save it as PNG, TIFF or PDF to have it read")
    for magic, kind in _PHONE_PICTURES:
        if head[4:].startswith(magic):
            raise UnreadableDocument(f"{kind}: save it as PNG, TIFF or PDF to have it read")
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


def _check_zipped(head: bytes) -> None:
    for name, kind in _ZIPPED:
        if name in head:
            raise UnreadableDocument(f"{kind}: save it as PDF or text to have it read")
    raise NotADocument("an archive")
