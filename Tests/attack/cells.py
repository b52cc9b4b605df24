"""Attacks on the cells of one report, or of a chain of reports that contain each other."""

import itertools

import numpy

from findings import Finding, name
from joint import Joint
from knowledge import COARSER, SUMS
from published import HIDDEN, IMPOSSIBLE

# What tells something of a person, each with the codes that are no answer.
SENSITIVE = {"category": {"unknown"}, "group": {"unknown"}, "outcome": {"unknown", "open"},
             "satisfied": {"unknown", "not-asked"}}


def small_counts(report, limits):
    """Counts that are shown although they are small."""
    for table, cells in report.tables.items():
        for codes, value in cells.items():
            if value not in (HIDDEN, IMPOSSIBLE) and 1 <= value < limits.threshold:
                yield Finding("small-count", report.period, name(table, codes),
                              f"shown as {value}", value, value)
    for table, value in report.others:
        if value not in (HIDDEN, IMPOSSIBLE) and 1 <= value < limits.sensitive_threshold:
            yield Finding("small-count", report.period, table, f"shown as {value}", value, value)


def hidden_cells(joint, number, limits, known):
    """Hidden cells of a report that are known too well."""
    return narrow_cells(joint, joint.reports[number],
                        lambda table, codes: joint.cell(number, table, codes), limits, known)


def hidden_ages(joint, limits, known):
    """Hidden numbers of open cases that are known too well, seen beside the block's own cases."""
    return narrow_cells(joint, joint.beside.report, joint.stock_cell, limits, known)


def narrow_cells(joint, report, variables_of, limits, known):
    """Hidden cells that are known too well; `known` takes the means to bound each more closely."""
    for table, cells in sorted(report.tables.items()):
        for codes, value in sorted(cells.items()):
            if value is not HIDDEN:
                continue
            variables = variables_of(table, codes)
            known[report.period, table, codes] = joint, variables
            low, high = joint.bounds(variables, limits.width)
            if high - low < limits.width:
                text = f"exactly {low}" if low == high else f"{low} to {high}"
                yield Finding("narrow", report.period, name(table, codes), f"hidden, but {text}",
                              low, high)


def rows_in_one_cell(joint, number, knowledge):
    """Rows in which everybody shares one answer, for certain: of two dimensions, and of one."""
    report = joint.reports[number]
    for table in sorted(report.tables):
        for sensitive in [one for one in table if one in SENSITIVE]:
            others = [one for one in table if one != sensitive]
            rows = {}
            for codes, value in sorted(report.tables[table].items()):
                if value != IMPOSSIBLE:
                    given = tuple(codes[table.index(one)] for one in others)
                    rows.setdefault(given, []).append((codes, value))
            for given, row in sorted(rows.items()):
                where = name(others, given) if others else ""
                for label, word in levels(sensitive, knowledge):
                    yield from one_row(joint, number, table, sensitive, where, row, label, word)


def levels(sensitive, knowledge):
    """What a code answers: itself and, of a category, its group."""
    def own(code):
        return None if code in SENSITIVE[sensitive] else code

    yield sensitive, own
    above = COARSER.get(sensitive)
    if above:
        yield above, lambda code: own(code) and knowledge.coarser[sensitive].get(code, code)


def one_row(joint, number, table, sensitive, where, row, label, word):
    answers = {}
    for codes, value in row:
        answer = word(codes[table.index(sensitive)])
        if answer:
            answers.setdefault(answer, []).append((codes, value))
    shown = [answer for answer, cells in answers.items()
             if any(value not in (HIDDEN, 0) for _, value in cells)]
    # Where only one answer is possible at all, the domain says it, not the file.
    if len(answers) < 2 or len(shown) > 1:
        return
    for answer in shown or sorted(answers):
        if all(value == 0 for _, value in answers[answer]):
            continue
        others = numpy.concatenate([joint.cell(number, table, codes) for other, cells in
                                    answers.items() if other != answer for codes, _ in cells])
        whole = numpy.concatenate([joint.cell(number, table, codes)
                                   for codes, _ in answers[answer]])
        if joint.seen(others)[1] > 0:
            continue
        # Somebody who knows a person of the row needs no proof that anybody is there.
        if joint.greatest(others) == 0 and joint.greatest(whole) > 0:
            yield Finding("one-cell-row", joint.reports[number].period,
                          where or name([label], [answer]),
                          f"everybody of the row, if anybody: {name([label], [answer])}")


def questions(report, knowledge):
    """Pairs of dimensions that no table shows together, with coarser codes of published ones."""
    shown = {frozenset(table) for table in report.tables if len(table) == 2}
    pairs = []
    for one, two in itertools.combinations(report.dimensions, 2):
        if COARSER.get(one) == two or COARSER.get(two) == one:
            continue
        if frozenset((one, two)) not in shown:
            pairs.append((one, two))
    return pairs


def code_sets(dimension, codes, knowledge):
    """The codes of a dimension, and sums of codes that have a name, such as a coarser code."""
    sets = [((dimension, code), (code,)) for code in codes]
    above, sums = COARSER.get(dimension), {}
    for code in codes:
        coarse = knowledge.coarser.get(dimension, {}).get(code)
        if above and coarse:
            sums.setdefault((above, coarse), []).append(code)
        for word, parts in SUMS.get(dimension, {}).items():
            if code in parts:
                sums.setdefault((dimension, word), []).append(code)
    return sets + [(label, tuple(parts)) for label, parts in sorted(sums.items())
                   if 1 < len(parts) < len(codes)]


def unlisted_cells(make_joint, number, limits, knowledge):
    """Counts of pairs that no table shows and that are small for certain."""
    plain = make_joint(())
    report = plain.reports[number]
    for pair in questions(report, knowledge):
        joint = make_joint([pair])
        sets = [code_sets(one, report.codes(one), knowledge) for one in pair]
        for (left, ones), (right, twos) in itertools.product(*sets):
            cell = numpy.concatenate([joint.cell(number, pair, codes)
                                      for codes in itertools.product(ones, twos)])
            bounds = small_bounds(joint, cell, limits)
            if bounds:
                yield Finding("unlisted", report.period,
                              name([left[0], right[0]], [left[1], right[1]]),
                              f"in no table, but {bounds[0]} to {bounds[1]}", *bounds)


def small_bounds(joint, variables, limits):
    """Bounds of a count that is small for certain; None for all others."""
    def is_safe():
        low, high = joint.seen(variables)
        return low == 0 or high >= limits.threshold

    if is_safe():
        return None
    low = joint.least(variables)
    if low == 0 or is_safe():
        return None
    high = joint.greatest(variables)
    return (low, high) if limits.is_small(low, high) else None


def increments(joint, limits):
    """Cases that were added between two reports of a chain, where their number is small."""
    for part in range(1, len(joint.reports)):
        before, after = joint.reports[part - 1], joint.reports[part]
        for table in sorted(after.tables):
            for codes in sorted(after.tables[table]):
                if after.tables[table][codes] == IMPOSSIBLE:
                    continue
                bounds = small_bounds(joint, joint.part_cell(part, table, codes), limits)
                if bounds:
                    yield Finding("increment", f"{before.period} to {after.period}",
                                  name(table, codes), f"{bounds[0]} to {bounds[1]} were added",
                                  *bounds)


def chain(reports, knowledge, at_least_one, beside=None):
    """Makes the program of a chain, for any further pairs that are asked for."""
    return lambda ask: Joint(reports, knowledge, ask, at_least_one, beside)
