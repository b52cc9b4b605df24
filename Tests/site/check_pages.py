"""Opens every page in Chromium, from its file and offline, and checks what only a browser tells."""

import concurrent.futures
import contextlib
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
AXE = Axe().axe_script
# In milliseconds: a busy machine is slow, and no fault of a page.
PATIENCE = 300_000
# What somebody prints, reads and pins to a wall.
MOST_PRINTED = 4
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "ur"}


class Findings:
    """What is wrong with a page, by check; a check without findings passed."""

    def __init__(self):
        self.by_check = {}

    def add(self, check, where, faults):
        known = self.by_check.setdefault(check, [])
        known += [f"{where}: {fault}" for fault in faults]


class Browsing:
    """Visits to pages that go on while other parts are checked; one browser for each core."""

    def __init__(self, site, pages, shots, chromium):
        shots.mkdir(parents=True, exist_ok=True)
        self.redirects = [page for page in pages if page.is_redirect]
        self.pages = [page for page in pages if not page.is_redirect]
        # A browser takes half a gigabyte; more than eight of them help nobody.
        hands = max(1, min(len(os.sched_getaffinity(0)), len(self.pages), 8))
        self.workers = concurrent.futures.ProcessPoolExecutor(hands)
        # The pages are dealt out like cards.
        self.dealt = [self.workers.submit(visit_all, site, self.pages[hand::hands], shots, chromium)
                      for hand in range(hands)]

    def results(self):
        """What is wrong, by page and check; waits for the last page."""
        with self.workers:
            return {name: found for dealt in self.dealt for name, found in dealt.result().items()}


def check_pages(browsing, report):
    report.part("In the browser")
    for page in browsing.redirects:
        report.skip(f"{page.name} in the browser", "it sends to another page")
    seen = browsing.results()
    for page in browsing.pages:
        for check, faults in seen[page.name].items():
            report.expect_none(f"{page.name}: {check}", faults)


def visit_all(site, pages, shots, chromium):
    """Looks at pages in a browser of its own; returns what is wrong by page and check."""
    with sync_playwright() as playwright:
        launcher = Launcher(playwright.chromium, chromium)
        seen = {page.name: visit(launcher, site, page, shots) for page in pages}
        launcher.close()
    return seen


def visit(launcher, site, page, shots):
    """All looks at one page; when the browser dies over it, once more in a new one."""
    for is_last in (False, True):
        findings = Findings()
        try:
            Visit(launcher.browser(), site, page, shots, findings).all()
            break
        except Exception as error:  # noqa: BLE001: whatever stops a visit, the page did not pass
            launcher.close()
            if is_last:
                findings.add("all looks at it", "stopped", [f"{type(error).__name__}: {error}"])
    return findings.by_check


class Launcher:
    """A browser that is started when it is needed."""

    def __init__(self, kind, program):
        self.kind, self.program, self.running = kind, program, None

    def browser(self):
        if self.running is None:
            self.running = self.kind.launch(
                executable_path=self.program, args=["--no-sandbox"], timeout=PATIENCE)
        return self.running

    def close(self):
        with contextlib.suppress(Exception):
            self.running.close()
        self.running = None


class Visit:
    """All looks at one page."""

    def __init__(self, browser, site, page, shots, findings):
        self.browser, self.site, self.page, self.shots = browser, site, page, shots
        self.findings = findings
        # Pictures of every block's page would be too many to look at.
        self.is_shown = page.name.count("/") < 2

    def all(self):
        with Tab(self) as tab:
            for width in WIDTHS:
                tab.load(width)
                if width == WIDTHS[-1]:
                    text = self.words(tab.page)
                self.look(tab.page, width)
                if width in ACCESS_WIDTHS:
                    self.accessibility(tab.page, width)
        with Tab(self, java_script_enabled=False) as tab:
            tab.load(WIDTHS[-1])
            same = self.words(tab.page) == text != ""
            self.findings.add("the same without script", "", [] if same else ["other text"])
            self.on_paper(tab.page)

    @staticmethod
    def words(tab):
        return tab.locator("body").inner_text().strip()

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
        self.findings.add("no words of a chart overlap", where, tab.evaluate(probes.OVERLAPS))
        self.findings.add("parts of a bar are named in its key", where, tab.evaluate(probes.UNNAMED))

    def scroll(self, tab, width):
        wide = tab.evaluate("document.documentElement.scrollWidth")
        return [f"{wide} of {width}"] if wide > width else []

    def accessibility(self, tab, width):
        """The rules of WCAG 2.2 A and AA that a program can decide (axe-core), all tables open."""
        tab.evaluate(AXE)
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            # Else it asks for style sheets once more, which a strict page forbids.
            options = {"runOnly": RULES[scheme], "resultTypes": ["violations"], "preload": False}
            violations = tab.evaluate(
                "options => axe.run(options).then(results => results.violations)", options)
            faults = [f"{found['id']} at {found['nodes'][0]['target'][0]}" for found in violations]
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
        if self.page.name.endswith("print/index.html"):
            self.findings.add("print: at most four pages", "PDF",
                              [] if len(boxes) <= MOST_PRINTED else [f"{len(boxes)} pages"])
        if self.is_shown:
            self.shot("print", "A4").with_suffix(".pdf").write_bytes(pdf)

    def shoot(self, tab, width):
        if not self.is_shown:
            return
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            tab.screenshot(path=self.shot(width, scheme), full_page=True)
        tab.emulate_media(color_scheme="light", forced_colors="active")
        self.findings.add("forced colours keep parts of a bar apart", f"{width} px",
                          tab.evaluate(probes.ALIKE))
        tab.screenshot(path=self.shot(width, "forced"), full_page=True)
        tab.emulate_media(forced_colors="none")

    def shot(self, width, kind):
        name = self.page.name.removesuffix(".html").replace("/", "-")
        return self.shots / f"{name}-{width}-{kind}.png"


class Tab:
    """A tab without network; what the page asked for elsewhere and complained of are findings."""

    def __init__(self, visit, **options):
        self.visit, self.options = visit, options

    def __enter__(self):
        self.context = self.visit.browser.new_context(
            offline=True, reduced_motion="reduce", **self.options)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.elsewhere, self.messages = [], []
        prefix = self.visit.site.as_uri() + "/"
        self.page.on("request",
                     lambda r: None if r.url.startswith(prefix) else self.elsewhere.append(r.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        return self

    def load(self, width):
        """Loads the page anew, in a window of a width and in the light scheme."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="light")
        self.page.goto(self.visit.page.path.as_uri())

    def __exit__(self, *_):
        where = "script off" if "java_script_enabled" in self.options else "script on"
        self.visit.findings.add("no request beside the site", where, self.elsewhere)
        self.visit.findings.add("no message on the console", where, self.messages)
        self.context.close()
