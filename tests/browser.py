"""A learner who opens a lesson and runs it: Chromium without a screen, for `fresh_machine`."""

import contextlib
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = [  # as root, without a graphics card, and asking nobody else on the network for anything
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--window-size=1400,1000"),
]
CELL = (By.CSS_SELECTOR, ".jp-Notebook .jp-CodeCell")
IDLE = (By.XPATH, "//*[contains(text(), 'Python 3 (ipykernel) | Idle')]")  # in the bottom line
MENU = (By.XPATH, "//div[@id='jp-MainMenu']//div[text()='Run']")
RUN_ALL = (By.CSS_SELECTOR, "li[data-command='runmenu:run-all']")


@contextlib.contextmanager
def opened(address: str) -> Iterator[Chrome]:
    """Open a lesson, and wait until its cells are there."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in [*FLAGS, f"--user-data-dir={profile}"]:
            options.add_argument(flag)
        browser = Chrome(options, Service("/usr/bin/chromedriver"))
        try:
            browser.get(address)
            _click(browser, CELL)
            yield browser
        finally:
            browser.quit()


def run_all(browser: Chrome, notebook: Path, seconds: float = 120) -> list[dict]:
    """Run all cells as the menu does, and return the code cells as JupyterLab has saved them."""
    deadline = time.monotonic() + seconds
    WebDriverWait(browser, 60).until(lambda browser: browser.find_elements(*IDLE))
    _click(browser, MENU)
    _click(browser, RUN_ALL)
    while time.monotonic() < deadline:
        time.sleep(1)
        browser.switch_to.active_element.send_keys(Keys.CONTROL, "s")
        cells = code_cells(json.loads(notebook.read_text(encoding="utf-8")))
        if all(cell["execution_count"] for cell in cells):
            return cells
    ran = sum(bool(cell["execution_count"]) for cell in cells)
    raise TimeoutError(f"{ran} of {len(cells)} cells have run after {seconds} s")


def code_cells(notebook: dict) -> list[dict]:
    """Return the cells of a notebook that have code in them."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"]]


def forget_outputs(notebook: Path) -> None:
    """Make a notebook as if no cell of it had ever run."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in code_cells(content):
        cell["outputs"], cell["execution_count"] = [], None
    notebook.write_text(json.dumps(content), encoding="utf-8")


def _click(browser: Chrome, place: tuple[str, str]) -> None:
    """Click something as soon as it is there, again if the page was just drawn anew."""
    wait = WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException])
    wait.until(lambda browser: browser.find_element(*place).click() is None)
