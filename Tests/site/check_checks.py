#!/usr/bin/env python3
"""Breaks copies of a site in one place each, and looks whether the checks notice.

usage: check_checks.py SITE_FOLDER     (a site with closed blocks)
"""

import concurrent.futures
import contextlib
import io
import logging
import os
import pathlib
import re
import shutil
import sys
import tempfile

import structlog

import documents
from check_data import check_data
from check_files import check_files
from check_markup import check_markup
from check_pages import Browsing, check_pages
from report import Report


def change(pattern, old, new):
    """A fault: one text instead of another in the first file that has it."""
    def make(site):
        for path in sorted(site.glob(pattern)):
            content = path.read_bytes()
            changed = re.sub(old, new, content, count=1)
            if changed != content:
                path.write_bytes(changed)
                return
        raise LookupError(f"nothing to break in {pattern}")
    return make


def remove(pattern):
    def make(site):
        sorted(site.glob(pattern))[0].unlink()
    return make


def grow(pattern, size):
    def make(site):
        path = sorted(site.glob(pattern))[0]
        path.write_bytes(path.read_bytes() + b" " * size)
    return make


def browser(site, pages, report):
    page = next(page for page in pages if page.name.count("/") == 1)
    with tempfile.TemporaryDirectory() as shots:
        check_pages(Browsing(site, [page], pathlib.Path(shots), "/usr/bin/chromium"), report)


# What is broken, how, by which part it must be noticed, and the line that says so.
FAULTS = [
    ("a link that leads nowhere", remove("*/method/index.html"), check_files, "all links lead"),
    ("a place that is not there", change("*/index.html", rb'href="#', rb'href="#no-'),
     check_files, "all links lead"),
    ("a link that needs a server", change("*/index.html", rb'href="\.\./', rb'href="/'),
     check_files, "all links lead"),
    ("a page that is too heavy", grow("*/index.html", 60 * 1024), check_files, "no page over"),
    ("a style sheet that is too heavy", grow("assets/site.css", 8 * 1024), check_files, "style"),
    ("JSON-LD with another digest", change("*/*/index.html", rb'"sha256":"..', rb'"sha256":"zz'),
     check_files, "JSON-LD"),
    ("an old archive", change("LICENSE", rb"$", rb"!"), check_files, "site.zip"),
    ("a number beside a flag", change("data/*/counts.csv", rb",,c\n", rb",3,c\n"),
     check_data, "counts.csv"),
    ("a word for a number", change("data/*/counts.csv", rb",[0-9]+,\n", rb",many,\n"),
     check_data, "Frictionless"),
    ("the same, for CSVW", change("data/*/counts.csv", rb",[0-9]+,\n", rb",many,\n"),
     check_data, "CSVW"),
    ("a flag nobody knows", change("data/*/counts.csv", rb",,c\n", rb",,x\n"), check_data, "CSVW"),
    ("rows out of order", change("data/*/counts.csv", rb"\n([^\n]+)\n([^\n]+)\n", rb"\n\2\n\1\n"),
     check_data, "counts.csv"),
    ("a day that is none", change("data/*/counts.hxl.csv", rb",20\d\d-\d\d-\d\d,", rb",spring,"),
     check_data, "HXL"),
    ("a table without hashtags", change("data/*/counts.hxl.csv", rb"#date\+start", rb"start"),
     check_data, "HXL"),
    ("a file with another digest", change("data/*/datapackage.json", rb"$", rb" "),
     check_data, "SHA256SUMS"),
    ("a block that the ledger lacks", change("ledger.csv", rb"\n[^\n]+\n", rb"\n"),
     check_data, "ledger.csv"),
    ("a catalogue with another size", change(
        "dcat.jsonld", rb'"@value": "(\d+)"', rb'"@value": "1\1"'), check_data, "dcat.jsonld"),
    ("a feed that is no XML", change("feed.xml", rb"</title>", rb""), check_data, "feed.xml"),
    ("a feed with two entries of one id", change(
        "feed.xml", rb"(?s)(<entry>.*?)(<id>[^<]+</id>)(.*?<entry>\s*)<id>[^<]+</id>", rb"\1\2\3\2"),
     check_data, "feed.xml"),
    ("a wrong attribute in a page with style inside", change(
        "*/print/index.html", rb"<main", rb"<main width=1"), check_markup, "on element"),
    ("wrong style in any other page", change(
        "*/index.html", rb"<h1", rb'<h1 style="colour:red"'), check_markup, "CSS"),
    ("a colour too faint", change(
        "*/index.html", rb"</head>", rb"<style>p{color:#ccc}</style></head>"),
     browser, "color-contrast"),
    ("a page wider than a phone", change(
        "*/index.html", rb"</head>", rb"<style>h1{width:900px}</style></head>"),
     browser, "sideways"),
    ("a picture from elsewhere", change(
        "*/index.html", rb"</h1>", rb'</h1><img alt="" src="https://example.org/x.png">'),
     browser, "request"),
    ("a text that only script shows", change(
        "*/index.html", rb"</h1>", rb"</h1><noscript>no script</noscript>"),
     browser, "the same without script"),
    ("a part of a bar that no key names", change(
        "*/index.html", rb'class="part p(\d)"([^>]*y="1.5em")', rb'class="part p9"\2'),
     browser, "named in its key"),
    ("parts that look alike in forced colours", change(
        "*/index.html", rb"</head>", rb"<style>.part{fill:red!important}</style></head>"),
     browser, "parts of a bar apart"),
    ("tables that stay folded on paper", change(
        "*/index.html", rb"</head>",
        rb"<style>details::details-content{content-visibility:hidden!important}</style></head>"),
     browser, "folded"),
]
# What only a browser sees is broken in one copy, so that it is looked at once.
GROUPS = [[fault for fault in FAULTS if fault[2] is browser],
          *([fault] for fault in FAULTS if fault[2] is not browser)]
# A strict page would refuse what some faults put in.
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    report = Report()
    report.part("The checks notice what is broken")
    if not list(site.glob("data/*/counts.csv")):
        report.skip("all of them", "there is no closed block to break")
        return report.end()
    with concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        runs = [workers.submit(failures, site, number) for number in range(len(GROUPS))]
        for group, run in zip(GROUPS, runs):
            for name, _, _, line in group:
                report.attempt(name, notice, name, line, run, report)
    return report.end()


def failures(site, number):
    """The failures that one part of the checks tells of a copy with the faults of a group."""
    faults = GROUPS[number]
    # Validators write to the log what they think of a fault.
    logging.disable()
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    part = faults[0][2]
    with tempfile.TemporaryDirectory() as scratch:
        broken = pathlib.Path(scratch, "site").resolve()
        shutil.copytree(site, broken)
        if part is browser:
            for path in broken.rglob("*.html"):
                path.write_bytes(POLICY.sub(b"", path.read_bytes()))
        for _, make, _, _ in faults:
            make(broken)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            part(broken, documents.pages(broken), Report())
    return [text for text in output.getvalue().splitlines() if text.startswith("FAIL")]


def notice(name, line, run, report):
    noticed = [text for text in run.result() if line in text]
    report.expect(name, noticed, noticed[0][6:90] if noticed else f"no failure of {line}")


if __name__ == "__main__":
    sys.exit(main())
