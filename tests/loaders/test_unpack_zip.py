import io
import zipfile

import pytest

from loaders.unpack_zip import repacked, unpacked

PARTS = {"a.xml": b"<a>" + b"1" * 500 + b"</a>", "thư mục/b.xml": b"<b/>", "empty.xml": b""}


def archive(parts: dict[str, bytes] = PARTS, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


def listed(content: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(content)).infolist()


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_each_part_is_unpacked_as_it_was_packed(kind):
    content = archive(kind=kind)
    assert {part.filename: unpacked(content, part) for part in listed(content)} == PARTS


@pytest.mark.parametrize("claim", [10, 5_000])
def test_a_part_that_is_longer_or_shorter_than_the_archive_says_is_damage(claim):
    content = archive()
    part = listed(content)[0]
    part.file_size = claim
    with pytest.raises(zipfile.BadZipFile, match=r"a\.xml"):
        unpacked(content, part)


def test_a_part_with_another_sum_than_the_archive_says_is_damage():
    content = archive()
    part = listed(content)[0]
    part.CRC += 1
    with pytest.raises(zipfile.BadZipFile, match=r"a\.xml"):
        unpacked(content, part)


def test_a_part_that_stands_elsewhere_than_the_archive_says_is_damage():
    content = archive()
    first, second, _ = listed(content)
    first.header_offset = second.header_offset
    with pytest.raises(zipfile.BadZipFile, match=r"a\.xml"):
        unpacked(content, first)


def test_an_archive_that_was_packed_anew_holds_the_same_parts_known_or_not():
    content = archive()
    anew = repacked(content, listed(content), {"a.xml": PARTS["a.xml"], "empty.xml": b""})
    with zipfile.ZipFile(io.BytesIO(anew)) as out:
        assert out.testzip() is None
        assert {name: out.read(name) for name in out.namelist()} == PARTS
        kinds = {part.filename: part.compress_type for part in out.infolist()}
    assert (kinds["a.xml"], kinds["thư mục/b.xml"]) == (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
