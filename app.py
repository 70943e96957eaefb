"""Puts the parts together and serves them: `python app.py`."""

from __future__ import annotations

import argparse
import errno
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from data.command_line import port, speak_unicode
from data.settings import MOST_THREADS, PROJECT, WrongSetting, settings
from data.wording import say

SAMPLE = PROJECT / "data" / "sample"
FAILED = 2
QUIET_SECONDS = 4.0


def main() -> int:
    """Serve until interrupted; what prevents that is told in one sentence, and the exit status is 2."""
    from data.catalogue_errors import CatalogueError
    from data.store.errors import StoreError

    speak_unicode()
    try:
        run(_options())
    except KeyboardInterrupt:
        return 0
    except (WrongSetting, CatalogueError, StoreError, AddressRefused) as problem:
        print(problem, file=sys.stderr)
        return FAILED
    return 0


class AddressRefused(Exception):
    """The server cannot listen there; another port or address helps."""

    def __init__(self, cause: OSError, *, host: str, port: int) -> None:
        code = "port_taken" if cause.errno == errno.EADDRINUSE else "address_refused"
        super().__init__(say(f"settings.{code}", host=host, port=port, problem=cause.strerror or cause))


def run(options: argparse.Namespace) -> None:
    """Open the store, load the sample workbooks where it is empty, and serve."""
    from loaders.all_words import read_all_words

    _check_areas()
    read_all_words()
    listening = _listen(options.host, options.port)
    from data.store import open_store
    from data.store.temporary import remove_abandoned

    remove_abandoned()
    with open_store(options.database) as store:
        _fill(store, SAMPLE)
        store.tidy()
        from dashboard.application import create_app

        app = create_app(store)
        threading.Thread(target=_prepare_uploads, daemon=True).start()
        _later(_prepare_briefings)
        _serve(app, options, listening)


def _options() -> argparse.Namespace:
    configured = settings()
    parser = argparse.ArgumentParser(description="Serve the dashboard of industry and trade figures.")
    parser.add_argument("--host", default=configured.host, help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=port, default=configured.port, help="port to listen on (default %(default)s)")
    parser.add_argument("--database", default=configured.database_url, help="SQLAlchemy address (default %(default)s)")
    parser.add_argument("--threads", type=_threads, default=configured.threads, help="threads (default %(default)s)")
    return parser.parse_args()


def _threads(text: str) -> int:
    """How many threads the server may have; without any it would answer nobody."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_THREADS:
        raise argparse.ArgumentTypeError(f"{text} is no number of threads; choose one from 1 to {MOST_THREADS}")
    return int(text)


def _check_areas() -> None:
    """Pages of an area that nobody knows would say that nothing is loaded. Raises UnknownArea."""
    from data.areas import default_area, known_area

    default_area()
    if settings().own_area.strip():
        known_area(settings().own_area)


def _fill(store: object, folder: Path) -> None:
    """First start: load the sample workbooks with a progress bar; later starts find releases and do nothing."""
    from dashboard.first_start import first_start

    first_start(store, folder)  # type: ignore[arg-type]


def _later(work: Callable[[], None]) -> None:
    """Do it beside the server once the first page has had time to answer."""
    timer = threading.Timer(QUIET_SECONDS, work)
    timer.daemon = True
    timer.start()


def _prepare_briefings() -> None:
    """Load the writers of office files, so that the first briefing takes no longer than the next."""
    from dashboard.briefing.produce import warm_up

    warm_up()


def _prepare_uploads() -> None:
    """Start the process that reads uploads beside the server, so that the first one need not wait for it."""
    from loaders.isolation import warm_up

    warm_up()


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is loaded, so that a port in use is said at once. Raises AddressRefused."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as cause:
        raise AddressRefused(cause, host=host, port=port) from cause


def _serve(app: object, options: argparse.Namespace, listening: socket.socket) -> None:
    from dashboard.serving import web_server

    # As Ctrl-C does: connections are closed and temporary copies of the database removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    app.server.extensions["tight_scripts"].start()  # type: ignore[attr-defined]
    print(f"http://{options.host}:{listening.getsockname()[1]}", flush=True)
    web_server(app.server, listening, threads=options.threads).run()  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
