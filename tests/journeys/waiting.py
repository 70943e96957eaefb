"""Waiting for a page. Its policy lets no script evaluate words, so that Playwright's own wait cannot ask twice."""

from __future__ import annotations

from playwright.sync_api import Page

EVERY = 50


def becomes(page: Page, truth: str, *, within: int = 30_000) -> bool:
    """Whether an expression of the page becomes true within so many milliseconds."""
    for _ in range(within // EVERY):
        if page.evaluate(truth):
            return True
        page.wait_for_timeout(EVERY)
    return bool(page.evaluate(truth))
