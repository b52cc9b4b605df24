"""The same numbers in other files of a site: other tables, and the archive of the whole site."""

import csv
import zipfile

from findings import Finding, name
from published import HIDDEN, IMPOSSIBLE, code


def other_tables(snapshot):
    """Tables beside `counts.csv` that show what it hides, or other numbers."""
    counts = {report.period: report.tables for report in snapshot.reports}
    for file in sorted(snapshot.folder.glob("data/*/*.csv")):
        path = str(file.relative_to(snapshot.folder))
        with file.open(encoding="utf-8", newline="") as text:
            rows = csv.DictReader(text)
            if file.name == "counts.csv" or "table" not in (rows.fieldnames or []):
                continue
            for row in rows:
                # A second row with tags of the columns is no number.
                if not row["value"].isdigit():
                    continue
                table = tuple(sorted(row["table"].split("-"))) if row["table"] != "total" else ()
                codes = tuple(code(row[dimension]) for dimension in table)
                value = counts.get(row["period"], {}).get(table, {}).get(codes, IMPOSSIBLE)
                # What cannot be is written as 0, with its flag.
                if value == IMPOSSIBLE and row["value"] == "0" and row.get("flag", "z") == "z":
                    continue
                if value is HIDDEN or value != int(row["value"]):
                    yield Finding("number", row["period"], name(table, codes),
                                  f"{path} says {row['value']}, and counts.csv does not")


def sensitive_years(snapshot, limits):
    for year, value in sorted(snapshot.sensitive.items()):
        if value not in (HIDDEN, IMPOSSIBLE) and value < limits.sensitive_threshold:
            yield Finding("small-count", year, "sensitive cases", f"shown as {value}", value, value)


def archived(snapshot):
    """Files in an archive on the site that are not on the site itself, or differ from it."""
    for file in sorted(snapshot.folder.rglob("*.zip")):
        with zipfile.ZipFile(file) as archive:
            for member in archive.namelist():
                here = snapshot.folder / member
                if member.endswith("/"):
                    continue
                if not here.is_file() or here.read_bytes() != archive.read(member):
                    yield Finding("archive", "", f"{file.name} {member}",
                                  "is not the file that the site shows")
