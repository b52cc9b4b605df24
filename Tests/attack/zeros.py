"""How often nobody is behind a hidden number, by what can be seen of its row."""

import collections

from published import HIDDEN, IMPOSSIBLE

# Hidden numbers of which fewer are zeros would mean somebody too often. The program aims at a quarter, and
# falls a little short where zeros cost too many cases.
LEAST_SHARE = 0.2


def patterns(report, truth):
    """For each pattern of a row its hidden numbers, how many are zeros, and how many zeros are shown."""
    found = collections.defaultdict(nothing)
    for table, cells in report.tables.items():
        for name in table:
            rows = collections.defaultdict(list)
            for codes, value in cells.items():
                if value != IMPOSSIBLE:
                    given = tuple(code for one, code in zip(table, codes) if one != name)
                    rows[given].append((codes, value))
            for given, row in rows.items():
                hidden = [codes for codes, value in row if value is HIDDEN]
                margin = tuple(one for one in table if one != name)
                total = report.tables.get(margin, {}).get(given)
                pattern = (len(table), min(len(hidden), 4), total is HIDDEN,
                           any(value == 0 for _, value in row))
                add(found, {pattern: (
                    len(hidden), sum(truth[table][codes] == 0 for codes in hidden),
                    sum(value == 0 for _, value in row))})
    return {pattern: counts for pattern, counts in found.items() if counts[0]}


def describe(found):
    """A line for each pattern."""
    for pattern, (hidden, zeros, shown) in sorted(found.items()):
        dimensions, number, is_total_hidden, has_zeros = pattern
        many = "4 or more" if number == 4 else str(number)
        yield (f"{dimensions}-dimensional, {many} hidden, total "
               f"{'hidden' if is_total_hidden else 'shown'}, "
               f"{shown if has_zeros else 'no'} zeros shown: "
               f"{zeros} of {hidden} are zeros")


def nothing():
    return [0, 0, 0]


def add(sums, found):
    for pattern, counts in found.items():
        sums[pattern] = [one + more for one, more in zip(sums[pattern], counts)]


def share(reports_and_truths):
    """Hidden numbers, and how many of them are zeros."""
    hidden = [truth[table][codes] for report, truth in reports_and_truths
              for table, cells in report.tables.items()
              for codes, value in cells.items() if value is HIDDEN]
    return len(hidden), hidden.count(0)
