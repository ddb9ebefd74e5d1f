"""What a file says of itself, in its document information and its XMP metadata, and the pages do not."""

import html
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown, words_of
from redaudit.readers._structure.objects import Streams, dictionary, entry, named, text, walked

# What programs write by themselves, in the document information and in XMP: who and when, not what.
_PROGRAMS = re.compile(
    r"/?(?:creator|producer|creationdate|moddate|trapped|ptex\.\w+|sourcemodified|aapl:\w+|gts_\w+|format|"
    r"creatortool|createdate|modifydate|metadatadate|documentid|instanceid|originaldocumentid|renditionclass|"
    r"about|lang|conformance|part|amd|version\w*|pdfversion|when|action|changed|softwareagent|parameters|"
    r"type|\w*uri|schema|prefix|name|valuetype|category|xmlns.*|xmptk|rating|tagged|marked)",
    re.IGNORECASE,
)
# What persons fill in, or programs for them, and what it is in plain words.
_NAMED = {
    "author": "the author",
    "creator": "the author",
    "title": "the title",
    "subject": "the subject",
    "description": "the subject",
    "keywords": "the keywords",
    "manager": "the manager",
    "company": "the company",
    "comments": "the comments",
    "lastmodifiedby": "the last author",
    "authorsposition": "the author's position",
    "captionwriter": "the last author",
}
# Titles and authors that programs and scanners give: names of files, and the names of nobody.
_FILE = re.compile(r"(?i)^microsoft \w+ - |^\W*(?:untitled|document|presentation|slide|book|scan|image|layout)\W?\d*$")
_SUFFIX = re.compile(r"(?i)\.(?:docx?|docm|dotx?|rtf|wpd|txt|xlsx?|pptx?|pdf|tiff?|jpe?g|png|html?|msg|eml|indd|odt)\b")
_NOBODY = re.compile(
    r"(?i)^\W*(?:admin(?:istrator)?|unspecified|user\d*|owner|unknown|author|default|root|guest|anonymous|none|n/?a|me|test|"
    r"(?:preferred|valued) customer|authori[sz]ed user|windows user|microsoft office user|scanner|copier|state|"
    r"hp|dell|canon|xerox|ricoh|)\W*$"
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[\w:.-]+)(?P<attributes>[^<>]*?)(?P<empty>/?)>(?P<text>[^<]*)")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""")
# No description is longer than this, in characters of XMP.
_PACKET = 1_000_000
_ITEMS = {"alt", "bag", "seq", "li"}


def metadata(reader: PdfReader, catalogue: DictionaryObject, streams: Streams, shown: Shown) -> Iterator[Leftover]:
    """Descriptions tied to a redaction, and those that persons fill in of which no page shows a word."""
    seen: set[str] = set()
    for name, words in (*_information(reader), *_packet(catalogue, streams), *_pieces(reader, catalogue, shown)):
        folded = " ".join(words_of(words))
        if not folded or folded in seen:
            continue
        seen.add(folded)
        what = _NAMED.get(name.casefold(), "a further entry")
        tied = shown.hides(words)
        if tied is not None:
            yield Leftover(Holding.METADATA, what, words, tied.page, tied.box, Tie.BOX)
        elif name.casefold() in _NAMED and _tells(words, shown):
            yield Leftover(Holding.METADATA, what, words, tie=Tie.UNSHOWN)


def _tells(words: str, shown: Shown) -> bool:
    """Whether a description names something, and no page shows a word of it."""
    if _FILE.search(words) or _SUFFIX.search(words) or _NOBODY.match(words):
        return False
    said = [word for word in words_of(words) if sum(map(str.isalpha, word)) > 2]
    unshown = shown.place(words).tie is Tie.UNSHOWN
    return unshown and not any(shown.shows(word) for word in said)


def _information(reader: PdfReader) -> list[tuple[str, str]]:
    """The entries of the document information but those of programs."""
    information = entry(reader.trailer, "/Info")
    if not isinstance(information, DictionaryObject):
        return []
    names = [str(name) for name in information if not _PROGRAMS.fullmatch(str(name))]
    return [(name.lstrip("/"), named(information, name)) for name in names]


def _packet(catalogue: DictionaryObject, streams: Streams) -> list[tuple[str, str]]:
    """The entries of the XMP metadata, each under its own name without its prefix."""
    stream = entry(catalogue, "/Metadata")
    if not isinstance(stream, StreamObject):
        return []
    content = streams.read(stream)[:_PACKET]
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return list(_entries(content.decode(encoding, "replace")))


def _entries(packet: str) -> Iterator[tuple[str, str]]:
    """Names and values of a packet: the text of elements, lists under the name of what they list, and attributes."""
    open_: list[str] = []
    for tag in _TAG.finditer(packet):
        name = tag["name"].rsplit(":", 1)[-1]
        if tag["close"]:
            if open_:
                open_.pop()
        else:
            for attribute, *values in _ATTRIBUTE.findall(tag["attributes"]):
                if not _PROGRAMS.fullmatch(attribute.rsplit(":", 1)[-1]) and not attribute.startswith("xml"):
                    yield attribute.rsplit(":", 1)[-1], html.unescape("".join(values))
            if not tag["empty"]:
                open_.append(name)
        words = html.unescape(tag["text"]).strip()
        holder = next((name for name in reversed(open_) if name.casefold() not in _ITEMS), "")
        # `dc:creator` is a person, `xmp:CreatorTool` a program; in the document information `Creator` is a program.
        if words and (holder == "creator" or not _PROGRAMS.fullmatch(holder)):
            yield holder, words


def _pieces(reader: PdfReader, catalogue: DictionaryObject, shown: Shown) -> Iterator[tuple[str, str]]:
    """Strings of the programs' private pieces and of scripts, where a redaction hides words to compare with."""
    if not shown.hidden:
        return
    for piece in walked(dictionary(catalogue, "/PieceInfo"), *_private(dictionary(catalogue, "/PieceInfo"))):
        for name in piece:
            yield "piece", text(entry(piece, name))
    for node in walked(dictionary(dictionary(catalogue, "/Names"), "/JavaScript"), "/Kids", "/Names"):
        yield "script", named(node, "/JS")


def _private(pieces: DictionaryObject | None) -> tuple[str, ...]:
    return (*(str(name) for name in pieces or ()), "/Private")
