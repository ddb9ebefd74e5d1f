import bz2
import gzip
import io
import itertools
import lzma
import random
import struct
import tarfile
import tracemalloc
import zipfile
import zlib

import pytest

from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources import tarred, zipped
from redaudit.sources.archive import HEAD, is_archive, members, opens_as_folder
from redaudit.sources.entry import File
from tests.support_archive import PACK, deflated, raw_zip, tar_info, tar_of, zip_of

SIZE = 100_000
CABLE = b"CONFIDENTIAL PORT ASTREL 000123\nSUBJECT: ZEMBLA\n" * 5
FILES = [("release/one.txt", CABLE), ("release/b/two.txt", b"two"), ("a.txt", b"")]
NOISE = random.Random(6).randbytes(1_000_000)
MAKERS = {
    "zip": zip_of,
    "zip, stored": lambda files: zip_of(files, zipfile.ZIP_STORED),
    "zip, bzip2": lambda files: zip_of(files, zipfile.ZIP_BZIP2),
    "zip, lzma": lambda files: zip_of(files, zipfile.ZIP_LZMA),
    "tar": tar_of,
    "tar, pax": lambda files: tar_of(files, dialect=tarfile.PAX_FORMAT),
    "tar.gz": lambda files: tar_of(files, ".gz"),
    "tar.bz2": lambda files: tar_of(files, ".bz2"),
    "tar.xz": lambda files: tar_of(files, ".xz"),
}
each_kind = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


def read(archive, size=SIZE):
    """What an archive gives: for each entry its path and its bytes, or why it has none."""
    return [
        (entry.path, entry.data if isinstance(entry, File) else entry.reason)
        for entry in members(io.BytesIO(archive), "in.zip", size)
    ]


def entries(archive, size=SIZE):
    return list(members(io.BytesIO(archive), "in.zip", size))


@each_kind
def test_members_come_in_the_archives_own_order(make):
    archive = make(FILES)
    assert is_archive(archive[:HEAD])
    assert opens_as_folder(io.BytesIO(archive))
    assert entries(archive) == [File(f"in.zip/{name}", "", data) for name, data in FILES]


@each_kind
def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not(make):
    deepest = make([("deep.txt", b"deep")])
    inner = make([("two.txt", b"two"), ("more", deepest)])
    assert entries(make([("inner", inner), ("one.txt", b"one")])) == [
        File("in.zip/inner/two.txt", "", b"two"),
        Skipped("in.zip/inner/more", "an archive in an archive in an archive: not opened"),
        File("in.zip/one.txt", "", b"one"),
    ]


@each_kind
def test_an_archive_without_files_is_said_to_be_empty(make):
    folder = zipfile.ZipInfo("folder/") if b"PK" in make([])[:2] else tar_info("folder", tarfile.DIRTYPE)
    assert entries(make([(folder, b"")])) == [Skipped("in.zip", "an empty archive")]
    assert entries(make([("in", make([(folder, b"")]))])) == [Skipped("in.zip/in", "an empty archive")]


def test_a_zip_of_nothing_is_an_empty_archive():
    assert is_archive(zip_of([]))
    assert entries(zip_of([])) == [Skipped("in.zip", "an empty archive")]


@each_kind
def test_a_member_larger_than_a_document_costs_itself_alone(make):
    archive = make([("one.txt", b"one"), ("large", NOISE[:20_001]), ("exact", NOISE[:20_000])])
    assert read(archive, 20_000) == [
        ("in.zip/one.txt", b"one"),
        ("in.zip/large", "larger than 0.02 MB"),
        ("in.zip/exact", NOISE[:20_000]),
    ]


# What is no folder, though it is packed.
DOCUMENTS = {
    "Office": zip_of([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]),
    "Office, listed last": zip_of([("word/document.xml", b"x" * 5000), ("[Content_Types].xml", b"<x/>")]),
    "Office, cut": zip_of([("[Content_Types].xml", b"<x/>")])[:60],
    "OpenDocument": zip_of([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")]),
    "OpenDocument, mimetype missing": zip_of([("content.xml", b""), ("META-INF/manifest.xml", b"")]),
    "EPUB": zip_of([("mimetype", b"application/epub+zip")]),
    "EPUB, cut": zip_of([("mimetype", b"application/epub+zip")])[:60],
    "Java": zip_of([("a.class", b""), ("META-INF/MANIFEST.MF", b"")]),
    "Android": zip_of([("classes.dex", b""), ("AndroidManifest.xml", b"")]),
    "Pages": zip_of([("preview.jpg", b""), ("Index/Document.iwa", b"")]),
    "gzip of a text": gzip.compress(CABLE),
    "bzip2 of a text": bz2.compress(CABLE),
    "xz of a text": lzma.compress(CABLE),
    "gzip of nothing": gzip.compress(b""),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_packed_document_is_no_folder(document):
    assert is_archive(document[:HEAD])
    assert not opens_as_folder(io.BytesIO(document))
    assert entries(zip_of([("member", document)])) == [File("in.zip/member", "", document)]


def test_a_damaged_packed_file_is_opened_for_nobody_knows_that_it_holds_no_archive():
    for archive in (tar_of(FILES, ".bz2")[:60], tar_of(FILES, ".gz")[:30], zip_of(FILES)[:-10]):
        assert opens_as_folder(io.BytesIO(archive))


@pytest.mark.parametrize(
    "head", [b"", b"PK", b"BZhurry", b"%PDF-1.4", CABLE, b"\0" * HEAD, b"x" * 257 + b"ustar" + b"y" * 250]
)
def test_other_files_are_no_archives(head):
    assert not is_archive(head)
    assert not opens_as_folder(io.BytesIO(head))


def test_a_tar_of_the_first_kind_is_known_by_the_sum_of_its_header():
    header = bytearray(tar_of([("one.txt", b"one")]))
    header[257:265] = bytes(8)
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + sum(header[156:512]) + 8 * 32)
    assert is_archive(bytes(header[:HEAD]))
    assert read(bytes(header)) == [("in.zip/one.txt", b"one")]
    header[0] ^= 1
    assert not is_archive(bytes(header[:HEAD]))


def test_the_times_in_a_header_of_gnu_tar_are_no_folder():
    header = bytearray(tar_of([("one.txt", b"one")]))
    header[345:357] = b"15300374672\0"
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + sum(header[156:512]) + 8 * 32)
    assert read(bytes(header)) == [("in.zip/one.txt", b"one")]
    header[257:265] = b"ustar\x0000"
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + sum(header[156:512]) + 8 * 32)
    assert read(bytes(header)) == [("in.zip/15300374672/one.txt", b"one")]


# A name as stored, and as it is reported below the archive's own.
NAMES = [
    ("../../etc/passwd", "etc/passwd"),
    ("a/../../b.txt", "a/b.txt"),
    ("..\\..\\b.txt", "b.txt"),
    ("/etc/passwd", "etc/passwd"),
    ("//server/share/b.txt", "server/share/b.txt"),
    ("\\\\server\\share\\b.txt", "server/share/b.txt"),
    ("C:\\Temp\\b.txt", "Temp/b.txt"),
    ("c:/b.txt", "b.txt"),
    ("B: a memo.txt", "B: a memo.txt"),
    ("a//b/./c.txt", "a/b/c.txt"),
    ("a\nb.txt", "a\\x0ab.txt"),
    ("a\x1b[2Jb.txt", "a\\x1b[2Jb.txt"),
    ("a\u202egnp.txt", "a\\u202egnp.txt"),
    ("a\U000e0041.txt", "a\\U000e0041.txt"),
    ("..", "(no name)"),
    (".", "(no name)"),
    ("日本　語.txt", "日本　語.txt"),
]


@pytest.mark.parametrize(("stored", "shown"), NAMES)
def test_a_name_never_leads_out_of_the_archive(stored, shown):
    assert read(raw_zip({"name": stored.encode()})) == [(f"in.zip/{shown}", b"text")]
    assert read(tar_of([(stored, b"text")])) == [(f"in.zip/{shown}", b"text")]


@pytest.mark.parametrize(
    ("stored", "more", "shown"),
    [
        (b"", {}, "(no name)"),
        (b"a.txt\0.exe", {}, "a.txt\\x00.exe"),
        (b"folder/", {}, "folder"),  # called a folder, and yet it holds a text
        ("Zéro.txt".encode(), {}, "Zéro.txt"),
        (b"Z\x82ro.txt", {}, "Zéro.txt"),
        (b"Z\xe9ro.txt", {"flags": 1 << 11}, "Z\\xe9ro.txt"),
        (b"?.txt", {"extra": struct.pack("<2HBI", 0x7075, 11, 1, zlib.crc32(b"?.txt")) + "é.txt".encode()}, "é.txt"),
        (b"?.txt", {"extra": struct.pack("<2HBI", 0x7075, 11, 1, zlib.crc32(b"x.txt")) + "é.txt".encode()}, "?.txt"),
    ],
)
def test_the_name_of_a_zips_member_is_utf_8_or_else_of_code_page_437(stored, more, shown):
    assert read(raw_zip({"name": stored, **more})) == [(f"in.zip/{shown}", b"text")]


def test_names_in_no_encoding_stay_two():
    archive = tar_of([("Z\udce9.txt", b"1"), ("Z\udcea.txt", b"2"), ("Z\\xe9.txt", b"3")])
    assert read(archive) == [("in.zip/Z\\xe9.txt", b"1"), ("in.zip/Z\\xea.txt", b"2"), ("in.zip/Z/xe9.txt", b"3")]


@pytest.mark.parametrize("dialect", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_and_those_of_any_letters_are_read_from_their_own_header(dialect):
    name = "release/" + "very-long-" * 30 + "é.txt"
    assert read(tar_of([(name, b"text"), ("a.txt", b"a")], dialect=dialect)) == [
        (f"in.zip/{name}", b"text"),
        ("in.zip/a.txt", b"a"),
    ]


def test_two_members_of_one_name_are_both_reported():
    files = [{"data": b"1"}, {"data": b"2"}, {"name": b"a.txt [2]", "data": b"3"}, {"name": b"/a.txt", "data": b"4"}]
    shown = [
        ("in.zip/a.txt", b"1"),
        ("in.zip/a.txt [2]", b"2"),
        ("in.zip/a.txt [2] [2]", b"3"),
        ("in.zip/a.txt [3]", b"4"),
    ]
    assert read(raw_zip(*files)) == shown
    assert read(tar_of([(file.get("name", b"a.txt").decode(), file["data"]) for file in files])) == shown


def test_a_number_that_a_name_has_already_is_passed_over():
    files = [{"name": b"a.txt [2]"}, {}, {}, {}]
    assert [path for path, _ in read(raw_zip(*files))] == [
        "in.zip/a.txt [2]",
        "in.zip/a.txt",
        "in.zip/a.txt [3]",
        "in.zip/a.txt [4]",
    ]


@each_kind
def test_hidden_members_are_skipped_a_folder_of_them_once(make):
    hidden = [".git/config", ".git/objects/ab", "a/.DS_Store", "__MACOSX/a/._one.txt", "b/...", "__MACOSX"]
    assert read(make([(name, b"x") for name in hidden])) == [
        ("in.zip/.git", "a hidden folder"),
        ("in.zip/a/.DS_Store", "a hidden file"),
        ("in.zip/__MACOSX", "a hidden folder"),
        ("in.zip/b/...", "a hidden file"),
        ("in.zip/__MACOSX [2]", b"x"),
    ]


def test_links_and_devices_are_skipped():
    kinds = [tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
    archive = tar_of([(tar_info(f"{number}", kind, linkname="/etc/passwd"), b"") for number, kind in enumerate(kinds)])
    link, device = "a link, not followed", "neither a file nor a folder"
    assert entries(archive) == [
        Skipped(f"in.zip/{number}", reason) for number, reason in enumerate([link, link, device, device, device])
    ]
    modes = [0o120777, 0o020666, 0o060666, 0o010666, 0o140666]
    files = [{"name": b"%d" % number, "mode": mode, "data": b""} for number, mode in enumerate(modes)]
    assert entries(raw_zip(*files)) == [
        Skipped(f"in.zip/{number}", reason) for number, reason in enumerate([link, device, device, device, device])
    ]
    # `zip - -` makes a pipe of what it read from one; on Windows such numbers mean nothing.
    assert read(raw_zip({"mode": 0o010660})) == [("in.zip/a.txt", b"text")]
    assert read(raw_zip({"mode": 0o120777, "made_on": 0})) == [("in.zip/a.txt", b"text")]


# What is wrong with the middle one of three members, and what is said of it.
CRC, CUT = "damaged: its bytes do not give its check sum", "cut short"
FAULTS = {
    "encrypted": ({"flags": 1}, "encrypted: it needs a password"),
    "Deflate64": ({"method": 9}, "packed by a method that is not read here (Deflate64)"),
    "Zstandard": ({"method": 93}, "packed by a method that is not read here (Zstandard)"),
    "unknown method": ({"method": 77}, "packed by a method that is not read here (number 77)"),
    "check sum": ({"crc": 1}, CRC),
    "more bytes than stated": ({"method": 8, "packed": deflated(b"x" * 5000), "size": 100}, CRC),
    "fewer bytes than stated": ({"method": 8, "packed": deflated(b"x" * 10), "size": 100}, CRC),
    "stored in fewer bytes": ({"packed": b"te"}, CRC),
    "no deflate": ({"method": 8, "packed": b"\xff\xff\xff\xff"}, "damaged: it cannot be unpacked"),
    "no bzip2": ({"method": 12, "packed": b"BZh9nonsense"}, "damaged: it cannot be unpacked"),
    "no LZMA": ({"method": 14, "packed": b"\x09\x04\x05\0\xff\0\0\0\1nonsense"}, "damaged: it cannot be unpacked"),
    "LZMA of 4 GB of memory": (
        {"method": 14, "packed": b"\x09\x04\x05\0\x5d\xff\xff\xff\xff\0nonsense"},
        "packed so that it takes more than 128 MB of memory to unpack",
    ),
    "deflate, cut": ({"method": 8, "packed": deflated(bytes(range(256)))[:40], "size": 256}, CUT),
    "its header elsewhere": ({"offset": 3}, "cut short or damaged: it is not where the list of members says"),
    "its header beyond": ({"offset": 2**32 - 2}, "cut short or damaged: it is not where the list of members says"),
    "two names": ({"local": b"x.txt"}, "damaged: its header names another member"),
    "states 4 GB": ({"size": 2**32 - 2}, "larger than 0.1 MB"),
    "states 2 ** 63": (
        {"size": 2**32 - 1, "extra": struct.pack("<2HQ", 1, 8, 2**63)},
        "larger than 0.1 MB",
    ),
    "lies beyond 2 ** 63": (
        {"offset": 2**32 - 1, "extra": struct.pack("<2HQ", 1, 8, 2**64 - 1)},
        "cut short or damaged: it is not where the list of members says",
    ),
}


@pytest.mark.parametrize(("fault", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_damaged_member_of_a_zip_costs_itself_alone(fault, reason):
    archive = raw_zip({"name": b"1"}, {"name": b"2", **fault}, {"name": b"3"})
    assert entries(archive) == [
        File("in.zip/1", "", b"text"),
        Unreadable("in.zip/2", reason),
        File("in.zip/3", "", b"text"),
    ]


NO_LIST = "cut short or damaged: the list of its members is missing"
BROKEN_LIST = "damaged: the list of its members breaks off; the rest is not read"
MISPLACED = "damaged: the list of its members does not lie where it should"


def test_a_zip_that_is_cut_has_no_list_of_members():
    assert read(zip_of(FILES)[:-30]) == [("in.zip", NO_LIST)]
    assert read(b"PK\3\4") == [("in.zip", NO_LIST)]


def test_a_zip_whose_list_is_damaged():
    archive = raw_zip({"name": b"1"}, {"name": b"2"})
    at = archive.rindex(b"PK\1\2")
    assert read(archive.replace(b"PK\1\2", b"PK\1\3")) == [("in.zip", BROKEN_LIST)]
    assert read(archive[:at] + b"?" + archive[at + 1 :]) == [("in.zip", BROKEN_LIST)]
    assert read(archive[: at + 28] + b"\xff\xff" + archive[at + 30 :]) == [("in.zip", BROKEN_LIST)]
    assert read(archive[:20] + archive[30:]) == [("in.zip", MISPLACED)]


def test_a_zip_in_parts_is_to_be_joined():
    archive = bytearray(raw_zip({}))
    archive[-18] = archive[-16] = 2
    assert read(bytes(archive)) == [("in.zip", "one part of an archive that was split: join the parts to have it read")]


def test_a_zip_beyond_what_common_fields_hold_behind_other_bytes_with_a_remark():
    wide = {"size": 2**32 - 1, "extra": struct.pack("<2HQ", 1, 8, 4)}
    for archive in (raw_zip({}, wide=True), raw_zip(wide), raw_zip({}, remark=b"PK\5\6 of Port Astrel" * 9)):
        assert read(archive) == [("in.zip/a.txt", b"text")]
        assert read(b"PK\7\x08PK\3\4 other bytes" + archive) == [("in.zip/a.txt", b"text")]


def test_a_bomb_that_states_its_size_is_not_unpacked():
    # One page in colours may be blank; beyond 32 MB 500:1 is too much.
    large = deflated(bytes(33_000_000))
    archive = raw_zip({"name": b"1", "method": 8, "packed": large, "size": 33_000_000}, {"name": b"2"})
    assert read(archive, 40_000_000) == [
        ("in.zip/1", "swells to more than 500 times its size, as a bomb does"),
        ("in.zip/2", b"text"),
    ]


SWELLS = "swells to more than 500 times its size, as a bomb does: the rest is not read"


def test_members_that_swell_together_end_the_archive():
    blank = {"method": 8, "packed": deflated(bytes(400_000)), "data": bytes(400_000)}
    archive = raw_zip({"name": b"1"}, *({"name": b"%d" % number, **blank} for number in range(2, 9)))
    assert 1_600_000 < 500 * len(archive) < 2_000_000
    assert read(archive, 400_000) == [
        ("in.zip/1", b"text"),
        *((f"in.zip/{number}", bytes(400_000)) for number in (2, 3, 4, 5)),
        ("in.zip", SWELLS),
    ]


@pytest.mark.parametrize("packed", [".gz", ".bz2", ".xz"])
def test_a_tar_that_swells_ends_and_the_members_before_stand(packed):
    blanks = [(f"{number}", bytes(2_000_000)) for number in range(3, 25)]
    got = read(tar_of([("1", NOISE[:20_000]), ("2", bytes(99_000)), *blanks], packed))
    large = len(got) - 3
    assert got[:2] == [("in.zip/1", NOISE[:20_000]), ("in.zip/2", bytes(99_000))]
    assert got[2:-1] == [(f"in.zip/{name}", "larger than 0.1 MB") for name, _ in blanks[:large]]
    assert got[-1] == ("in.zip", SWELLS)
    assert 5 <= large <= 18


def test_what_archives_inside_unpack_to_counts_with_the_whole():
    blank = zip_of([("blank", bytes(400_000))])
    archive = zip_of([(f"{number}", blank) for number in range(20)])
    assert 500 * len(archive) < 20 * 400_000
    got = read(archive, 400_000)
    assert got[0] == ("in.zip/0/blank", bytes(400_000))
    assert got[-1] == ("in.zip", SWELLS)


def test_members_that_lie_in_each_other_are_a_bomb():
    kernel = {"name": b"0", "data": b"x" * 1000}
    archive = raw_zip(kernel, *({**kernel, "offset": 0, "length": 1000, "packed": b""} for _ in range(9)))
    assert read(archive) == [("in.zip", "its members lie in each other, as those of a bomb do")]


def test_an_archive_of_too_many_members_is_not_read(monkeypatch):
    monkeypatch.setattr(zipped, "TOO_MANY", 2)
    monkeypatch.setattr(tarred, "TOO_MANY", 2)
    assert read(zip_of(FILES)) == [("in.zip", "more than 2 members: split it to have it read")]
    assert read(tar_of(FILES))[2:] == [("in.zip", "more than 2 members: the rest is not read")]
    assert len(read(zip_of(FILES[:2]))) == len(read(tar_of(FILES[:2]))) == 2


def test_a_header_that_states_a_gigabyte_is_not_read():
    note = tar_info("note", tarfile.XHDTYPE, size=10**9).tobuf()
    for packed in PACK.values():
        archive = packed(tar_of([("one.txt", b"one")])[:1024] + note + bytes(5000))
        assert read(archive) == [
            ("in.zip/one.txt", b"one"),
            ("in.zip", "damaged: a header of more than 1 MB; the rest is not read"),
        ]


def test_a_file_with_holes_is_not_filled():
    sparse = tar_info("holes", tarfile.GNUTYPE_SPARSE)
    noted = tar_info("noted", tarfile.REGTYPE, pax_headers={"GNU.sparse.realsize": "9999999999999"})
    continued = tar_info("rest", b"M")
    archive = tar_of([(sparse, b"x"), (noted, b"y"), (continued, b"z"), ("one", b"1")], dialect=tarfile.PAX_FORMAT)
    holes = "a file with holes (sparse), which is not read here"
    assert read(archive) == [
        ("in.zip/holes", holes),
        ("in.zip/noted", holes),
        ("in.zip/rest", "the rest of a file that begins in another archive"),
        ("in.zip/one", b"1"),
    ]


def test_the_list_of_a_sparse_files_pieces_goes_on_in_blocks_of_its_own():
    header = bytearray(tar_info("holes", tarfile.GNUTYPE_SPARSE, size=3).tobuf(tarfile.GNU_FORMAT))
    header[482] = 1
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + sum(header[156:512]) + 8 * 32)
    more, last = bytes(504) + b"\1" + bytes(7), bytes(512)
    archive = bytes(header) + more + last + b"one" + bytes(509) + tar_of([("two.txt", b"two")])
    assert [path for path, _ in read(archive)] == ["in.zip/holes", "in.zip/two.txt"]


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"99 path=other.txt\n",
        b"nonsense",
        b"-9 path=x\n",
        b"0" * 16 + b"5000" + b"0" * 5000 + b" path=x\n" * 900,
        b"\xb2 a=b",
    ],
)
def test_a_pax_header_that_is_damaged_is_read_as_far_as_it_is_whole(rest):
    note = b"17 path=name.txt\n" + b"10 nothing\n"[:10] + b"11 other=1\n" + rest
    archive = tar_of([(tar_info("note", tarfile.XHDTYPE), note), ("one.txt", b"one")])
    assert read(archive) == [("in.zip/name.txt", b"one")]


def test_a_name_of_a_megabyte_is_not_shown_whole():
    note = b"900014 path=" + b"x" * 900_001 + b"\n"
    archive = tar_of([(tar_info("note", tarfile.XHDTYPE), note), ("one.txt", b"one")])
    assert read(archive) == [(f"in.zip/{'x' * 65_535}", b"one")]


def test_a_size_in_a_pax_header_wins():
    archive = bytearray(
        tar_of([(tar_info("a", tarfile.REGTYPE, pax_headers={"size": "600"}), b"x" * 600)], dialect=tarfile.PAX_FORMAT)
    )
    assert read(bytes(archive)) == [("in.zip/a", b"x" * 600)]
    assert read(bytes(archive.replace(b"size=600", b"size=6-0"))) == [
        ("in.zip", "damaged: a member without a size; the rest is not read")
    ]


def test_a_member_of_less_than_no_bytes_ends_a_tar():
    header = tar_info("a", tarfile.REGTYPE, size=-5).tobuf(tarfile.GNU_FORMAT)
    assert read(header + bytes(1024)) == [("in.zip", "damaged: a member of less than no bytes; the rest is not read")]


def test_a_tar_that_is_cut_gives_the_members_before():
    whole = tar_of([("1", b"x" * 600), ("2", b"y" * 600)])
    first = ("in.zip/1", b"x" * 600)
    no_mark = ("in.zip", "cut short: the mark of its end is missing")
    assert read(whole[:1600]) == [first, ("in.zip", "cut short; the rest is not read")]
    assert read(whole[:1536]) == [first, no_mark]
    assert read(whole[:2100]) == [first, ("in.zip/2", "cut short"), no_mark]
    broken = whole[:1536] + b"?" * 512 + whole[2048:]
    assert read(broken) == [
        first,
        ("in.zip", "damaged: what should be a member's header is none; the rest is not read"),
    ]


def test_a_packed_tar_that_is_cut_or_damaged_gives_the_members_before():
    texts = [(f"{number}", NOISE[number * 9000 :][:9000]) for number in range(9)]
    whole = tar_of(texts, ".gz")
    got = read(whole[:-2000])
    assert got[0] == ("in.zip/0", texts[0][1])
    assert got[-1] == ("in.zip", "cut short")
    spoilt = whole[:-8] + b"\0\0\0\0" + whole[-4:]  # the check sum, at the very end
    assert read(spoilt)[:5] == [(f"in.zip/{name}", data) for name, data in texts[:5]]
    assert read(spoilt)[-1] == ("in.zip", "damaged: it cannot be unpacked")


def test_streams_and_tars_that_were_joined_are_read_on_and_what_else_follows_is_not():
    one, two = tar_of([("1", b"one")]), tar_of([("2", b"two")])
    both = [("in.zip/1", b"one"), ("in.zip/2", b"two")]
    assert read(one + two) == both
    assert read(one + two + b"other bytes") == both
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        assert read(pack(one) + pack(two)) == both
        assert read(pack(one) + bytes(2**14 - 1) + pack(two)) == both
        assert read(pack(one[:700]) + pack(one[700:]) + bytes(8) + pack(b"") + pack(two) + b"other bytes") == both


def test_xz_that_asks_for_more_memory_than_there_should_be():
    archive = bytearray(tar_of(FILES, ".xz"))
    length = (archive[12] + 1) * 4
    archive[16] = 40  # a dictionary of 4 GB
    archive[12 + length - 4 : 12 + length] = zlib.crc32(archive[12 : 12 + length - 4]).to_bytes(4, "little")
    assert opens_as_folder(io.BytesIO(bytes(archive)))
    assert read(bytes(archive)) == [("in.zip", "packed so that it takes more than 128 MB of memory to unpack")]


@pytest.mark.parametrize("make", [zip_of, tar_of, lambda files: tar_of(files, ".gz")], ids=["zip", "tar", "tar.gz"])
def test_any_damage_gives_entries_and_never_other_bytes(make):
    inner = zip_of([("b", b"two")])
    whole = make([("a", b"one" * 9), ("in.zip", inner)])[:3072]  # a TAR has no more than zeros behind
    cut = (whole[:length] for length in range(1, len(whole), 3))
    flipped = (whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(len(whole)))
    for damaged in itertools.chain(cut, flipped):
        opens_as_folder(io.BytesIO(damaged))
        got = entries(damaged)
        assert got
        if make is zip_of:  # TAR has no check sums for its members' bytes, and gzip's comes after them
            assert {entry.data for entry in got if isinstance(entry, File)} <= {b"one" * 9, b"two", inner}


class Failing(io.BytesIO):
    """A file on a disk that fails from some byte on."""

    def read(self, size=-1):
        if self.tell() > 100_000:
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_a_disk_that_fails_is_said_of_the_archive():
    archive = tar_of([("one.txt", b"one"), ("2", bytes(90_000)), ("3", bytes(90_000))])
    got = list(members(Failing(archive), "in.zip", SIZE))
    assert got[:2] == [File("in.zip/one.txt", "", b"one"), File("in.zip/2", "", bytes(90_000))]
    assert got[-1] == Unreadable("in.zip", "input/output error")
    assert list(members(Failing(zip_of(FILES) + bytes(200_000)), "in.zip", SIZE)) == [
        Unreadable("in.zip", "input/output error")
    ]


@pytest.mark.parametrize("make", [MAKERS["zip"], MAKERS["zip, stored"], MAKERS["tar"], MAKERS["tar.gz"]])
def test_no_more_than_a_member_is_in_memory(make):
    source = io.BytesIO(make([(f"{number}", NOISE) for number in range(20)]))
    tracemalloc.start()
    try:
        assert [len(entry.data) for entry in members(source, "in.zip", len(NOISE))] == [len(NOISE)] * 20
        assert tracemalloc.get_traced_memory()[1] < 5 * len(NOISE)
    finally:
        tracemalloc.stop()
