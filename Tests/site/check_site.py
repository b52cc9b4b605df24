#!/usr/bin/env python3
"""Checks a built site: files, open data, markup, and the pages in a browser.

usage: check_site.py SITE_FOLDER SCREENSHOT_FOLDER [--second OTHER_BUILD] [--needs-data]
                     [--only PART] [--browse PATTERN]

Prints one line per check, also for what it skips; exits 1 if one fails. Nothing is loaded from the
network.
"""

import argparse
import pathlib
import re
import sys

import documents
from report import Report

PARTS = ["files", "data", "markup", "browser"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("shots", type=pathlib.Path)
    parser.add_argument("--second", type=pathlib.Path, help="another build of the same site")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; may be repeated")
    parser.add_argument("--needs-data", action="store_true", help="it must have a closed block")
    parser.add_argument("--browse", type=re.compile, default=".*", metavar="PATTERN",
                        help="open only pages whose whole path this expression fits")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    site = options.site.resolve()
    parts = options.only or PARTS
    report = Report()
    pages = documents.pages(site)
    languages = {page.language for page in pages}
    report.part(f"{site.name}: {len(pages)} pages in {len(languages)} languages")
    report.expect("there are pages", pages)

    # Each part loads its tools when its turn comes, so that one part needs not all of them. The
    # browsers go first and tell last: the other parts are done meanwhile.
    opened = [page for page in pages if options.browse.fullmatch(page.name)]
    if "browser" in parts:
        from check_pages import Browsing, check_pages
        browsing = Browsing(site, opened, options.shots, options.chromium)
    if "files" in parts:
        from check_files import check_files, check_same
        report.attempt("files", check_files, site, pages, report)
        report.attempt("second build", check_same, site, options.second, report)
    if "data" in parts:
        from check_data import check_data
        report.attempt("data", check_data, site, pages, report)
        if options.needs_data:
            blocks = list(site.glob("data/*/counts.csv"))
            report.expect("there are closed blocks", blocks, f"{len(blocks)}")
    if "markup" in parts:
        from check_markup import check_markup
        report.attempt("markup", check_markup, site, pages, report)
    if "browser" in parts:
        if len(opened) < len(pages):
            report.skip(f"{len(pages) - len(opened)} pages in the browser", "not asked for")
        report.attempt("browser", check_pages, browsing, report)
    for part in PARTS:
        if part not in parts:
            report.skip(part, "not asked for")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
