"""The few facts that stand in small parts of a workbook, by the parser in C that Python brings along.

A part that declares a document type is refused, so that no entity is ever defined, and nothing is fetched.
"""

from __future__ import annotations

from xml.parsers import expat

Attributes = dict[str, str]
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class DeclaresType(ValueError):
    """The part has a document type, which no office program writes."""


def elements(xml: bytes, name: str, *, ends_early: bool = False) -> list[Attributes]:
    """The attributes of every element of that name, prefixes of elements aside; `ends_early` for XML cut off."""
    found: list[Attributes] = []
    parser = safe_parser()
    parser.StartElementHandler = lambda tag, given: found.append(given) if _local(tag) == name else None
    parser.Parse(xml, not ends_early)
    return found


def text_of(xml: bytes, name: str) -> str:
    """The text of the first element of that name; empty without one."""
    texts: list[str] = []
    inside = ""

    def start(tag: str, _: Attributes) -> None:
        nonlocal inside
        if _local(tag) == name and not texts:
            inside = tag

    def end(tag: str) -> None:
        nonlocal inside
        if tag == inside:
            inside = ""

    parser = safe_parser()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: texts.append(text) if inside else None
    parser.Parse(xml, True)
    return "".join(texts).strip()


def unescaped(text: str) -> str:
    """Text of an attribute that was cut out of the XML unparsed.

    >>> unescaped("0.0&quot; &amp;lt;&quot;")
    '0.0" &lt;"'
    """
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def safe_parser() -> expat.XMLParserType:
    def refuse(name: str, *_: object) -> None:
        raise DeclaresType(name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
