"""`python -m loaders load FILE...`: stages, checks and accepts workbooks, and says by cell what it complains about."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from data import originals
from data.catalogue_errors import CatalogueError
from data.command_line import account, add_database, add_language, day
from data.findings import Finding, Severity
from data.people import person
from data.settings import WrongSetting
from data.spoken import in_one_line
from data.store import Store, open_store
from data.store.errors import AlreadyLoaded, SecondPersonNeeded, StoreError, WrongState
from data.wording import say
from loaders import release
from loaders.all_words import read_all_words
from loaders.errors import missing
from loaders.given_files import add_files, workbooks_of
from loaders.workbook import UnreadableWorkbook

UNDERSTOOD, PARTLY, UNREADABLE = 0, 1, 2
"""Exit status: all understood, some figures not, some file not opened."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


@dataclass
class Outcome:
    """What became of one file."""

    file: str
    line: str
    findings: list[Finding] = field(default_factory=list)
    status: int = UNDERSTOOD


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_files(parser)
    parser.add_argument("--released", type=day, metavar="DATE", help="publication date (YYYY-MM-DD or DD/MM/YYYY)")
    parser.add_argument(
        "--area",
        metavar="AREA",
        help="area of workbooks that name none, such as 'Tây Ninh'; that of the settings if left out",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="load into a copy that is thrown away: what would change, and no trace"
    )
    add_database(parser)
    parser.add_argument("--by", default="", metavar="NAME", help="name to record; the account's name if left out")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    try:
        read_all_words()  # here, since a file is read in a process of its own, which could not say what is wrong
        with open_store(arguments.database) as store, _used(store, arguments.dry_run) as used:
            outcomes = list(_load_all(used, arguments, console))
    except (CatalogueError, StoreError, WrongSetting) as problem:
        console.print(problem.message(arguments.language), style="red", markup=False)
        return UNREADABLE
    _print_findings(console, outcomes, arguments.language)
    _print_summary(console, outcomes, arguments)
    return max((one.status for one in outcomes), default=UNDERSTOOD)


@contextmanager
def _used(store: Store, dry_run: bool) -> Iterator[Store]:
    """The store, or for a trial a copy of it, that goes with all that is tried."""
    if not dry_run:
        yield store
        return
    with originals.kept_aside():
        yield store.trial()


def load_file(
    store: Store,
    path: Path,
    *,
    by: str,
    released: date | None = None,
    area: str | None = None,
    is_trial: bool = False,
    language: str = "vi",
) -> Outcome:
    """Load one workbook and say what became of it; a file that cannot be loaded is an outcome, not an exception.

    `is_trial` where `store` is a copy: a release that waits is told, and the two-person rule hinders nothing.
    """
    try:
        known = release.waiting(store, path) if is_trial else None
        staged = release.stage(store, path, by=by, released=released, area=area)
        compared = release.preview(store, staged.id)
        _accept(store, staged, by, is_trial, language)
    except AlreadyLoaded as loaded:
        return Outcome(path.name, loaded.message(language))
    except SecondPersonNeeded as rule:  # it waits, staged, for somebody else
        return Outcome(path.name, rule.message(language))
    except UnreadableWorkbook as problem:
        return Outcome(path.name, say("releases.load.not_opened", language), [problem.finding], UNREADABLE)
    except release.NothingToLoad as problem:
        return Outcome(path.name, problem.message(language), problem.findings, UNREADABLE)
    except (release.ReleaseDateNeeded, release.UnknownArea, WrongState) as problem:
        return Outcome(path.name, problem.message(language), status=UNREADABLE)
    except OSError:
        return Outcome(path.name, say("releases.load.not_opened", language), [missing(path).finding], UNREADABLE)
    findings = [one.finding for one in staged.findings]
    partly = any(one.code in ("figure_not_understood", "unknown_heading") for one in findings)
    line = " ".join([_described(compared, language), *([_waits(known, language)] if known else [])])
    return Outcome(path.name, line, findings, PARTLY if partly else UNDERSTOOD)


def _accept(store: Store, staged: release.StagedRelease, by: str, is_trial: bool, language: str) -> None:
    """In a trial too, so that the next workbook meets this one; what would wait for a second person waits there."""
    why = say("releases.load.accepted_by_command", language)
    with suppress(SecondPersonNeeded) if is_trial else nullcontext():
        release.accept(store, staged.id, by=by, reasons={str(one.id): why for one in staged.warnings})


def _waits(one: release.StagedRelease, language: str) -> str:
    return say("releases.load.waits", language, release=one.id, by=person(one.uploaded_by, language))


def _load_all(store: Store, arguments: argparse.Namespace, console: Console) -> Iterator[Outcome]:
    by = arguments.by or account()
    paths = list(workbooks_of(arguments.files))
    with _progress(console, len(paths)) as advance:
        for path in paths:
            outcome = load_file(
                store,
                path,
                by=by,
                released=arguments.released,
                area=arguments.area,
                is_trial=arguments.dry_run,
                language=arguments.language,
            )
            colour = "red" if outcome.status == UNREADABLE else ""
            console.print(f"{outcome.file}: {outcome.line}", style=colour, markup=False)
            advance(path.name)
            yield outcome


@contextmanager
def _progress(console: Console, total: int) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing in a pipe."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, disable=not sys.stdout.isatty(), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda name: progress.update(task, advance=1, description=name)


def _described(compared: release.Preview, language: str) -> str:
    counts, released = compared.counts, compared.release.released
    key = "nothing_changed" if compared.nothing_changed else "changes"
    said = say(f"releases.load.{key}", language, released=f"{released:%d/%m/%Y}", **counts)
    same = compared.release.same_as
    return said if same is None else f"{said} {say('releases.load.same_as', language, release=same)}"


def _print_findings(console: Console, outcomes: list[Outcome], language: str) -> None:
    for outcome in outcomes:
        for one in outcome.findings:
            place = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
            text = f"{outcome.file} {place} {in_one_line(one, language)}"
            console.print(text, style=_COLOURS[one.severity], markup=False)


def _print_summary(console: Console, outcomes: list[Outcome], arguments: argparse.Namespace) -> None:
    failed = sum(one.status == UNREADABLE for one in outcomes)
    warnings = sum(f.severity == Severity.WARNING for one in outcomes for f in one.findings)
    key = "dry_summary" if arguments.dry_run else "summary"
    line = say(f"releases.load.{key}", arguments.language, files=len(outcomes), failed=failed, warnings=warnings)
    console.print(line, style="bold", markup=False)
