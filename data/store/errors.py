"""What can go wrong in the store, worded by the catalogue for the person who reads it."""

from __future__ import annotations

from datetime import datetime

from data.clock import shown
from data.people import person
from data.wording import DEFAULT_LANGUAGE, say


class StoreError(Exception):
    """Base of the store's errors; `code` names the wording `releases.errors.<code>`."""

    code = "unexpected"

    def __init__(self, **parameters: object) -> None:
        super().__init__(self.code)
        self.parameters = parameters

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        said = {name: _said(name, value, language) for name, value in self.parameters.items()}
        return say(f"releases.errors.{self.code}", language, **said)

    def __str__(self) -> str:
        return self.message()


def _said(name: str, value: object, language: str) -> object:
    """A moment by the clocks of Viet Nam, and `by` as whoever it was is called; anything else as it is."""
    if isinstance(value, datetime):
        return shown(value)
    return person(str(value), language) if name == "by" else value


class DatabaseUnreachable(StoreError):
    """The address is wrong, or nothing answers there."""

    code = "database_unreachable"


class DatabaseMissing(StoreError):
    """Somebody asks a database that is not there: the address is mistyped, or nothing was loaded yet."""

    code = "database_missing"


class DatabaseBusy(StoreError):
    """Another process has been writing for longer than the patience of this one; trying again can help."""

    code = "database_busy"


class DatabaseFull(StoreError):
    """No room on the disk of the database; nothing was changed."""

    code = "database_full"


class DatabaseNewer(StoreError):
    """A newer version of the program wrote this database."""

    code = "database_newer"


class UnknownRelease(StoreError):
    code = "unknown_release"


class UnknownNumber(StoreError):
    """An address or a command names a number that is larger than that of any row can be."""

    code = "unknown_number"


class UnknownFigure(StoreError):
    code = "unknown_figure"


class UnknownTable(StoreError):
    """The catalogue has no table of that code."""

    code = "unknown_table"


class UnknownArea(StoreError):
    """Neither the whole country nor a province is called that. Helps: write the name as the catalogue does."""

    code = "unknown_area"


class WrongState(StoreError):
    """Somebody else decided first, or the step does not fit the state that the release is in."""

    code = "wrong_state"


class SecondPersonNeeded(StoreError):
    """The two-person rule holds and the person who uploaded tries to accept."""

    code = "second_person_needed"


class AlreadyLoaded(StoreError):
    """The same file was accepted, or rolled back, before; `release_id` says as which release."""

    code = "already_loaded"
    has_mended_original = False
    """Whether the file took the place of a kept workbook that was missing or damaged."""

    def __init__(self, *, release_id: int, state: str, **parameters: object) -> None:
        super().__init__(release_id=release_id, **parameters)
        self.release_id, self.state = release_id, state
        self.code = "already_rolled_back" if state == "rolled_back" else "already_loaded"

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        said = super().message(language)
        return f"{said} {say('releases.errors.original_mended', language)}" if self.has_mended_original else said


class WrongBackup(StoreError):
    """The file to restore from is missing or is no backup."""

    code = "wrong_backup"


class BackupNotWritten(StoreError):
    """The folder for the backup takes no files, or is full."""

    code = "backup_not_written"


class ReasonNeeded(StoreError):
    """A step that changes what others see must say why."""

    code = "reason_needed"


class ReasonsMissing(StoreError):
    """Warnings may pass only with a reason each; one reason may be given for all of a kind."""

    code = "reasons_missing"


class OriginalMissing(StoreError):
    """A staged release cannot be read again, because its workbook is no longer kept."""

    code = "original_missing"


class OriginalNotKept(StoreError):
    """The folder of originals takes no files, or is full; without its workbook no figure is stored."""

    code = "original_not_kept"


class UnknownAnswer(StoreError):
    """The answer to a question about a label is no item of that table."""

    code = "unknown_answer"


class AlreadyAnswered(StoreError):
    """The release does not ask about that label, or no longer does."""

    code = "already_answered"
