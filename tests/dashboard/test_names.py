"""Names in the visitor's language."""

from __future__ import annotations

from dashboard.first_start import ACCEPTED_BY, LOADED_BY
from dashboard.names import person


def test_the_first_start_is_named_in_the_visitors_language_and_people_by_their_own_name() -> None:
    assert person(LOADED_BY, "vi") == "số liệu mẫu" and person(ACCEPTED_BY, "en") == "first start"
    assert person("Nguyễn Văn An", "en") == "Nguyễn Văn An" and person("", "vi") == ""
