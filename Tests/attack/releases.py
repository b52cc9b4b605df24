"""Puts all releases together: what was published twice, what overlaps, what came between."""

import numpy

from cells import (chain, hidden_ages, hidden_cells, increments, rows_in_one_cell, small_counts,
                   unlisted_cells)
from findings import Finding, name
from joint import Contradiction, TooLarge
from published import HIDDEN, IMPOSSIBLE
from stock import Beside


def attack_releases(snapshots, knowledge, limits, progress):
    """Findings, and for each hidden cell the program that bounds it."""
    findings = list(changed_files(snapshots))
    versions = distinct(snapshots)
    present = betraying_rows(versions)
    bounds = {}
    stocks = [report for report in versions if report.is_stock]
    for reports in families([report for report in versions if not report.is_stock]):
        progress("attacking " + ", ".join(report.period for report in reports))
        stock = stock_of(reports, stocks)
        found = attack_beside(reports, stock, knowledge, limits, present, bounds)
        if found is None:
            found = attack_family(reports, knowledge, limits, present, bounds)
        else:
            stocks.remove(stock)
        findings += found
    for reports in families(stocks):
        findings += attack_family(reports, knowledge, limits, present, bounds)
    findings += between_stocks([report for report in versions if report.is_stock], bounds, limits)
    return findings, bounds


def changed_files(snapshots):
    """Files of a block that are not what they were in the release before."""
    for before, after in zip(snapshots, snapshots[1:]):
        for file, digest in before.digests.items():
            period = file.split("/")[1]
            if file not in after.digests:
                yield Finding("withdrawn", period, file, "published once, and gone now")
            elif after.digests[file] != digest:
                yield Finding("republished", period, file, "other bytes than in an earlier release")


def distinct(snapshots):
    """Every version of every report, in the order of the releases."""
    found = {}
    for snapshot in snapshots:
        for report in snapshot.reports:
            found.setdefault(report.content(), report)
    return sorted(found.values(), key=lambda one: (one.end, one.release, one.period))


def families(versions):
    """Reports that may count the same cases, together; most are alone."""
    left, found = list(versions), []
    while left:
        family = [left.pop(0)]
        grown = True
        while grown:
            near = [one for one in left if any(one.overlaps(two) or one.period == two.period
                                               for two in family)]
            grown = bool(near)
            family += near
            left = [one for one in left if one not in near]
        found.append(sorted(family, key=lambda one: (one.end, one.release)))
    return found


def stock_of(reports, stocks):
    """The one report of the open cases on the last day of a block that stands alone."""
    found = [stock for stock in stocks if stock.end == reports[-1].end and stock.tables]
    alone = len(reports) == 1 and len(found) == 1 and reports[0].tables
    return found[0] if alone else None


def attack_beside(reports, stock, knowledge, limits, present, bounds):
    """What a block and the open cases of its last day give away together; None without such."""
    if not stock:
        return None
    for reopened in (False, True):
        beside = Beside(stock, reports[0].start, reopened)
        try:
            found = attack_chain(reports, knowledge, limits, present, bounds, beside)
        except Contradiction:
            continue
        except (TooLarge, TimeoutError) as error:
            return [Finding("undecided", stock.period, "beside its block", str(error))]
        return [finding for report in (*reports, stock)
                for finding in small_counts(report, limits)] + found
    return [Finding("contradiction", stock.period, "beside its block",
                    "no case list has these numbers")]


def attack_family(reports, knowledge, limits, present, bounds):
    findings = [finding for report in reports for finding in small_counts(report, limits)]
    reports = [report for report in reports if report.tables]
    for one, two in zip(reports, reports[1:]):
        if one.period != two.period:
            findings.append(
                Finding("overlap", two.period, one.period, "counts the same days again"))
    chained = len(reports) > 1 and all(later.start <= earlier.start
                                       for earlier, later in zip(reports, reports[1:]))
    if chained:
        try:
            # The later one holds the cases of the earlier one and new ones.
            return findings + attack_chain(reports, knowledge, limits, present, bounds)
        except (Contradiction, TimeoutError):
            pass
    for report in reports:
        try:
            findings += attack_chain([report], knowledge, limits, present, bounds)
        except Contradiction:
            findings.append(Finding("contradiction", report.period, "all tables",
                                    "no case list has these numbers"))
        except (TooLarge, TimeoutError) as error:
            findings.append(Finding("undecided", report.period, "all tables", str(error)))
    for one, two in zip(reports, reports[1:]):
        findings += differences(one, two, limits)
    return findings


def attack_chain(reports, knowledge, limits, present, bounds, beside=None):
    certain = [(number, cell) for number, report in enumerate(reports)
               for cell in present.get((report.period, report.release), ())]
    make = chain(reports, knowledge, certain, beside)
    joint, findings = make(()), []
    if beside:
        findings += hidden_ages(joint, limits, bounds)
    for number in range(len(reports)):
        findings += hidden_cells(joint, number, limits, bounds)
        findings += rows_in_one_cell(joint, number, knowledge)
        findings += unlisted_cells(make, number, limits, knowledge)
    return findings + list(increments(joint, limits))


def differences(before, after, limits):
    """Shown cells of two versions that differ by a small number."""
    for table, cells in sorted(after.tables.items()):
        for codes, value in sorted(cells.items()):
            old = before.tables.get(table, {}).get(codes)
            if {value, old} & {HIDDEN, IMPOSSIBLE}:
                continue
            if 1 <= abs(value - old) < limits.threshold:
                yield Finding("increment", f"{before.period} to {after.period}",
                              name(table, codes), f"changed by {value - old}", value - old,
                              value - old)


def betraying_rows(versions):
    """Rows that are there in one block and not in a later one: some case needed them.

    Codes are never taken out of a register, so a row that comes and goes was not in its book.
    """
    blocks = [report for report in versions if not report.is_stock]
    found = {}
    for number, report in enumerate(blocks):
        for dimension in report.dimensions:
            later = [other.codes(dimension) for other in blocks[number + 1:]
                     if dimension in other.dimensions]
            for code in report.codes(dimension):
                if any(code not in codes for codes in later):
                    found.setdefault((report.period, report.release), []).append(
                        ((dimension,), (code,)))
    return found


def between_stocks(stocks, bounds, limits):
    """Cases that joined or left the open ones between two days, where the number is small."""
    def range_of(report, table, codes):
        value = report.tables.get(table, {}).get(codes, IMPOSSIBLE)
        if value is HIDDEN:
            joint, variables = bounds[report.period, table, codes]
            return joint.bounds(variables)
        return (0, numpy.inf) if value == IMPOSSIBLE else (value, value)

    found = []
    for before, after in zip(stocks, stocks[1:]):
        # Only of all cases and of the oldest ones may the same case be in both.
        for table, codes in [((), ()), (("ageing",), ("over-90",))]:
            old, new = range_of(before, table, codes), range_of(after, table, codes)
            for word, least, most in [("joined", new[0] - old[1], new[1]),
                                      ("left", old[0] - new[1], old[1])]:
                if limits.is_small(least, most):
                    found.append(Finding("increment", f"{before.period} to {after.period}",
                                         name(table, codes), f"{least} to {most} {word}",
                                         least, most))
    return found
