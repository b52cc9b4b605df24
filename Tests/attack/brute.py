"""Bounds by going through every list of cases: slow, simple, and no code shared with the attack."""

import collections
import itertools


def case_lists(kinds, size):
    """Every way to have so many cases of these kinds, as counts in the order of the kinds."""
    if len(kinds) == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in case_lists(kinds[1:], size - first):
            yield (first, *rest)


def tabulate(kinds, counts, names, table):
    """The cells of a table of a case list; `kinds` are tuples of codes in the order of `names`."""
    cells = collections.Counter()
    places = [names.index(name) for name in table]
    for kind, count in zip(kinds, counts):
        cells[tuple(kind[place] for place in places)] += count
    return cells


def agreeing(kinds, names, size, tables):
    """Every case list that has the shown numbers of the tables; None is a hidden number."""
    for counts in case_lists(kinds, size):
        if all(tabulate(kinds, counts, names, table)[codes] == value
               for table, cells in tables.items() for codes, value in cells.items()
               if value is not None):
            yield counts


def bounds(kinds, names, lists, table):
    """Least and greatest count of each cell of a table over case lists."""
    found = {}
    domain = [sorted({kind[names.index(name)] for kind in kinds}) for name in table]
    for counts in lists:
        cells = tabulate(kinds, counts, names, table)
        for codes in itertools.product(*domain):
            low, high = found.get(codes, (cells[codes], cells[codes]))
            found[codes] = min(low, cells[codes]), max(high, cells[codes])
    return found
