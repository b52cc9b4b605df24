"""Opens every page in Chromium, from its file and offline, and checks what only a browser tells."""

import concurrent.futures
import os
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import probes

# 320 px is what reflow asks for (WCAG 1.4.10), 390 px a phone.
WIDTHS = [320, 390, 1280]
ACCESS_WIDTHS = [320, 1280]
SCHEMES = ["light", "dark"]
RULES = {
    "light": {"type": "tag",
              "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    # The dark scheme changes colours and nothing else.
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
AXE = {
    "resultTypes": ["violations"],
    # Else it asks for style sheets once more, which a strict page forbids.
    "preload": False,
}
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "ur"}


class Findings:
    """What is wrong with a page, by check; a check without findings passed."""

    def __init__(self):
        self.by_check = {}

    def add(self, check, where, faults):
        known = self.by_check.setdefault(check, [])
        known += [f"{where}: {fault}" for fault in faults]


def check_pages(site, pages, shots, chromium, report):
    report.part("In the browser")
    shots.mkdir(parents=True, exist_ok=True)
    for page in pages:
        if page.is_redirect:
            report.skip(f"{page.name} in the browser", "it sends to another page")
    pages = [page for page in pages if not page.is_redirect]
    # One browser for each core; the pages are dealt out like cards.
    hands = min(os.cpu_count() or 1, len(pages)) or 1
    with concurrent.futures.ProcessPoolExecutor(hands) as workers:
        dealt = [workers.submit(visit_all, site, pages[hand::hands], shots, chromium)
                 for hand in range(hands)]
        seen = {}
        for result in dealt:
            seen.update(result.result())
    for page in pages:
        for check, faults in seen[page.name].items():
            report.expect_none(f"{page.name}: {check}", faults)


def visit_all(site, pages, shots, chromium):
    """Looks at pages in a browser of its own; returns what is wrong by page and check."""
    seen = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for page in pages:
            findings = Findings()
            try:
                Visit(browser, site, page, shots, findings).all()
            except Exception as error:  # noqa: BLE001: whatever stops a visit, the page did not pass
                findings.add("all looks at it", "stopped", [f"{type(error).__name__}: {error}"])
            seen[page.name] = findings.by_check
        browser.close()
    return seen


class Visit:
    """All looks at one page."""

    def __init__(self, browser, site, page, shots, findings):
        self.browser, self.site, self.page, self.shots = browser, site, page, shots
        self.findings = findings
        # Pictures of every block's page would be too many to look at.
        self.is_shown = page.name.count("/") < 2

    def all(self):
        for width in WIDTHS:
            with self.opened(width) as tab:
                if width == WIDTHS[-1]:
                    self.text = self.words(tab)
                self.look(tab, width)
                if width in ACCESS_WIDTHS:
                    self.accessibility(tab, width)
        with self.opened(WIDTHS[-1], java_script_enabled=False) as tab:
            same = self.words(tab) == self.text != ""
            self.findings.add("the same without script", "", [] if same else ["other text"])
            self.on_paper(tab)

    @staticmethod
    def words(tab):
        return tab.locator("body").inner_text().strip()

    def opened(self, width, **options):
        return Tab(self, viewport={"width": width, "height": 900}, offline=True, **options)

    def look(self, tab, width):
        where = f"{width} px"
        direction = tab.evaluate("getComputedStyle(document.documentElement).direction")
        wanted = "rtl" if self.page.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
        self.findings.add("direction of writing", where,
                          [] if direction == wanted else [f"written {direction}"])
        self.charts(tab, where, wanted)
        self.findings.add("no sideways scroll", where, self.scroll(tab, width))
        hidden = tab.evaluate(probes.BANNER) if self.page.is_internal else []
        self.findings.add("the draft banner is visible", where, hidden)
        unstyled = tab.evaluate("document.styleSheets.length") == 0
        self.findings.add("the style sheet is in force", where, ["none"] if unstyled else [])
        self.shoot(tab, width)
        tab.evaluate(probes.OPEN_ALL)
        self.findings.add("no sideways scroll", where + ", all open", self.scroll(tab, width))
        if self.is_shown:
            tab.screenshot(path=self.shot(width, "open"), full_page=True)

    def charts(self, tab, where, direction):
        """Charts whose periods stand the wrong way, or whose words are cut or on each other."""
        periods = tab.evaluate(probes.PERIODS)
        wrong = [f"{first:.0f} and {last:.0f}" for first, last in periods
                 if (first > last) != (direction == "rtl")]
        self.findings.add("time runs as the writing does", where, wrong)
        self.findings.add("no word of a chart is cut off", where, tab.evaluate(probes.CUT))
        # Where columns are too narrow for a phone their numbers may touch; see the tables there.
        if where != "320 px":
            self.findings.add("no words of a chart overlap", where, tab.evaluate(probes.OVERLAPS))

    def scroll(self, tab, width):
        wide = tab.evaluate("document.documentElement.scrollWidth")
        return [f"{wide} of {width}"] if wide > width else []

    def accessibility(self, tab, width):
        """The rules of WCAG 2.2 A and AA that a program can decide (axe-core), all tables open."""
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            options = {"runOnly": RULES[scheme], **AXE}
            result = Axe().run(tab, options=options).response
            faults = [f"{found['id']} at {found['nodes'][0]['target'][0]}"
                      for found in result["violations"]]
            self.findings.add("WCAG 2.2 AA (axe)", f"{width} px, {scheme}", faults)

    def on_paper(self, tab):
        tab.emulate_media(media="print")
        # The width of A4 less 15 mm on each side, in CSS pixels.
        tab.set_viewport_size({"width": 680, "height": 960})
        self.findings.add("print: nothing cut off at the side", "A4", self.scroll(tab, 680))
        self.findings.add("print: what is folded is open", "A4", tab.evaluate(probes.FOLDED))
        pdf = tab.pdf(format="A4", prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)
        # 210 by 297 mm in points, which Chromium rounds.
        is_a4 = boxes and all(
            abs(width - 595.3) < 1 and abs(height - 841.9) < 1
            for _, _, width, height in ([float(x) for x in box.split()] for box in boxes))
        self.findings.add("print: A4", "PDF", [] if is_a4 else [f"{set(boxes)}"])
        if self.is_shown:
            self.shot("print", "A4").with_suffix(".pdf").write_bytes(pdf)

    def shoot(self, tab, width):
        if not self.is_shown:
            return
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            tab.screenshot(path=self.shot(width, scheme), full_page=True)
        tab.emulate_media(color_scheme="light", forced_colors="active")
        tab.screenshot(path=self.shot(width, "forced"), full_page=True)
        tab.emulate_media(forced_colors="none")

    def shot(self, width, kind):
        name = self.page.name.removesuffix(".html").replace("/", "-")
        return self.shots / f"{name}-{width}-{kind}.png"


class Tab:
    """A tab with the page; what it asked for elsewhere and what it complained of becomes a finding."""

    def __init__(self, visit, **options):
        self.visit, self.options = visit, options

    def __enter__(self):
        self.context = self.visit.browser.new_context(**self.options)
        tab = self.context.new_page()
        prefix = self.visit.site.as_uri() + "/"
        self.elsewhere, self.messages = [], []
        tab.on("request",
               lambda r: None if r.url.startswith(prefix) else self.elsewhere.append(r.url))
        tab.on("console", lambda message: self.messages.append(message.text))
        tab.on("pageerror", lambda error: self.messages.append(str(error)))
        tab.goto(self.visit.page.path.as_uri())
        return tab

    def __exit__(self, *_):
        where = f"{self.options['viewport']['width']} px"
        self.visit.findings.add("no request beside the site", where, self.elsewhere)
        self.visit.findings.add("no message on the console", where, self.messages)
        self.context.close()
