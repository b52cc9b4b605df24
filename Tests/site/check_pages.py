#!/usr/bin/env python3
"""Opens a built site in Chromium and checks what only a browser can tell.

usage: check_pages.py SITE_FOLDER SCREENSHOT_FOLDER [--chromium /usr/bin/chromium]

Prints one line per check; exits 1 if one fails. Needs `pip install playwright`
and a Chromium on the machine; nothing is loaded from the network.
"""

import argparse
import pathlib
import sys

from playwright.sync_api import sync_playwright

LANGUAGES = ["en", "ar", "ru"]
WIDTHS = [390, 1280]
LARGEST_PAGE = 60 * 1024
LARGEST_STYLE = 8 * 1024

PERIODS = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const first = svg.querySelector('.first-period'), last = svg.querySelector('.last-period');
  return first && last ? [[first.getBoundingClientRect().x, last.getBoundingClientRect().x]] : [];
})"""

# Words of a chart that leave its figure, or that lie on each other.
CUT = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const box = svg.closest('figure').getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const b = text.getBoundingClientRect();
    return b.left < box.left - 1 || b.right > box.right + 1 || b.bottom > box.bottom + 1
      || b.top < box.top - 3;
  }).map(text => text.textContent);
})"""

OVERLAPS = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
  const hits = [];
  texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > Math.min(a.height, b.height) * 0.5)
      hits.push(t.textContent + ' / ' + u.textContent);
  }));
  return hits;
})"""


class Checks:
    def __init__(self):
        self.failed = 0

    def expect(self, name, condition, detail=""):
        print(("ok    " if condition else "FAIL  ") + name + (f" ({detail})" if detail else ""))
        if not condition:
            self.failed += 1


def check_language(browser, site, shots, language, width, checks):
    name = f"{language} at {width} px"
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=True, offline=True)
    page = context.new_page()
    elsewhere, messages = [], []
    prefix = site.as_uri() + "/"
    page.on("request", lambda r: None if r.url.startswith(prefix) else elsewhere.append(r.url))
    page.on("console", lambda m: messages.append(m.text))
    page.goto((site / language / "index.html").as_uri())

    scroll, inner = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    checks.expect(f"{name}: no sideways scroll", scroll <= inner, f"{scroll} of {inner}")
    direction = page.evaluate("getComputedStyle(document.documentElement).direction")
    wanted = "rtl" if language == "ar" else "ltr"
    checks.expect(f"{name}: written {wanted}", direction == wanted, direction)
    periods = page.evaluate(PERIODS)
    in_order = periods and all((a > b) == (language == "ar") for a, b in periods)
    side = "right" if language == "ar" else "left"
    checks.expect(f"{name}: the first period is on the {side}", in_order, f"{len(periods)} axes")
    checks.expect(f"{name}: nothing loaded from elsewhere", not elsewhere, ", ".join(elsewhere))
    checks.expect(f"{name}: no message on the console", not messages, "; ".join(messages))
    cut = page.evaluate(CUT)
    checks.expect(f"{name}: no word of a chart is cut off", not cut, "; ".join(cut))
    overlaps = page.evaluate(OVERLAPS)
    checks.expect(f"{name}: no words of a chart overlap", not overlaps, "; ".join(overlaps))
    if page.locator("meta[name=robots][content=noindex]").count():
        banner = page.locator(".draft").first
        checks.expect(f"{name}: the draft banner is visible", banner.is_visible())
    styled = page.evaluate("getComputedStyle(document.querySelector('.tiles')).display")
    checks.expect(f"{name}: the style sheet is in force", styled == "grid", styled)

    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=shots / f"{language}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.screenshot(path=shots / f"{language}-{width}-forced.png", full_page=True)
    page.emulate_media(forced_colors="none")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    scroll = page.evaluate("document.documentElement.scrollWidth")
    checks.expect(f"{name}: no sideways scroll with all tables open", scroll <= inner, f"{scroll}")
    page.screenshot(path=shots / f"{language}-{width}-open.png", full_page=True)
    context.close()


def check_narrow(browser, site, language, checks):
    context = browser.new_context(viewport={"width": 320, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((site / language / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    scroll = page.evaluate("document.documentElement.scrollWidth")
    checks.expect(f"{language} at 320 px: no sideways scroll", scroll <= 320, f"{scroll}")
    cut = page.evaluate(CUT)
    checks.expect(f"{language} at 320 px: no word of a chart is cut off", not cut, "; ".join(cut))
    context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("shots", type=pathlib.Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    site = options.site.resolve()
    options.shots.mkdir(parents=True, exist_ok=True)
    checks = Checks()

    for page in sorted(site.rglob("*.html")):
        size = page.stat().st_size
        name = page.relative_to(site)
        checks.expect(f"{name}: at most 60 KB", size <= LARGEST_PAGE, f"{size} bytes")
    size = (site / "assets/site.css").stat().st_size
    checks.expect("assets/site.css: at most 8 KB", size <= LARGEST_STYLE, f"{size} bytes")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"])
        for language in LANGUAGES:
            for width in WIDTHS:
                check_language(browser, site, options.shots, language, width, checks)
            check_narrow(browser, site, language, checks)
        browser.close()

    print(f"{checks.failed} failed" if checks.failed else "all passed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
