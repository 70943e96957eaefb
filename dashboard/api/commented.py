"""The uploaded workbook of a release to download, with every complaint as a comment on its cell."""

from __future__ import annotations

from io import BytesIO

import flask

from dashboard.context import language, store
from data.spoken import spoken
from data.store.errors import StoreError
from loaders.release import UnreadableWorkbook
from loaders.release.commented import commented

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

blueprint = flask.Blueprint("commented", __name__)


@blueprint.get("/so-lieu/ban/<int:release_id>/nhan-xet")
def workbook_with_comments(release_id: int) -> flask.typing.ResponseReturnValue:
    """The workbook as `.xlsx`; 404 with a sentence where the release or its original is missing."""
    try:
        name, content = commented(store(), release_id, language())
    except StoreError as error:
        return error.message(language()), 404
    except UnreadableWorkbook as refusal:
        return spoken(refusal.finding, language())["found"], 404
    return flask.send_file(BytesIO(content), as_attachment=True, download_name=name, mimetype=XLSX)
