"""Vietnamese text of the years before Unicode: TCVN3 (ABC), VNI and decomposed letters -> Unicode NFC.

Neither the font nor the characters decide alone: workbooks mix both encodings, sometimes in one cell. A word is
decoded where the evidence is clear (characters that Vietnamese in Unicode never uses) or where only the decoded
form is a possible Vietnamese syllable.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PAIRS = (
    "¨ă ©â ªê «ô ¬ơ \xadư ®đ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ "
    "Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ "
    "ýý þỵ"
)
_TCVN3 = {pair[0]: pair[1] for pair in _PAIRS.split(" ")}
_TABLE = str.maketrans(_TCVN3)
_IMPOSSIBLE = set("¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþ")
_IMPOSSIBLE_TABLE = str.maketrans({c: _TCVN3[c] for c in _IMPOSSIBLE if c in _TCVN3})
_TOKEN = re.compile(r"[\w¡-¿×÷\xad]+", re.UNICODE)
_LETTERS = re.compile(r"[^\x00-\x7f]")

_ONSETS = {"", *"b c d đ g h k l m n p q r s t v x".split(), *"ch gh gi kh ng ngh nh ph qu th tr".split()}
_RHYMES = set(
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê "
    "êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh "
    "oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm "
    "ơn ơp ơt u ua uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyt uyu uân "
    "uâng uât uây ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ym yn uơ ung uăng".split()
)
_TONES = {"\u0300": "grave", "\u0301": "acute", "\u0303": "tilde", "\u0309": "hook", "\u0323": "dot"}
_STOPS = ("c", "ch", "p", "t")
# Words of these tables that read as Vietnamese in both encodings; they are always meant as written in Unicode.
_UNICODE_WORDS = {"ô tô", "ôtô", "xe máy", "gỗ"}

_VNI_MARKS = {
    "aù": "á", "aø": "à", "aû": "ả", "aõ": "ã", "aï": "ạ", "aê": "ă", "aé": "ắ", "aè": "ằ", "aú": "ẳ", "aü": "ẵ", "aë": "ặ",
    "aâ": "â", "aá": "ấ", "aà": "ầ", "aå": "ẩ", "aã": "ẫ", "aä": "ậ", "eù": "é", "eø": "è", "eû": "ẻ", "eõ": "ẽ", "eï": "ẹ",
    "eâ": "ê", "eá": "ế", "eà": "ề", "eå": "ể", "eã": "ễ", "eä": "ệ", "où": "ó", "oø": "ò", "oû": "ỏ", "oõ": "õ", "oï": "ọ",
    "oâ": "ô", "oá": "ố", "oà": "ồ", "oå": "ổ", "oã": "ỗ", "oä": "ộ", "ôù": "ớ", "ôø": "ờ", "ôû": "ở", "ôõ": "ỡ", "ôï": "ợ",
    "uù": "ú", "uø": "ù", "uû": "ủ", "uõ": "ũ", "uï": "ụ", "öù": "ứ", "öø": "ừ", "öû": "ử", "öõ": "ữ", "öï": "ự",
    "yù": "ý", "yø": "ỳ", "yû": "ỷ", "yõ": "ỹ",
}  # fmt: skip
_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile("|".join(sorted(_VNI_MARKS, key=len, reverse=True)) + "|[ôöñæóòî]", re.IGNORECASE)


def to_unicode(text: str, font: str = "") -> str:
    """Decode `text` to Unicode NFC. `font` is the cell's font name, if known.

    >>> to_unicode("Gi¸ trÞ s¶n xuÊt c«ng nghiÖp"), to_unicode("L­¬ng thùc"), to_unicode("CHỈ SỐ GIÁ TIÊU DÙNG")
    ('Giá trị sản xuất công nghiệp', 'Lương thực', 'CHỈ SỐ GIÁ TIÊU DÙNG')
    """
    if text.isascii():
        return text.upper() if is_upper_case_font(font) and not text.isupper() and _has_letters(text) else text
    return _decode(unicodedata.normalize("NFC", text), font.casefold())


@lru_cache(maxsize=16384)
def _decode(text: str, font: str) -> str:
    if font.startswith("vni"):
        return _from_vni(text)
    has_wide = any(c > "\u00ff" for c in text)
    has_impossible = any(c in _IMPOSSIBLE for c in text)
    if has_wide:
        decoded = _TOKEN.sub(lambda m: _decode_mixed_word(m[0]), text.replace("Ð", "Đ"))
    elif has_impossible:
        decoded = text.translate(_TABLE)
    elif font.startswith(".vn"):
        decoded = _decode_by_syllables(text)
    else:
        return text.replace("Ð", "Đ")
    if is_upper_case_font(font):
        decoded = decoded.upper()
    return unicodedata.normalize("NFC", decoded)


def _decode_mixed_word(word: str) -> str:
    """One word of a cell in which both encodings occur."""
    if all(c < "\u0080" for c in word):
        return word
    wide = any(c > "\u00ff" for c in word)
    if any(c in _IMPOSSIBLE for c in word):
        return word.translate(_IMPOSSIBLE_TABLE if wide else _TABLE)
    if is_syllable(word):
        return word
    full = word.translate(_TABLE)
    return full if is_syllable(full) else word


def _decode_by_syllables(text: str) -> str:
    """A cell in a TCVN3 font that may yet hold Unicode text of Latin-1 letters only."""
    if text.strip().casefold() in _UNICODE_WORDS:
        return text
    words = [w for w in _TOKEN.findall(text) if _LETTERS.search(w)]
    raw = sum(is_syllable(w) for w in words)
    full = sum(is_syllable(w.translate(_TABLE)) for w in words)
    return text.translate(_TABLE) if full >= raw else text.replace("Ð", "Đ")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` can be a written Vietnamese syllable: onset, rhyme, and no level tone marks before a stop."""
    letters, tones = [], []
    for c in unicodedata.normalize("NFD", word.casefold()):
        if c in _TONES:
            tones.append(_TONES[c])
        else:
            letters.append(c)
    base = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1:
        return False
    for size in (3, 2, 1, 0):
        onset, rhyme = base[:size], base[size:]
        if onset in _ONSETS and rhyme in _RHYMES:
            return not (rhyme.endswith(_STOPS) and tones and tones[0] not in ("acute", "dot"))
    return base in ("gi", "gin", "quốc")


def _from_vni(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        found = match[0]
        plain = _VNI_MARKS.get(found.casefold()) or _VNI_SINGLES.get(found.casefold(), found)
        return plain.upper() if found[0].isupper() else plain

    return unicodedata.normalize("NFC", _VNI.sub(letter, text))


@lru_cache(maxsize=1024)
def is_legacy_font(font: str) -> bool:
    """Whether texts in this font are encoded in TCVN3 (`.VnTime`) or VNI (`VNI-Times`)."""
    return font.casefold().startswith((".vn", "vni"))


@lru_cache(maxsize=1024)
def is_upper_case_font(font: str) -> bool:
    """Whether this font shows small letters as capitals, such as `.VnTimeH`."""
    name = font.casefold()
    return name.startswith(".vn") and name.endswith("h")


def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)
