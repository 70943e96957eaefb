"""Vietnamese text of the years before Unicode: TCVN3 (ABC), VNI and decomposed letters -> Unicode NFC.

Neither the font nor the characters decide alone: workbooks mix both encodings, sometimes in one cell. A word is
decoded where the evidence is clear (characters that Vietnamese in Unicode never uses) or where only the decoded
form is a possible Vietnamese syllable.
"""

# ruff: noqa: SIM905 - tables of syllables and letters are easier to check as one text than as lists
from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import data

_PAIRS = (
    "¨ă ©â ªê «ô ¬ơ \xadư ®đ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ "
    "Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ "
    "ýý þỵ"
)
_TCVN3 = {pair[0]: pair[1] for pair in _PAIRS.split(" ")}
_TABLE = str.maketrans(_TCVN3)
_IMPOSSIBLE = set("¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþ")
_IMPOSSIBLE_TABLE = str.maketrans({c: _TCVN3[c] for c in _IMPOSSIBLE if c in _TCVN3})
_SOFT_HYPHENS = re.compile("\xad{2,}")  # typed twice by hand; no word has the letter that they stand for twice
_CAPITAL_INSIDE = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-Þ]")  # `thÊm` is no word in capitals and no name: it is TCVN3
_TOKEN = re.compile(r"[\w¡-¿×÷\xad]+", re.UNICODE)

_ONSETS = frozenset(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" "))
_RHYMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
    êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ
    ơi ơm ơn ơp ơt u ua uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh
    uyt uyu uân uâng uât uây ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ym
    yn uơ""".split()
)
_FRONT_VOWELS = ("i", "e", "ê", "y")
_BEFORE_FRONT_VOWELS, _BEFORE_OTHER_VOWELS = ("k", "gh", "ngh"), ("c", "g", "ng")
_TONES = {"\u0300": "grave", "\u0301": "acute", "\u0303": "tilde", "\u0309": "hook", "\u0323": "dot"}
_STOPS = ("c", "ch", "p", "t")
_VOCABULARY = Path(data.__file__).parent / "catalogue" / "vocabulary.txt"

_VNI_MARKS = {
    pair[:2]: pair[2]
    for pair in (
        "aùá aøà aûả aõã aïạ aêă aéắ aèằ aúẳ aüẵ aëặ aââ aáấ aàầ aåẩ aãẫ aäậ eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ "
        "eäệ oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ôùớ ôøờ ôûở ôõỡ ôïợ uùú uøù uûủ uõũ uïụ öùứ öøừ öûử öõữ öïự "
        "yùý yøỳ yûỷ yõỹ"
    ).split(" ")
}
_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = "(?i)" + "|".join(sorted(_VNI_MARKS, key=len, reverse=True)) + "|[ôöñæóòî]"


def to_unicode(text: str, font: str = "") -> str:
    """Decode `text` to Unicode NFC. `font` is the cell's font name, if known.

    >>> to_unicode("Gi¸ trÞ s¶n xuÊt c«ng nghiÖp"), to_unicode("L\xad¬ng thùc"), to_unicode("CHỈ SỐ GIÁ TIÊU DÙNG")
    ('Giá trị sản xuất công nghiệp', 'Lương thực', 'CHỈ SỐ GIÁ TIÊU DÙNG')
    """
    if text.isascii():
        return text.upper() if is_upper_case_font(font) else text
    return _decode(text, font)


@lru_cache(maxsize=32768)
def _decode(text: str, font: str) -> str:
    text, font = unicodedata.normalize("NFC", _SOFT_HYPHENS.sub("\xad", text)), font.casefold()
    if font.startswith("vni"):
        return _from_vni(text)
    in_legacy_font = font.startswith(".vn")
    has_impossible = any(c in _IMPOSSIBLE for c in text)
    if not has_impossible and not in_legacy_font:
        return text.replace("Ð", "Đ")
    words = [w for w in _TOKEN.findall(text) if not w.isascii()]
    votes = [_vote(word) for word in words]
    legacy, unicode = votes.count(_LEGACY), votes.count(_UNICODE)
    if not in_legacy_font and not _is_convincing(words):
        return text.replace("Ð", "Đ")
    is_mostly_legacy = legacy > unicode or (legacy == unicode and in_legacy_font)
    decoded = _TOKEN.sub(lambda m: _decode_word(m[0], is_mostly_legacy), text)
    if is_upper_case_font(font) and legacy >= unicode:
        decoded = decoded.upper()
    return unicodedata.normalize("NFC", decoded)


@lru_cache(maxsize=32768)
def read_without_font(text: str) -> tuple[str, bool]:
    """(text in Unicode as an ordinary font shows it, whether the font can change that)."""
    return to_unicode(text), is_font_needed(text)


def is_font_needed(text: str) -> bool:
    """Whether the font can change how `text` is read. Most Unicode texts speak for themselves: `Cà phê`, `tháng 7`."""
    words = [w for w in _TOKEN.findall(text) if not w.isascii() and w.translate(_TABLE) != w]
    votes = [_vote(unicodedata.normalize("NFC", word)) for word in words]
    return bool(votes) and votes.count(_UNICODE) <= votes.count(_LEGACY)


_LEGACY, _UNICODE, _EITHER = "legacy", "unicode", "either"


@lru_cache(maxsize=8192)
def _vote(word: str) -> str:
    """What a word is by itself: its letters, then the vocabulary of the tables, then the spelling of syllables."""
    if any(c in _IMPOSSIBLE for c in word) or _CAPITAL_INSIDE.search(word):
        return _LEGACY
    if max(word) > "\u00ff":
        return _UNICODE
    decoded = word.translate(_TABLE)
    for is_word in (_is_known, is_syllable):
        as_written, as_decoded = is_word(word), is_word(decoded)
        if as_written != as_decoded:
            return _UNICODE if as_written else _LEGACY
    return _EITHER


def _decode_word(word: str, is_mostly_legacy: bool) -> str:
    """One word; where both readings are possible the other words of the cell decide."""
    if word.isascii():
        return word
    if max(word) > "\u00ff":  # both encodings in one word: `Ưíc`
        decoded = word.translate(_TABLE)
        return decoded if _is_known(decoded) and not _is_known(word) else word.translate(_IMPOSSIBLE_TABLE)
    vote = _vote(word)
    if vote == _EITHER:
        vote = _LEGACY if is_mostly_legacy else _UNICODE
    if vote == _UNICODE:
        return word.replace("Ð", "Đ")
    decoded = word.translate(_TABLE)
    if any(c in _IMPOSSIBLE for c in word) and not _is_known(decoded):  # a word in both encodings: `nghiÖp tháng`
        partly = word.translate(_IMPOSSIBLE_TABLE)
        return partly if _is_known(partly) else decoded
    return decoded


def _is_convincing(words: list[str]) -> bool:
    """Whether a text in an ordinary font is TCVN3 all the same: most words that cannot be Vietnamese become so.

    Pound signs, guillemets and foreign letters such as the Spanish n with tilde must stay as they are.
    """
    strange = [w for w in words if any(c in _IMPOSSIBLE for c in w)]
    good = sum(len(w) > 1 and is_syllable(w.translate(_TABLE)) for w in strange)
    return good > 0 and good * 2 >= len(strange)


@cache
def _vocabulary() -> frozenset[str]:
    lines = _VOCABULARY.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_known(word: str) -> bool:
    return word.casefold() in _vocabulary()


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` can be a written Vietnamese syllable: onset, rhyme, a tone that goes with its ending."""
    letters, tones = [], []
    for c in unicodedata.normalize("NFD", word.casefold()):
        if c in _TONES:
            tones.append(_TONES[c])
        else:
            letters.append(c)
    base = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1:
        return False
    if base in ("gi", "gin", "gip"):
        return True
    return any(_fits(base[:size], base[size:], tones) for size in (3, 2, 1, 0))


def _fits(onset: str, rhyme: str, tones: list[str]) -> bool:
    if onset not in _ONSETS or rhyme not in _RHYMES:
        return False
    is_front = rhyme.startswith(_FRONT_VOWELS)
    if (onset in _BEFORE_FRONT_VOWELS and not is_front) or (onset in _BEFORE_OTHER_VOWELS and is_front):
        return False
    return not rhyme.endswith(_STOPS) or bool(tones and tones[0] in ("acute", "dot"))


def _from_vni(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        found = match[0]
        plain = _VNI_MARKS.get(found.casefold()) or _VNI_SINGLES.get(found.casefold(), found)
        return plain.upper() if found[0].isupper() else plain

    return unicodedata.normalize("NFC", re.sub(_VNI, letter, text))


@lru_cache(maxsize=1024)
def is_legacy_font(font: str) -> bool:
    """Whether texts in this font are encoded in TCVN3 (`.VnTime`) or VNI (`VNI-Times`)."""
    return font.casefold().startswith((".vn", "vni"))


@lru_cache(maxsize=1024)
def is_upper_case_font(font: str) -> bool:
    """Whether this font shows small letters as capitals, such as `.VnTimeH`."""
    name = font.casefold()
    return name.startswith(".vn") and name.endswith("h")
