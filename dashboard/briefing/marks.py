"""How an office file remembers which text belongs to which id, and what it said when it was made.

A mark is `id#fingerprint`. Where the text found under a mark no longer has that fingerprint, a person rewrote it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_MARK = re.compile(r"(?P<id>[a-z0-9_.-]{1,48})#(?P<fingerprint>[0-9a-f]{12})")


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits of the text without differences of blanks."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()[:12]


def mark(identity: str, text: str) -> str:
    """At most 64 characters, as much as Word keeps in a tag.

    >>> mark("retail.month", "a").split("#")[0]
    'retail.month'
    """
    plain = re.sub(r"[^a-z0-9_.-]+", "-", identity.lower())
    if len(plain) > 48:
        plain = f"{plain[:39]}-{hashlib.sha256(plain.encode()).hexdigest()[:8]}"
    return f"{plain}#{fingerprint(text)}"


def read_mark(written: str) -> tuple[str, str] | None:
    """Id and fingerprint, or None where it is no mark of ours."""
    found = _MARK.search(written or "")
    return (found["id"], found["fingerprint"]) if found else None
