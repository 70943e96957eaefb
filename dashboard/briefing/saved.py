"""Briefings that are made again every month: what was chosen, what the last edition said, what people rewrote.

One small JSON file each, replaced in one step, so that two visitors at once cannot leave half a file.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.briefing.safe_text import clean
from data.settings import settings

MOST_SAVED = 200
_ID = re.compile(r"[0-9a-f]{12}")


class UnknownSaved(KeyError):
    """No briefing was kept under that id."""


@dataclass(frozen=True, slots=True)
class SavedBriefing:
    """`period` is that of the last edition; `state` what it said by block; `edited` what people rewrote by block."""

    id: str
    name: str
    query: str
    period: str
    made: str
    state: dict[str, dict[str, str]] = field(default_factory=dict)
    edited: dict[str, str] = field(default_factory=dict)


class SavedBriefings:
    """Kept in `folder`; by default beside the uploaded workbooks."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or settings().briefings

    def all(self) -> list[SavedBriefing]:
        """The newest first; a file that cannot be read is left out."""
        found = []
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            try:
                found.append(_read(path))
            except (OSError, ValueError, TypeError):
                continue
        return sorted(found, key=lambda one: one.made, reverse=True)

    def get(self, identity: str) -> SavedBriefing:
        """Raises UnknownSaved; the id becomes a path only when it has the form of one."""
        if not _ID.fullmatch(identity) or not self._path(identity).is_file():
            raise UnknownSaved(identity)
        return _read(self._path(identity))

    def keep(
        self, *, name: str, query: str, period: str, state: Mapping[str, dict[str, str]], identity: str = ""
    ) -> SavedBriefing:
        """Keep a new briefing, or a new edition of one. What people rewrote stays."""
        made = datetime.now(UTC).isoformat(timespec="seconds")
        if identity:
            one = replace(self.get(identity), query=query, period=period, made=made, state=dict(state))
        else:
            one = SavedBriefing(secrets.token_hex(6), clean(name, 120) or "…", query, period, made, dict(state))
        self._write(one)
        self._forget_oldest()
        return one

    def keep_edits(self, identity: str, edited: Mapping[str, str]) -> SavedBriefing:
        """Take over what people rewrote; later words win."""
        known = self.get(identity)
        one = replace(known, edited={**known.edited, **{key: clean(text) for key, text in edited.items()}})
        self._write(one)
        return one

    def drop_edits(self, identity: str) -> None:
        self._write(replace(self.get(identity), edited={}))

    def forget(self, identity: str) -> None:
        self.get(identity)
        self._path(identity).unlink(missing_ok=True)

    def _path(self, identity: str) -> Path:
        return self.folder / f"{identity}.json"

    def _write(self, one: SavedBriefing) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(one), file, ensure_ascii=False)
        Path(temporary).replace(self._path(one.id))

    def _forget_oldest(self) -> None:
        for one in self.all()[MOST_SAVED:]:
            self._path(one.id).unlink(missing_ok=True)


def _read(path: Path) -> SavedBriefing:
    return SavedBriefing(**json.loads(path.read_text(encoding="utf-8")))
