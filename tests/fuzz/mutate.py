"""Ways in which a workbook gets damaged on its way, or is made to do harm. Chance comes from the given generator."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

Mutation = Callable[[bytes, random.Random], bytes]
_CELL = re.compile(rb'<c r="[A-Z]+\d+"')
_TAG = re.compile(rb"</?(?:c|v|row|f|t|si|mergeCell)\b[^>]*>")


def flip_bytes(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def truncate(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def drop_block(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 5000) :]


def repeat_block(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.randrange(1, 5000))
    return content[:end] + content[start:end] * chance.randrange(1, 4) + content[end:]


def zero_block(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.randrange(1, 3000))
    return content[:start] + bytes(end - start) + content[end:]


def damage_head(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        damaged[chance.randrange(min(1024, len(damaged)))] = chance.randrange(256)
    return bytes(damaged)


def damage_part(content: bytes, chance: random.Random) -> bytes:
    """Damage one part of an `.xlsx` and pack it again with a right checksum; other files lose some bytes."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # damaged already, in any of the ways that a zip can be
        return flip_bytes(content, chance)
    wanted = [n for n in parts if n.startswith(("xl/worksheets/sheet", "xl/shared", "xl/styles", "xl/workbook"))]
    name = chance.choice(wanted or list(parts))
    parts[name] = chance.choice(_PART_DAMAGES)(parts[name], chance)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, value in parts.items():
            archive.writestr(part, value)
    return buffer.getvalue()


def _move_cell_far(xml: bytes, chance: random.Random) -> bytes:
    cells = list(_CELL.finditer(xml))
    if not cells:
        return flip_bytes(xml or b" ", chance)
    cell = chance.choice(cells)
    far = chance.choice((b"XFD1048576", b"ZZZZZ99999999999", b"A1048576", b"XFD1", b"", b"A0", b"1A"))
    return xml[: cell.start()] + b'<c r="' + far + b'"' + xml[cell.end() :]


def _drop_tag(xml: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(xml))
    if not tags:
        return truncate(xml or b" ", chance)
    tag = chance.choice(tags)
    return xml[: tag.start()] + xml[tag.end() :]


def _insert_entities(xml: bytes, chance: random.Random) -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"ha") for i in range(9))
    return xml.replace(b"?>", b"?><!DOCTYPE x [" + levels + b"]>", 1)


def _strange_numbers(xml: bytes, chance: random.Random) -> bytes:
    strange = chance.choice((b"1e999", b"-1e999", b"NaN", b"9" * 400, b"0x1F", b"", b"1,5", b"99999999"))
    values = list(re.finditer(rb"<v>[^<]*</v>", xml))
    if not values:
        return xml
    value = chance.choice(values)
    return xml[: value.start()] + b"<v>" + strange + b"</v>" + xml[value.end() :]


_PART_DAMAGES: tuple[Mutation, ...] = (
    flip_bytes, truncate, drop_block, repeat_block, _move_cell_far, _drop_tag, _insert_entities, _strange_numbers,
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes, flip_bytes, truncate, drop_block, repeat_block, zero_block, damage_head, damage_part, damage_part, damage_part,  # noqa: E501
)  # fmt: skip


def mutants(originals: list[bytes], count: int, seed: int) -> list[tuple[str, bytes]]:
    """`count` mutants as (name, content), the same for the same originals, count and seed."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        mutation = chance.choice(MUTATIONS)
        content = mutation(chance.choice(originals), chance)
        if chance.random() < 0.2 and content:
            content = chance.choice(MUTATIONS)(content, chance)
        made.append((f"{number:05d}-{mutation.__name__}.xls", content))
    return made
