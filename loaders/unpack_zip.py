"""Parts of a zipped workbook, unpacked once: by the guard, and the reader is given what the guard saw."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

_LOCAL, _LISTED, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION = 20
_NAMED_IN_UTF8 = 0x800


def unpacked(content: bytes, part: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, in one piece and never more than the archive says.

    Raises BadZipFile where they are not what it says, and zlib.error where they cannot be unpacked.
    """
    start = _data_start(content, part)
    data = content[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_DEFLATED:
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, part.file_size + 1)
    elif part.compress_type != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile(f"{part.filename!r} is packed in an unusual way")
    if len(data) != part.file_size or zlib.crc32(data) != part.CRC:
        raise zipfile.BadZipFile(f"{part.filename!r} is not what the archive says")
    return data


def _data_start(content: bytes, part: zipfile.ZipInfo) -> int:
    header = content[part.header_offset : part.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise zipfile.BadZipFile("the archive is cut off")
    mark, *_, name_length, extra_length = _LOCAL.unpack(header)
    start = part.header_offset + _LOCAL.size
    name = content[start : start + name_length].decode("utf-8" if part.flag_bits & _NAMED_IN_UTF8 else "cp437")
    if mark != b"PK\x03\x04" or name != part.orig_filename:
        raise zipfile.BadZipFile(f"{part.filename!r} does not stand where the archive says")
    return start + name_length + extra_length


def repacked(content: bytes, parts: Iterable[zipfile.ZipInfo], known: Mapping[str, bytes]) -> bytes:
    """An archive of `parts`, the `known` ones as given and unpacked, the others as they are.

    Nothing is unpacked a second time.
    """
    pieces: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for part in parts:
        name = part.orig_filename.encode("utf-8" if part.flag_bits & _NAMED_IN_UTF8 else "cp437")
        data = known.get(part.filename)
        if data is None:
            start, kind, crc, size = _data_start(content, part), part.compress_type, part.CRC, part.file_size
            data = content[start : start + part.compress_size]
        else:
            kind, crc, size = zipfile.ZIP_STORED, zlib.crc32(data), len(data)
        flags = part.flag_bits & _NAMED_IN_UTF8
        facts = (_VERSION, flags, kind, 0, 0, crc, len(data), size, len(name), 0)
        pieces += _LOCAL.pack(b"PK\x03\x04", *facts), name, data
        listed += _LISTED.pack(b"PK\x01\x02", _VERSION, *facts, 0, 0, 0, 0, at), name
        at += _LOCAL.size + len(name) + len(data)
    directory = b"".join(listed)
    count = len(listed) // 2
    return b"".join([*pieces, directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)])
