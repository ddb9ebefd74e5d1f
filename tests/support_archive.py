"""Archives built in code: honest ones by Python's own writers, the others by hand."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib

PACK = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def zip_of(files, method=zipfile.ZIP_DEFLATED):
    """A ZIP of pairs of a name or ZipInfo and bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return written.getvalue()


def tar_of(files, packed="", dialect=tarfile.GNU_FORMAT):
    """A TAR of pairs of a name or TarInfo and bytes."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=dialect, encoding="utf-8") as archive:
        for name, data in files:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return PACK[packed](written.getvalue())


def tar_info(name, kind, **more):
    """A TAR's header of a kind."""
    info = tarfile.TarInfo(name)
    info.type = kind
    for key, value in more.items():
        setattr(info, key, value)
    return info


def raw_zip(*members, remark=b"", wide=False):
    """A ZIP written by hand: each member a dict of what differs from one stored file called a.txt."""
    body, listed = b"", b""
    for given in members:
        m = {"name": b"a.txt", "local": None, "data": b"text", "flags": 0, "method": 0, "made_on": 3, "mode": 0o100644}
        m |= {"extra": b"", "offset": len(body), **given}
        packed = m.get("packed", m["data"])
        crc, size = m.get("crc", zlib.crc32(m["data"])), m.get("size", len(m["data"]))
        local = m["name"] if m["local"] is None else m["local"]
        numbers = (m["flags"], m["method"], 0, 33, crc, m.get("length", len(packed)), size)
        body += struct.pack("<4s5H3I2H", b"PK\3\4", 20, *numbers, len(local), 0) + local + packed
        listed += struct.pack("<4s2B5H3I", b"PK\1\2", 20, m["made_on"], 20, *numbers)
        listed += struct.pack("<5H2I", len(m["name"]), len(m["extra"]), 0, 0, 0, m["mode"] << 16, m["offset"])
        listed += m["name"] + m["extra"]
    count, at, far = len(members), len(body), b""
    if wide:
        far = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(listed), at)
        far += struct.pack("<4sIQI", b"PK\6\7", 0, at + len(listed), 1)
        count, at = 0xFFFF, 0xFFFFFFFF
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(listed), at, len(remark)) + remark
    return body + listed + far + end


def deflated(data):
    """Some bytes as a ZIP holds them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
