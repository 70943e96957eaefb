"""Colours and fonts of an office theme, the same in decks and documents."""

from __future__ import annotations

from lxml import etree

from dashboard.briefing import palette

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def house_theme(blob: bytes, *, font: str) -> bytes:
    """The theme part with the six series colours as accents and `font` for all text, Vietnamese included."""
    tree = etree.fromstring(blob)
    for kind in ("majorFont", "minorFont"):
        found = tree.find(f".//{_DRAWING}{kind}")
        found.find(f"{_DRAWING}latin").set("typeface", font)
        for script in found.findall(f"{_DRAWING}font"):
            if script.get("script") == "Viet":
                script.set("typeface", font)
    colours = {f"accent{at}": rgb for at, rgb in enumerate(palette.SERIES[:6], 1)}
    colours |= {"dk1": palette.INK, "lt1": "FFFFFF", "dk2": palette.SERIES[0], "lt2": palette.PAPER}
    colours |= {"hlink": palette.SERIES[0], "folHlink": palette.SERIES[3]}
    scheme = tree.find(f".//{_DRAWING}clrScheme")
    for name, rgb in colours.items():
        slot = scheme.find(f"{_DRAWING}{name}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{_DRAWING}srgbClr").set("val", rgb)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
