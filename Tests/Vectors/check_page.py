"""Opens a report or a leaflet in headless Chromium and says what is wrong with it; nothing where all is well.

    check_page.py [--one-page] PAGE [FOLDER FOR SCREENSHOTS]

With --one-page it has to fit on one sheet of A4.

Needs playwright and axe-playwright-python (for the axe-core script inside it) and Debian's chromium. No network is used.
"""
import json
import pathlib
import re
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

arguments = [argument for argument in sys.argv[1:] if argument != "--one-page"]
is_one_page = len(arguments) < len(sys.argv) - 1
page_file = pathlib.Path(arguments[0]).resolve()
shots = pathlib.Path(arguments[1]) if len(arguments) > 1 else None
axe = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
wrong = []


def look(page, width, name):
    page.set_viewport_size({"width": width, "height": 900})
    inner = page.evaluate("document.documentElement.scrollWidth")
    if inner > width:
        wrong.append(f"{width} px: the page is {inner} px wide")
    if shots:
        page.screenshot(path=shots / f"{page_file.stem}-{name}.png", full_page=True)


with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    requests, dialogs = [], []
    # The page forbids itself all scripts; the examiner's own is let in.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(page_file.as_uri())
    strict = browser.new_context().new_page()
    strict.goto(page_file.as_uri())
    if strict.evaluate("getComputedStyle(document.querySelector('main table')).borderCollapse") != "collapse":
        wrong.append("the page's own policy keeps its sheet out")
    if page.locator("script").count():
        wrong.append("there is a script in the page")
    for width, name in [(1280, "wide"), (320, "narrow")]:
        look(page, width, name)
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for violation in result["violations"]:
            targets = [node["target"] for node in violation["nodes"][:3]]
            wrong.append(f"{width} px: {violation['id']}: {violation['help']} {json.dumps(targets)}")
        if not result["passes"]:
            wrong.append("axe looked at nothing")
    page.set_viewport_size({"width": 1280, "height": 900})
    printed = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    if not printed.startswith(b"%PDF"):
        wrong.append("it does not print")
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    if sheets == 0 or is_one_page and sheets > 1:
        wrong.append(f"it prints on {sheets} pages")
    if shots:
        (shots / f"{page_file.stem}.pdf").write_bytes(printed)
    if [url for url in requests if url != page_file.as_uri()]:
        wrong.append("the page fetches something")
    if dialogs:
        wrong.append("the page runs a script")
    browser.close()
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
