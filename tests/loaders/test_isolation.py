import os
import threading
from io import BytesIO

import openpyxl
import orjson
import pytest

from data.findings import Finding, Severity
from loaders import isolation
from loaders.isolation import annotate_isolated, read_isolated
from loaders.reading import read_workbook
from loaders.wire import pack, unpack
from loaders.workbook import UnreadableWorkbook
from tests.loaders.workbooks import retail_xlsx


@pytest.fixture
def retail(tmp_path):
    path = tmp_path / "2024-07-29-bán lẻ.xlsx"
    path.write_bytes(retail_xlsx())
    return path


def test_the_child_says_what_the_reader_in_this_process_says(retail):
    assert vars(read_isolated(retail)) == vars(read_workbook(retail))


def test_a_reading_survives_the_wire(retail):
    reading = read_workbook(retail)
    assert len(reading.observations) == 15
    assert vars(unpack(pack(reading))) == vars(reading)


def test_the_answer_is_data_and_never_code(retail):
    assert pack(read_workbook(retail)).startswith(b"{")


def test_findings_call_the_file_by_its_given_name(tmp_path):
    path = tmp_path / "0001.upload"
    path.write_bytes(b"")
    with pytest.raises(UnreadableWorkbook) as refused:
        read_isolated(path, "Bieu-07-2024.xlsx")
    assert refused.value.finding.parameters["file"] == "Bieu-07-2024.xlsx"


def test_a_reader_that_takes_too_long_is_stopped(retail):
    with pytest.raises(UnreadableWorkbook) as refused:
        read_isolated(retail, timeout=0.0)
    assert refused.value.finding.code == "too_slow"
    assert read_isolated(retail).observations


def test_the_reading_process_is_started_again_after_it_was_killed(retail):
    read_isolated(retail)
    process = isolation._servers[0].process
    process.kill()
    process.wait()
    assert read_isolated(retail).observations


def test_two_uploads_at_once_do_not_mix(retail, tmp_path):
    other = tmp_path / "trống.xlsx"
    other.write_bytes(b"")
    outcomes = []

    def read(path):
        try:
            outcomes.append(len(read_isolated(path).observations))
        except UnreadableWorkbook as refusal:
            outcomes.append(refusal.finding.code)

    threads = [threading.Thread(target=read, args=(path,)) for path in (retail, other) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["15"] * 4 + ["empty_file"] * 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits need a system with fork")
def test_the_child_may_not_write_files_nor_grow_beyond_its_memory():
    import multiprocessing

    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    child = context.Process(target=_try_forbidden_things, args=(results,))
    child.start()
    child.join()
    assert results.get() == ["MemoryError", "OSError"]


def _try_forbidden_things(results):
    import signal
    import tempfile

    from loaders.isolation_server import MEMORY_BYTES, SECONDS, limit

    file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - opened before the limit, written to after it
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit(MEMORY_BYTES, SECONDS)
    refused = []
    for forbidden in (lambda: bytearray(MEMORY_BYTES), lambda: file.write(b"x")):
        try:
            forbidden()
        except (MemoryError, OSError) as error:
            refused.append(type(error).__name__)
    results.put(refused)


def test_a_workbook_with_comments_is_made_in_a_child_too(retail):
    finding = Finding("error_cell", Severity.WARNING, "Tongmuc", "B5", {"text": "#REF!"})
    book = openpyxl.load_workbook(BytesIO(annotate_isolated(retail, [finding] * 2000)))
    assert "#REF!" in book["Tongmuc"]["B5"].comment.text


def test_a_file_that_is_no_workbook_gets_no_comments(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"no")
    with pytest.raises(UnreadableWorkbook) as refused:
        annotate_isolated(path, [])
    assert refused.value.finding.code == "text_file"


def test_one_request_is_answered_where_processes_cannot_fork(retail):
    request = orjson.dumps({"path": str(retail), "name": "a.xlsx"})
    assert unpack(isolation._ask_once(request, 20)[1:]).observations
