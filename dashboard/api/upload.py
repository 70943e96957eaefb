"""Uploads over plain HTTP: one request a file, staged at once, nothing shown to others before somebody accepts it.

A zip of workbooks is opened here by name and size only; each workbook in it is read in its own limited process.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import flask
import orjson

from dashboard.api.visitor import refuse_other_sites, remember, signer
from dashboard.context import language, store
from dashboard.formats import within_sentence
from data.spoken import spoken
from data.store.errors import AlreadyLoaded, StoreError
from data.typed_day import typed_day
from data.wording import say
from loaders.release import NothingToLoad, ReleaseDateNeeded, UnknownArea, UnreadableWorkbook, is_workbook, stage

blueprint = flask.Blueprint("upload", __name__)

MAX_BYTES = 64 << 20
MAX_FILES_IN_ZIP = 300
MAX_BYTES_FROM_ZIP = 512 << 20
FULL = (errno.ENOSPC, errno.EDQUOT)


blueprint.before_request(refuse_other_sites)


@blueprint.before_request
def _of_bounded_size() -> flask.typing.ResponseReturnValue | None:
    if (flask.request.content_length or 0) > MAX_BYTES:
        return flask.jsonify(error=_too_large()), 413
    return None


def _too_large() -> str:
    return say("data_pages.upload.too_large", language(), limit=MAX_BYTES >> 20)


@blueprint.errorhandler(OSError)
def disk_problem(error: OSError) -> flask.typing.ResponseReturnValue:
    """A disk that is full is told in words; anything else stays what it is."""
    if error.errno not in FULL:
        raise error
    return flask.jsonify(error=say("data_pages.upload.disk_full", language())), 507


@blueprint.post("/tai-len/tep")
def upload_file() -> flask.typing.ResponseReturnValue:
    """Stage the workbook(s) of one uploaded file.

    Answers one line of JSON for each workbook as soon as it is read, so that whoever sent a zip sees how far it is:
    `{file, number, of, release?, figures?, error?, known?}`, `known` being the release of a file that came before.
    """
    sent = flask.request.files.get("file")
    if sent is None or not sent.filename:
        return flask.jsonify(error=say("data_pages.upload.no_file", language())), 400
    by, folder = signer(), tempfile.TemporaryDirectory()
    path = Path(folder.name) / "upload"
    sent.save(path)
    name = PurePosixPath(sent.filename.replace("\\", "/")).name[:200]
    members, problem = _members(path) if name.lower().endswith(".zip") else ([], "")
    if problem:
        folder.cleanup()
        limits = {"files": MAX_FILES_IN_ZIP, "limit": MAX_BYTES_FROM_ZIP >> 20}
        return flask.jsonify(error=say(f"data_pages.upload.{problem}", language(), file=name, **limits)), 400
    lines = _lines(folder, path, name, members, by)
    answer = flask.Response(flask.stream_with_context(lines), mimetype="application/x-ndjson")
    answer.call_on_close(folder.cleanup)
    return remember(answer, by)


def _lines(
    folder: tempfile.TemporaryDirectory[str], path: Path, name: str, members: list[zipfile.ZipInfo], by: str
) -> Iterator[str]:
    with folder:
        for number, (workbook, own_name, problem) in enumerate(_workbooks(path, name, members), start=1):
            said = {"file": own_name, "error": problem} if problem else _stage(workbook, own_name, by)
            line = {"number": number, "of": len(members) or 1, **said}
            yield orjson.dumps(line).decode() + "\n"


def _members(path: Path) -> tuple[list[zipfile.ZipInfo], str]:
    """The workbooks of a zip by name and size alone, and what is wrong with it as a key of the wording."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [m for m in archive.infolist() if not m.is_dir() and is_workbook(PurePosixPath(m.filename).name)]
    except (zipfile.BadZipFile, OSError):
        return [], "damaged_zip"
    if len(found) > MAX_FILES_IN_ZIP or sum(m.file_size for m in found) > MAX_BYTES_FROM_ZIP:
        return [], "too_much_in_zip"
    return found, "" if found else "empty_zip"


def _workbooks(path: Path, name: str, members: list[zipfile.ZipInfo]) -> Iterator[tuple[Path, str, str]]:
    """(file, own name, problem) of the uploaded workbook, or of those within an uploaded zip, one at a time."""
    if not members:
        yield path, name, ""
        return
    inner = path.with_name("inner")
    with zipfile.ZipFile(path) as archive:
        for member in members:
            yield inner, PurePosixPath(member.filename).name, _unpack(archive, member, inner)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: Path) -> str:
    """Write one member beside the zip; one that is damaged comes out empty. What is wrong with the disk, in words."""
    try:
        with archive.open(member) as packed, inner.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError) as problem:
        inner.write_bytes(b"")
        if isinstance(problem, OSError) and problem.errno in FULL:
            return say("data_pages.upload.disk_full", language())
    return ""


def _stage(path: Path, name: str, by: str) -> dict[str, object]:
    if path.stat().st_size > MAX_BYTES:
        return {"file": name, "error": _too_large()}
    try:
        day, area = typed_day(flask.request.form.get("released", "")), flask.request.form.get("area")
        one = stage(store(), path, by=by, name=name, released=day, area=area)
    except UnreadableWorkbook as error:
        words = spoken(error.finding, language())
        words["expected"] = within_sentence(words["expected"])
        return {"file": name, "error": say("data_pages.upload.refused", language(), **words)}
    except AlreadyLoaded as error:
        return {"file": name, "error": error.message(language()), "known": error.release_id}
    except (NothingToLoad, ReleaseDateNeeded, UnknownArea, StoreError) as error:
        return {"file": name, "error": error.message(language())}
    except ValueError:
        return {"file": name, "error": say("data_pages.upload.bad_date", language())}
    except OSError as problem:
        if problem.errno not in FULL:
            raise
        return {"file": name, "error": say("data_pages.upload.disk_full", language())}
    return {"file": name, "release": one.id, "figures": one.figures}
