"""A backup of the whole store to download: database, originals and kept briefings in one zip."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import urlencode

import flask

from dashboard.analysts import is_analyst
from dashboard.api.visitor import refuse_other_sites
from dashboard.context import language, store
from data.maintenance import backup
from data.store.errors import StoreError

blueprint = flask.Blueprint("backup", __name__)

blueprint.before_request(refuse_other_sites)


@blueprint.post("/quan-tri/sao-luu")
def download_backup() -> flask.typing.ResponseReturnValue:
    """The backup as it is written now; the copy on this machine goes once it is sent."""
    if not is_analyst():
        flask.abort(403)
    folder = tempfile.TemporaryDirectory()
    try:
        path = backup(store(), Path(folder.name))
    except StoreError as error:
        folder.cleanup()
        return flask.redirect(f"/quan-tri?{urlencode({'loi': error.message(language())})}", 303)
    answer = flask.send_file(path, as_attachment=True, mimetype="application/zip")
    answer.call_on_close(folder.cleanup)
    return answer
