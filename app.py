"""Puts the parts together and serves them: `python app.py`."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path

from data.settings import PROJECT, settings

SAMPLE = PROJECT / "data" / "sample"


def main() -> None:
    """Open the store, load the sample workbooks where it is empty, and serve until interrupted."""
    options = _options()
    from data.store import open_store

    with open_store(options.database) as store:
        _fill(store, SAMPLE)
        store.tidy()
        from dashboard.application import create_app

        app = create_app(store)
        threading.Thread(target=_prepare_uploads, daemon=True).start()
        _serve(app, options)


def _options() -> argparse.Namespace:
    configured = settings()
    parser = argparse.ArgumentParser(description="Serve the dashboard of industry and trade figures.")
    parser.add_argument("--host", default=configured.host, help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=configured.port, help="port to listen on (default %(default)s)")
    parser.add_argument("--database", default=configured.database_url, help="SQLAlchemy address (default %(default)s)")
    parser.add_argument("--threads", type=int, default=configured.threads, help="threads (default %(default)s)")
    return parser.parse_args()


def _fill(store: object, folder: Path) -> None:
    """First start: load the sample workbooks with a progress bar; later starts find releases and do nothing."""
    from dashboard.first_start import first_start

    first_start(store, folder)  # type: ignore[arg-type]


def _prepare_uploads() -> None:
    """Start the process that reads uploads beside the server, so that the first one need not wait for it."""
    from loaders.isolation import warm_up

    warm_up()


def _serve(app: object, options: argparse.Namespace) -> None:
    import waitress

    app.server.extensions["tight_scripts"].start()  # type: ignore[attr-defined]
    print(f"http://{options.host}:{options.port}", flush=True)
    waitress.serve(
        app.server,  # type: ignore[attr-defined]
        host=options.host,
        port=options.port,
        threads=options.threads,
        ident=None,
        _quiet=True,
    )


if __name__ == "__main__":
    main()
