"""The true counts of a simulated register: to check the attack itself, and to cheat with."""

import collections
import csv

from knowledge import TIMELY_BANDS, UNCOUNTED
from published import HIDDEN, IMPOSSIBLE, Report


def read_records(file):
    """The cases that a closed block counts, as the register keeps them."""
    with file.open(newline="") as text:
        return list(csv.DictReader(text))


def code(record, dimension, knowledge):
    """The code of a dimension, from the fields of a case."""
    if dimension == "group":
        return knowledge.coarser["category"].get(record["category"], "unknown")
    if dimension == "complaint":
        return "yes" if record["category"] in knowledge.complaints else "no"
    if dimension in ("region", "district"):
        known = knowledge.coarser["district"]
        area = record["area"] if record["area"] in known else "unknown"
        return area if dimension == "district" else known.get(area, area)
    if dimension == "adult":
        return knowledge.coarser["age"].get(record["age"], "unknown")
    if dimension == "timely":
        if record["category"] not in knowledge.complaints or record["outcome"] in UNCOUNTED:
            return "not-measured"
        return "yes" if record["closing"] in TIMELY_BANDS else "no"
    return record[dimension]


def count(report, records, knowledge):
    """The tables of a report with nothing hidden."""
    tables = {}
    for table, cells in report.tables.items():
        counts = collections.Counter(
            tuple(code(record, dimension, knowledge) for dimension in table) for record in records)
        strange = set(counts) - set(cells)
        assert not strange, f"{report.period} {table}: no row for {strange}"
        tables[table] = {codes: value if value == IMPOSSIBLE else counts[codes]
                         for codes, value in cells.items()}
    return tables


def disagreements(report, truth, joint, variables_of):
    """Shown counts that are not the true ones, and bounds that leave the true count out."""
    for table, cells in report.tables.items():
        for codes, value in cells.items():
            true = truth[table][codes]
            if value is HIDDEN:
                low, high = joint.bounds(variables_of(table, codes))
                if not low <= true <= high:
                    yield f"{report.period} {table} {codes}: {true} is not in {low} to {high}"
            elif value != true:
                yield f"{report.period} {table} {codes}: {value} shown of {true}"


def without_partners(report, truth, threshold):
    """The report of a cheat: what is hidden although it is not small is shown."""
    tables = {table: {codes: truth[table][codes]
                      if value is HIDDEN and not 0 < truth[table][codes] < threshold else value
                      for codes, value in cells.items()}
              for table, cells in report.tables.items()}
    return Report(report.period, report.block, report.release, tables)


def rows_of_one_answer(report, truth, sensitive):
    """Rows with one answer only, as table and codes of the other answers, of which some are hidden."""
    for table, cells in report.tables.items():
        for name in [one for one in table if one in sensitive]:
            place, rows = table.index(name), collections.defaultdict(list)
            for codes, value in cells.items():
                if value != IMPOSSIBLE and codes[place] not in sensitive[name]:
                    rows[codes[:place] + codes[place + 1:]].append(codes)
            for row in rows.values():
                others = [codes for codes in row if truth[table][codes] == 0]
                if len(others) == len(row) - 1 and any(cells[codes] is HIDDEN for codes in others):
                    yield table, others


def with_true_zeros(report, table, row):
    """The report of a cheat: the zeros of a row are shown."""
    tables = {**report.tables, table: {**report.tables[table], **{codes: 0 for codes in row}}}
    return Report(report.period, report.block, report.release, tables)
