"""A small publisher for the tests of the attack: honest, or cheating in one way.

It hides as the rules say and then goes on hiding until the attack finds nothing, so it proves
nothing about the attack; what the attack is worth is shown against it when it cheats, against brute
force in `test_bounds.py`, and against the real program in `simulate.py`.
"""

import collections
import csv
import itertools
import random

from cells import chain, hidden_cells, rows_in_one_cell, unlisted_cells
from findings import Limits
from knowledge import Knowledge
from published import HIDDEN, IMPOSSIBLE, Report

PLAN = [("group", "region"), ("channel",), ("age", "sex"), ("group", "timely")]
CODES = {
    "group": ["assistance", "complaints", "thanks-and-questions"],
    "region": ["R1", "R2", "R3", "R4"],
    "channel": ["box", "committee", "field", "hotline", "social"],
    "age": ["0-17", "18-59", "60-up"], "sex": ["female", "male"],
    "timely": ["no", "not-measured", "yes"],
}
WEIGHTS = {
    "group": [30, 40, 20], "region": [40, 28, 20, 12], "channel": [14, 10, 30, 40, 6],
    "age": [8, 76, 16], "sex": [55, 45],
}


def case_list(seed, size):
    """Cases as dictionaries of codes, with the usual skew."""
    generator = random.Random(seed)
    cases = []
    for _ in range(size):
        case = {dimension: generator.choices(CODES[dimension], weights)[0]
                for dimension, weights in WEIGHTS.items()}
        answered = generator.choices(["yes", "no"], [75, 25])[0]
        case["timely"] = answered if case["group"] == "complaints" else "not-measured"
        cases.append(case)
    return cases


def margins(plan):
    return sorted({names for table in plan for size in range(len(table) + 1)
                   for names in itertools.combinations(table, size)})


def tabulate(cases, plan=PLAN):
    """Every table of the plan with its totals, nothing hidden."""
    tables = {}
    for table in margins(plan):
        counts = collections.Counter(tuple(case[name] for name in table) for case in cases)
        tables[table] = {codes: counts[codes] if possible(table, codes) else IMPOSSIBLE
                         for codes in itertools.product(*(CODES[name] for name in table))}
    return tables


def possible(table, codes):
    cell = dict(zip(table, codes))
    return cell.get("group", "complaints") == "complaints" or \
        cell.get("timely", "not-measured") == "not-measured"


def hide_small(tables, threshold):
    """Hides counts below the threshold and nothing else."""
    def shown(table, value):
        is_small = value != IMPOSSIBLE and 0 < value < threshold
        return HIDDEN if table and is_small else value
    return {table: {codes: shown(table, value) for codes, value in cells.items()}
            for table, cells in tables.items()}


def protect(truth, limits=Limits()):
    """Hides small counts, and more until nothing can be worked out; what resists is left out."""
    tables = hide_small(truth, limits.threshold)
    for _ in range(400):
        report = Report("2024-Q1", "2024-Q1", 0, tables)
        make = chain([report], Knowledge(), ())
        joint, cell = make(()), None
        for narrow in hidden_cells(joint, 0, limits, {}):
            cell = cell_of(narrow.where)
            break
        else:
            rows = list(rows_in_one_cell(joint, 0, Knowledge()))
            loose = [] if rows else list(unlisted_cells(make, 0, limits, Knowledge()))
            if not rows and not loose:
                return tables
            cell = cell_of((rows or loose)[0].where)
        if not hide_partner(tables, truth, cell):
            # Nothing beside the cell is left to hide: its whole table goes.
            related = [table for table in tables if len(table) == 2 and set(cell) & set(table)] or \
                [table for table in tables if set(cell) <= set(table) and table]
            del tables[related[0]]
    raise RuntimeError("no end of hiding")


def cell_of(where):
    return dict(part.split("=", 1) for part in where.split())


def hide_partner(tables, truth, cell):
    """Hides the smallest shown count that shares a line with a cell."""
    near = []
    for table, cells in tables.items():
        if not table or not set(table) & set(cell):
            continue
        for codes, value in cells.items():
            if value in (HIDDEN, IMPOSSIBLE):
                continue
            agreeing = sum(cell.get(name) == code for name, code in zip(table, codes))
            # A zero that is hidden helps as much as any count, and costs least.
            if agreeing or set(table) <= set(cell):
                near.append((40 * (len(table) == 1) - 5 * agreeing + value, table, codes))
    if not near:
        return False
    _, table, codes = min(near)
    tables[table][codes] = HIDDEN
    return True


def write_counts(folder, period, tables):
    """Writes `counts.csv` of a block."""
    dimensions = sorted({name for table in tables for name in table})
    file = folder / "data" / period / "counts.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["period", "table", *dimensions, "value", "flag"])
        for table, cells in sorted(tables.items()):
            for codes, value in sorted(cells.items()):
                given = dict(zip(table, codes))
                flag = "c" if value is HIDDEN else "z" if value == IMPOSSIBLE else ""
                writer.writerow([period, "-".join(table) or "total",
                                 *(given.get(name, "") for name in dimensions),
                                 "" if flag else value, flag])


def write_ledger(folder, days):
    """Writes the days on which blocks were closed."""
    with (folder / "ledger.csv").open("w", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["block", "closed_on"])
        writer.writerows(sorted(days.items()))


def write_page(folder, period, tables, order=None, percentages=None):
    """Writes a page with a chart and a table of one dimension.

    `order` maps a dimension to its codes as listed, `percentages` a code to what is said of it;
    by default the largest come first and hidden ones last, and shares are those of shown counts.
    """
    page = []
    total = tables[()][()]
    for (dimension,) in [table for table in tables if len(table) == 1]:
        cells = {codes[0]: value for codes, value in tables[dimension,].items()}
        shown = sorted((code for code in cells if cells[code] is not HIDDEN),
                       key=lambda code: (-cells[code], code))
        listed = (order or {}).get(dimension) or shown + sorted(set(cells) - set(shown))
        rows, bars = [], []
        for code in listed:
            value = cells[code]
            share = "–" if value is HIDDEN else f"{(200 * value + total) // (2 * total)} %"
            share = (percentages or {}).get((dimension, code), share)
            text = "hidden" if value is HIDDEN else str(value)
            rows.append(f'<tr><th scope="row">{code}</th><td>{text}</td><td>{share}</td></tr>')
            bars.append(f"<text>{code}</text><text>{text}<tspan> {share}</tspan></text>")
        page.append(f'<svg role="img"><title>By {dimension}</title>{"".join(bars)}</svg><table>'
                    f"<tr><th>{dimension}</th><th>Cases</th><th>Share</th></tr>"
                    f'{"".join(rows)}</table>')
    file = folder / "en" / period / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<!doctype html><html><body>{''.join(page)}</body></html>")
