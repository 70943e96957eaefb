"""Uploads over plain HTTP: one request a file, staged at once, nothing shown to others before somebody accepts it.

A zip of workbooks is opened here by name and size only; each workbook in it is read in its own limited process.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

import flask
from werkzeug.datastructures import FileStorage

from dashboard.api.visitor import refuse_other_sites, remember, signer
from dashboard.context import language, store
from data.spoken import spoken
from data.store.errors import StoreError
from data.wording import say
from loaders.release import NothingToLoad, ReleaseDateNeeded, UnreadableWorkbook, stage

blueprint = flask.Blueprint("upload", __name__)

MAX_BYTES = 64 << 20
MAX_FILES_IN_ZIP = 300
MAX_BYTES_FROM_ZIP = 512 << 20
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


blueprint.before_request(refuse_other_sites)


@blueprint.before_request
def _of_bounded_size() -> flask.typing.ResponseReturnValue | None:
    if (flask.request.content_length or 0) > MAX_BYTES:
        return flask.jsonify(error=say("data_pages.upload.too_large", language(), limit=MAX_BYTES >> 20)), 413
    return None


@blueprint.post("/tai-len/tep")
def upload_file() -> flask.typing.ResponseReturnValue:
    """Stage the workbook(s) of one uploaded file. Answers `{results: [{file, release?, error?}]}`."""
    sent = flask.request.files.get("file")
    if sent is None or not sent.filename:
        return flask.jsonify(error=say("data_pages.upload.no_file", language())), 400
    by = signer()
    with tempfile.TemporaryDirectory() as folder:
        results = [_stage(path, name, by) for path, name in _workbooks(sent, Path(folder))]
    if not results:
        return flask.jsonify(error=say("data_pages.upload.empty_zip", language())), 400
    answer = flask.jsonify(results=results)
    return remember(answer, by)


def _workbooks(sent: FileStorage, folder: Path) -> Iterator[tuple[Path, str]]:
    """The uploaded workbook, or those within an uploaded zip."""
    name = PurePosixPath((sent.filename or "").replace("\\", "/")).name[:200]
    path = folder / "upload"
    sent.save(path)
    if not name.lower().endswith(".zip"):
        yield path, name
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if m.filename.lower().endswith(_WORKBOOKS) and not m.is_dir()]
            if len(members) > MAX_FILES_IN_ZIP or sum(m.file_size for m in members) > MAX_BYTES_FROM_ZIP:
                return
            for number, member in enumerate(members):
                inner = folder / f"inner{number}"
                inner.write_bytes(archive.read(member))
                yield inner, PurePosixPath(member.filename).name
                inner.unlink()
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return


def _stage(path: Path, name: str, by: str) -> dict[str, object]:
    try:
        released = flask.request.form.get("released")
        one = stage(store(), path, by=by, name=name, released=date.fromisoformat(released) if released else None)
    except UnreadableWorkbook as error:
        words = spoken(error.finding, language())
        return {"file": name, "error": f"{words['found']} {words['todo']}"}
    except (NothingToLoad, ReleaseDateNeeded, StoreError) as error:
        return {"file": name, "error": error.message(language())}
    except ValueError:
        return {"file": name, "error": say("data_pages.upload.bad_date", language())}
    return {"file": name, "release": one.id, "figures": one.figures}
