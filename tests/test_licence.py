"""The notices at the end of LICENSE name everything that comes along, and nothing else."""

from __future__ import annotations

import re

from data.settings import PROJECT

NOTICES = (PROJECT / "LICENSE").read_text(encoding="utf-8").split("THIRD-PARTY NOTICES")[1]
INSTALLED = re.sub(r"\([^)]*\)", "", NOTICES.split("Installed packages")[1].split(":", 1)[1])


def test_every_pinned_package_is_named_and_none_that_went() -> None:
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    licences = r"MIT|BSD|Apache-2\.0|MPL-2\.0|PSF-2\.0|ZPL-2\.1|Unlicense"
    named = set(re.findall(r"[a-z0-9._-]+", re.sub(licences, "", INSTALLED)))
    assert named == pinned


def test_every_vendored_licence_lies_beside_its_files() -> None:
    beside = {path.name for path in (PROJECT / "dashboard").rglob("*") if re.search("LICENSE|OFL", path.name)}
    assert beside == {
        "OFL-BeVietnamPro.txt",
        "OFL-Inter.txt",
        "OFL-Tinos.txt",
        "dayjs-LICENSE.txt",
        "plotly.js-LICENSE.txt",
        "regenerator-runtime-LICENSE.txt",
    }
