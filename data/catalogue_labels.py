"""Row labels as they are compared: one spelling for what workbooks of 25 years write in many ways.

Dropped: case, diacritics (which also settles `hoá` = `hóa` and typing errors such as `nuớc`), numbering,
`Trong đó:`, footnote marks, punctuation, the words `và`, `các`. `mỳ` is `mì`. Abbreviations are written out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOOTNOTE = re.compile(r"\(\s*(?:\*+|\d)\s*\)|\*+")
_NUMBERING = re.compile(
    r"^\s*(?:[-–+•*]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[ivx]{1,5}|[A-Ea-e])\s*[.)/]\s*)+(?=\S)"
)
_WITHIN = re.compile(r"^\s*(?:trong đó|trong ðó|chia ra|trđ|tđ|of which|in which)\s*:?\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[^a-z0-9%]+")
_FINAL_Y = re.compile(r"(?<=[bcdghklmnprstvx])y\b|(?<=qu)y\b")
_FILLING = re.compile(r"\b(?:va|cac)\b")
_AREA_KINDS = ("thanh pho ", "tinh ", "t p ")
_ABBREVIATIONS = {
    "sx": "san xuat", "sp": "san pham", "lk": "linh kien", "pt": "phu tung", "pl": "phu lieu", "npl": "nguyen phu lieu",
    "kl": "kim loai", "dc": "dung cu", "tb": "thiet bi", "dcpt": "dung cu phu tung", "dtnn": "dau tu nuoc ngoai",
    "dtttnn": "dau tu nuoc ngoai", "kt": "kinh te", "tpkt": "thanh phan kinh te", "tw": "trung uong",
    "dp": "dia phuong",
    "cn": "cong nghiep", "hd": "hoat dong", "dv": "dich vu", "hh": "hang hoa", "tp": "thanh pho", "dn": "doanh nghiep",
    "blhh": "ban le hang hoa", "dtdvtd": "doanh thu dich vu tieu dung", "mn": "my nghe",
}  # fmt: skip


@lru_cache(maxsize=65536)
def label_key(label: str) -> str:
    """What two spellings of one label have in common; empty where nothing but signs is left.

    >>> label_key("1. Trong đó: SP hoá chất(*)") == label_key("Sản phẩm hóa chất")
    True
    """
    text = unicodedata.normalize("NFC", label)
    text = _FOOTNOTE.sub(" ", text)
    for _ in range(2):
        text = _WITHIN.sub("", _NUMBERING.sub("", text))
    plain = _FINAL_Y.sub("i", _SIGNS.sub(" ", _plain(text)))
    words = (_FILLING.sub(" ", plain) if plain.strip() not in ("va", "cac") else plain).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def area_key(label: str) -> str:
    """As `label_key`, without the kind of area before the name: `TP. Hồ Chí Minh` -> `ho chi minh`."""
    key = label_key(label)
    for kind in _AREA_KINDS:
        key = key.removeprefix(kind)
    return key


def without_brackets(label: str) -> str:
    """The label without a bracket at its end, such as a unit or `(TW)`; unchanged if there is none."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", label)


@lru_cache(maxsize=65536)
def label_code(label: str) -> str:
    """A code made of a label, for items that nobody has named yet: `chuoi-tuoi`."""
    return label_key(label).replace(" ", "-").replace("%", "pct")


def _plain(text: str) -> str:
    text = text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D").replace("ð", "d")
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
