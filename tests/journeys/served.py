"""The real server over a small, known store, on a port that the system gives."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import waitress

from dashboard.application import create_app
from data.store import open_store
from tests.dashboard.helpers import campaign, november


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with open_store(f"sqlite:///{folder / 'figures.sqlite'}") as store:
        november(store)
        store.save_campaign(campaign(), by="An", why="thử")
        server = waitress.create_server(create_app(store).server, host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()
