"""Reads what a site publishes: for each folder the counts of each block, exactly as anybody can."""

import csv
import datetime
import hashlib
import pathlib
import re

HIDDEN = None
IMPOSSIBLE = "z"


class Unreadable(Exception):
    """A published file that is not what the format says."""


class Report:
    """The tables of one period, as one version of `counts.csv` gives them."""

    def __init__(self, period, block, release, tables, others=(), closed_on=None):
        self.period, self.block, self.release = period, block, release
        self.tables = tables
        # Rows of tables whose dimensions are no columns, such as the line of sensitive cases.
        self.others = list(others)
        self.start, self.end = span(period)
        # On which day the block was closed, never before the day as of which its cases are counted; None
        # where no ledger says it.
        self.closed_on = closed_on

    @property
    def is_stock(self):
        return re.fullmatch(r"\d{4}-\d\d-\d\d", self.period) is not None

    @property
    def dimensions(self):
        return sorted({name for table in self.tables for name in table})

    def codes(self, dimension):
        """Every code that a table of this report lists for a dimension."""
        return sorted({codes[table.index(dimension)]
                       for table, cells in self.tables.items() if dimension in table
                       for codes in cells})

    def overlaps(self, other):
        return (not self.is_stock and not other.is_stock
                and self.start <= other.end and other.start <= self.end)

    def content(self):
        return (self.period, tuple(sorted((table, tuple(sorted(cells.items(), key=str)))
                                          for table, cells in self.tables.items())))


class Snapshot:
    """A site folder as it was at one release."""

    def __init__(self, folder, release):
        self.folder, self.release = pathlib.Path(folder), release
        files = sorted(self.folder.glob("data/*/counts.csv"))
        if not files:
            raise Unreadable(f"{folder}: no data/<period>/counts.csv")
        days = self.read_ledger(self.folder / "ledger.csv")
        self.reports = [report for file in files for report in read(file, release, days)]
        self.digests = {
            str(file.relative_to(self.folder)): hashlib.sha256(file.read_bytes()).hexdigest()
            for folder in sorted(self.folder.glob("data/*")) if folder.is_dir()
            for file in sorted(folder.rglob("*")) if file.is_file()}
        self.labels, self.order = self.read_codes(self.folder / "data/codes.csv")
        self.sensitive = self.read_sensitive(self.folder / "data/sensitive.csv")

    def read_ledger(self, file):
        """The day of the closing of each block."""
        rows = table(file) if file.is_file() else []
        return {row["block"]: datetime.date.fromisoformat(row["closed_on"]) for row in rows}

    def read_codes(self, file):
        """The site's own list of codes: their names in each language, and their order."""
        labels, order = {}, {}
        for row in table(file) if file.is_file() else []:
            dimension, name = row.pop("dimension"), code(row.pop("code"))
            order.setdefault(dimension, []).append(name)
            labels.setdefault(dimension, {})[name] = [label for label in row.values() if label]
        return labels, order

    def read_sensitive(self, file):
        """The line of sensitive cases of each year."""
        rows = table(file) if file.is_file() else []
        return {row["year"]: cell_value(file, row["value"], row["flag"]) for row in rows}


def table(file):
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def read(file, release=0, days=None):
    """The reports in one file: the block, and the stock on its last day; `days` are those of closing."""
    rows = table(file)
    tables, others = {}, {}
    for row in rows:
        try:
            period, name, value, flag = (row[key] for key in ("period", "table", "value", "flag"))
        except KeyError as error:
            raise Unreadable(f"{file}: no column {error}") from error
        number = cell_value(file, value, flag)
        dimensions = () if name == "total" else tuple(name.split("-"))
        if any(row.get(dimension) is None for dimension in dimensions):
            others.setdefault(period, []).append((name, number))
            continue
        order = tuple(sorted(dimensions))
        cells = tables.setdefault(period, {}).setdefault(order, {})
        cells[tuple(code(row[dimension]) for dimension in order)] = number
    block = pathlib.Path(file).parent.name
    return [Report(period, block, release, tables.get(period, {}), others.get(period, ()),
                   (days or {}).get(block))
            for period in sorted({*tables, *others})]


def code(text):
    """The code of a band, which newer files write in words: `5 to 11`."""
    return re.sub(r"^(\d+) to (\d+)$", r"\1-\2", text)


def cell_value(file, value, flag):
    if flag == "c":
        if value:
            raise Unreadable(f"{file}: a hidden cell with the value {value}")
        return HIDDEN
    if flag == "z":
        return IMPOSSIBLE
    if not re.fullmatch(r"\d+", value or ""):
        raise Unreadable(f"{file}: neither a number nor hidden: “{value}”, flag “{flag}”")
    return int(value)


def span(period):
    """First and last day of `2026`, `2026-S1`, `2026-Q1`, `2026-03`, a date, or `A-to-B`."""
    if "-to-" in period:
        first, last = period.split("-to-")
        return span(first)[0], span(last)[1]
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", period):
        day = datetime.date(*map(int, match.groups()))
        return day, day
    match = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|S([12])|(\d\d)))?", period)
    if not match:
        raise Unreadable(f"not a period: {period}")
    year, quarter, half, month = (int(part) if part else None for part in match.groups())
    first, months = ((3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half
                     else (month, 1) if month else (1, 12))
    end = first + months
    after = datetime.date(year + (end - 1) // 12, (end - 1) % 12 + 1, 1)
    return datetime.date(year, first, 1), after - datetime.timedelta(1)
