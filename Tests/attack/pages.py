"""What pages, charts, feeds and metadata tell beyond the counts: percentages, numbers, orders."""

import itertools
import re

from copies import archived, other_tables, sensitive_years
from findings import Finding, name
from markup import Page, Words, json_sentences, Statement
from published import HIDDEN, IMPOSSIBLE

# Numbers may be sums over so many blocks that follow each other.
WINDOW = 4
# Codes of cases of which something is not known or not asked: often left out of a whole.
NO_ANSWER = {"unknown", "not-measured", "not-asked"}
BANDS = {"age", "closing", "ageing"}


def read_pages(snapshots, knowledge, limits, hidden):
    """Findings in the files of every snapshot; `hidden` bounds hidden cells more closely."""
    found = []
    for snapshot in snapshots:
        found += [*other_tables(snapshot), *sensitive_years(snapshot, limits), *archived(snapshot)]
        reader = SnapshotReader(snapshot, knowledge, limits, hidden)
        for file in sorted(snapshot.folder.rglob("*")):
            if file.suffix in (".html", ".svg", ".xml", ".jsonld", ".json") and file.is_file():
                found += reader.read(file)
    # Pages stay; what one release says need not be said again for the next one.
    return list(dict.fromkeys(found))


class SnapshotReader:
    """Reads the pages of one release beside its counts."""

    def __init__(self, snapshot, knowledge, limits, hidden):
        self.snapshot, self.knowledge = snapshot, knowledge
        self.limits, self.hidden = limits, hidden
        self.reports = sorted(snapshot.reports, key=lambda report: report.end)
        self.blocks = [report for report in self.reports if not report.is_stock]
        self.sums = {}
        dimensions = {}
        for report in self.reports:
            for dimension in report.dimensions:
                dimensions.setdefault(dimension, set()).update(report.codes(dimension))
        labels = {dimension: {code: [*snapshot.labels.get(dimension, {}).get(code, []),
                                     *knowledge.labels.get(dimension, {}).get(code, [])]
                              for code in codes} for dimension, codes in dimensions.items()}
        self.words = Words(labels)
        self.order_of = {**snapshot.order, **knowledge.order}

    def read(self, file):
        path = str(file.relative_to(self.snapshot.folder))
        text = file.read_text(encoding="utf-8", errors="replace")
        page = Page(text if not file.suffix.startswith(".json") else "", self.words)
        if file.suffix.startswith(".json"):
            page.statements = [Statement(self.words.named_in(one), one, False)
                               for one in json_sentences(text)]
        # A page below a folder with a block's name is about that block, any other about all.
        reports = [report for report in self.reports
                   if {report.period, report.block} & set(path.split("/"))] or self.reports
        for statement in page.statements:
            if statement.codes:
                yield from self.percentages(path, statement, reports)
                yield from self.counts(path, statement, reports)
        for dimension, codes in page.lists:
            yield from self.order(path, dimension, codes, reports)

    def percentages(self, path, statement, reports):
        # A sentence may compare a block with earlier ones.
        earlier = [report for report in self.reports if report.end <= reports[-1].end]
        windows = self.windows(reports if statement.is_cell else earlier)
        for percentage, decimals in statement.percentages:
            if percentage in self.knowledge.targets or any(agrees(part, whole, percentage, decimals)
                   for tables in windows for part, whole in shares(tables, statement.codes)):
                continue
            pinned = list(self.pinned(statement, reports, percentage, decimals))
            yield from (Finding("percentage", report.period, name(table, codes),
                                f"{path} states {percentage:g} %: hidden, but {low} to {high}",
                                low, high) for report, table, codes, low, high in pinned)
            if not pinned:
                yield Finding("percentage", reports[-1].period,
                              name(statement.codes, statement.codes.values()),
                              f"{path} states {percentage:g} %, which no published counts give")

    def pinned(self, statement, reports, percentage, decimals):
        """Hidden cells that a percentage would tell, with what it tells."""
        for report in reports:
            for table, cells in report.tables.items():
                for codes, value in cells.items():
                    if value is not HIDDEN or not holds(table, codes, statement.codes):
                        continue
                    joint, variables = self.hidden[report.period, table, codes]
                    low, high = joint.bounds(variables)
                    for whole in wholes(report.tables, table, codes):
                        fitting = [part for part in range(low, min(high, whole) + 1)
                                   if agrees(part, whole, percentage, decimals)]
                        if fitting and fitting[-1] - fitting[0] < self.limits.width:
                            yield report, table, codes, fitting[0], fitting[-1]

    def counts(self, path, statement, reports):
        number = statement.count
        table = tuple(sorted(statement.codes))
        codes = tuple(statement.codes[dimension] for dimension in table)
        if number is None:
            return
        windows = self.windows(reports)
        values = [tables.get(table, {}).get(codes) for tables in windows]
        if statement.is_loose:
            values += [value for tables in windows for value, _ in shares(tables, statement.codes)]
        if number in values or not any(
                report.tables.get(table, {}).get(codes, 0) is HIDDEN for report in reports):
            return
        yield Finding("number", reports[-1].period, name(table, codes),
                      f"{path} says {number} of a hidden count")

    def order(self, path, dimension, codes, reports):
        """A list with hidden counts must stand in the order of codes, or have them last in it."""
        orders = honest_orders(dimension, codes, self.order_of.get(dimension, []))
        if codes in orders:
            return
        hiding = []
        for report in reports:
            cells = report.tables.get((dimension,), {})
            hidden = [code for code in codes if cells.get((code,), 0) is HIDDEN]
            tail = codes[len(codes) - len(hidden):]
            is_tail_safe = tail in [[code for code in order if code in hidden] for order in orders]
            if any((code,) in cells for code in codes):
                hiding.append((report, hidden, bool(hidden) and not is_tail_safe))
        if hiding and all(is_telling for *_, is_telling in hiding):
            report, hidden, _ = hiding[-1]
            yield Finding("order", report.period, name([dimension], [", ".join(hidden)]),
                          f"{path} lists {', '.join(codes)}: hidden counts stand among shown ones")

    def windows(self, reports):
        """The tables of each report, and sums over blocks that follow each other."""
        periods = tuple(report.period for report in reports)
        if periods not in self.sums:
            runs = [self.blocks[first:last + 1]
                    for first, last in itertools.combinations(range(len(self.blocks)), 2)
                    if last - first < WINDOW]
            self.sums[periods] = [report.tables for report in reports] + [
                summed([report.tables for report in run]) for run in runs
                if any(report in run for report in reports)]
        return self.sums[periods]


def honest_orders(dimension, codes, given):
    """Orders of codes that no count decides; `given` is that of the site's own list of codes."""
    return [sorted(codes), [code for code in given if code in codes],
            *(by_number(codes) if dimension in BANDS else [])]


def by_number(codes):
    """Bands such as `0-4` and `over-60` upwards and downwards, and what is no band after them."""
    bands = [(int(found[1]) + code.startswith("over"), code) for code in codes
             if (found := re.search(r"(\d+)", code))]
    others = sorted(code for code in codes if not re.search(r"\d", code))
    up = [code for _, code in sorted(bands)]
    return [up + others, up[::-1] + others]


def summed(many):
    """Cells added up; one that is hidden or missing in a summand is hidden in the sum."""
    first, found = many[0], {}
    for table, cells in first.items():
        for codes in cells:
            values = [tables.get(table, {}).get(codes) for tables in many]
            known = [0 if value == IMPOSSIBLE else value for value in values]
            found.setdefault(table, {})[codes] = HIDDEN if HIDDEN in known else sum(known)
    return found


def holds(table, codes, wanted):
    cell = dict(zip(table, codes))
    return all(cell.get(dimension) == code for dimension, code in wanted.items())


def shares(tables, wanted):
    """Shown counts about codes, each with the shown counts that it may be a share of."""
    for table, cells in tables.items():
        for codes, value in cells.items():
            if value not in (HIDDEN, IMPOSSIBLE) and holds(table, codes, wanted):
                yield from ((value, whole) for whole in wholes(tables, table, codes))


def wholes(tables, table, codes):
    """Shown counts that contain a cell: its totals, and those of known answers alone."""
    cell = dict(zip(table, codes))
    for size in range(len(table)):
        for names in itertools.combinations(table, size):
            value = tables.get(names, {}).get(tuple(cell[one] for one in names))
            if value not in (HIDDEN, IMPOSSIBLE):
                yield value
    for place in range(len(table)):
        line = [value for other, value in tables[table].items()
                if other[:place] + other[place + 1:] == codes[:place] + codes[place + 1:]
                and other[place] not in NO_ANSWER and value != IMPOSSIBLE]
        if HIDDEN not in line:
            yield sum(line)


def agrees(part, whole, percentage, decimals):
    """Whether a share, rounded with halves up, is a percentage."""
    if not whole:
        return False
    factor = 10 ** decimals
    return (200 * part * factor + whole) // (2 * whole) == round(percentage * factor)
