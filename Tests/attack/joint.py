"""All case lists that agree with what was published, as one integer program.

The published tables of a block are margins of one unknown table over all dimensions. Dimensions are
joined where a published table, a rule of the domain or a question asked here shows them together.
That graph is made chordal, and each of its cliques gets one whole, non-negative variable per cell;
neighbours in the junction tree of the cliques agree on what they share.

The program is exact, not a relaxation: over an acyclic scheme, tables of counts that agree pair by
pair are margins of one table of counts (Vorob'ev 1962 for measures; Atserias and Kolaitis 2021,
"Structure and complexity of bag consistency", for whole numbers). Every solution is therefore the
table of a list of cases, and every such list is a solution, so least and greatest values found here
are those of an attacker who knows the published files and the domain's rules and nothing else.
"""

import itertools

import numpy
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from published import HIDDEN, IMPOSSIBLE
from stock import AGE, AGES

LARGEST = 400_000
SECONDS = 60


class TooLarge(Exception):
    """The joint table of dimensions that hang together has too many cells."""


class Contradiction(Exception):
    """No case list has the published numbers."""


class Joint:
    """The case lists behind one report, or behind several of which each contains the one before.

    Report number i counts the cases of the parts 0 to i, so that part i is what was added since
    report i - 1. A single report has a single part, and may have the open cases of its last day
    beside it: those of its own cases, by age, and older ones.
    """

    def __init__(self, reports, knowledge, ask=(), at_least_one=(), beside=None):
        self.reports, self.beside = reports, beside
        self.codes = {name: sorted(set().union(*(report.codes(name) for report in reports)))
                      for report in reports for name in report.dimensions}
        self.rules = knowledge.rules(self.codes)
        if beside:
            self.rules += beside.rules(self.codes)
            self.codes[AGE] = beside.codes
        scopes = [table for report in reports for table in report.tables]
        scopes += [scope for scope, _ in self.rules] + [tuple(pair) for pair in ask]
        self.cliques = cliques(sorted(self.codes), scopes)
        self.place_variables()
        self.rows, self.low, self.high = [], [], []
        self.upper = numpy.full(self.size, numpy.inf)
        self.forbid()
        self.join_cliques()
        self.observe()
        if beside:
            self.observe_stock()
        for part_report, cell in at_least_one:
            self.add(self.cell(part_report, *cell), 1, numpy.inf)
        self.close()
        self.pool = []
        if self.solve(numpy.zeros(self.size)) is None:
            raise Contradiction(", ".join(report.period for report in reports))

    def place_variables(self):
        self.blocks, offset = [], 0
        for clique in self.cliques:
            shape = [len(self.codes[name]) for name in clique]
            cells = int(numpy.prod(shape, dtype=float))
            if cells * len(self.reports) > LARGEST:
                raise TooLarge(" × ".join(clique))
            parts = []
            for _ in self.reports:
                parts.append(numpy.arange(offset, offset + cells).reshape(shape))
                offset += cells
            self.blocks.append(parts)
        if self.beside:
            self.older = {code: offset + number for number, code in enumerate(AGES)}
            offset += len(AGES)
        self.size = offset

    def forbid(self):
        """No case is where the domain, a `z` or the list of rows says that none can be."""
        for scope, test in self.rules:
            tuples = itertools.product(*(self.codes[name] for name in scope))
            for codes in tuples:
                if not test(*codes):
                    self.close_cell(scope, codes)
        for report in self.reports:
            for table, cells in report.tables.items():
                for codes in itertools.product(*(self.codes[name] for name in table)):
                    if cells.get(codes, IMPOSSIBLE) == IMPOSSIBLE:
                        self.close_cell(table, codes)

    def close_cell(self, names, codes):
        for part in range(len(self.reports)):
            self.upper[self.part_cell(part, names, codes)] = 0

    def join_cliques(self):
        for one, two in junction_tree(self.cliques):
            shared = [name for name in self.cliques[one] if name in self.cliques[two]]
            for part in range(len(self.reports)):
                left, right = self.margin(one, part, shared), self.margin(two, part, shared)
                for plus, minus in zip(left, right):
                    self.add(plus, 0, 0, minus)

    def observe(self):
        for number, report in enumerate(self.reports):
            for table, cells in report.tables.items():
                for codes, value in cells.items():
                    if value is not HIDDEN and value != IMPOSSIBLE:
                        self.add(self.cell(number, table, codes), value, value)

    def observe_stock(self):
        for code in self.beside.young:
            self.upper[self.older[code]] = 0
        for table, codes, value in self.beside.shown():
            variables = self.stock_cell(table, codes)
            self.add(variables, value, value)

    def stock_cell(self, table, codes):
        """The variables that add up to a cell of the stock."""
        ages = codes if table else tuple(AGES)
        own = [self.part_cell(0, (AGE,), (age,)) for age in ages]
        return numpy.concatenate([*own, [self.older[age] for age in ages]])

    def add(self, plus, low, high, minus=()):
        self.rows.append((plus, minus))
        self.low.append(low)
        self.high.append(high)

    def close(self):
        entries = [(number, index, sign) for number, (plus, minus) in enumerate(self.rows)
                   for indexes, sign in ((plus, 1), (minus, -1)) for index in indexes]
        rows, columns, signs = (list(part) for part in zip(*entries)) if entries else ([], [], [])
        self.matrix = csr_matrix((signs, (rows, columns)), shape=(len(self.rows), self.size))
        self.low, self.high = numpy.array(self.low, float), numpy.array(self.high, float)

    def margin(self, clique, part, names):
        """The variables of each cell of a margin, one row for each cell."""
        block, order = self.blocks[clique][part], list(self.cliques[clique])
        axes = [order.index(name) for name in names]
        rest = [axis for axis in range(len(order)) if axis not in axes]
        cells = int(numpy.prod([block.shape[axis] for axis in axes], dtype=int)) if axes else 1
        return block.transpose(axes + rest).reshape(cells, -1)

    def part_cell(self, part, names, codes):
        """The variables that add up to a cell, counted in one part."""
        clique = next(index for index, clique in enumerate(self.cliques)
                      if set(names) <= set(clique))
        block = self.blocks[clique][part]
        where = tuple(self.codes[name].index(codes[names.index(name)]) if name in names
                      else slice(None) for name in self.cliques[clique])
        return numpy.atleast_1d(block[where]).ravel()

    def cell(self, number, names, codes):
        """The variables that add up to a cell of a report."""
        return numpy.concatenate([self.part_cell(part, names, codes) for part in range(number + 1)])

    def solve(self, cost):
        """Keeps the best case list, and returns it; None when there is none."""
        result = milp(cost, constraints=LinearConstraint(self.matrix, self.low, self.high),
                      integrality=numpy.ones(self.size), bounds=Bounds(0, self.upper),
                      options={"time_limit": SECONDS})
        if result.x is None:
            if result.status == 2:
                return None
            raise TimeoutError("no case list found in time")
        solution = numpy.rint(result.x).astype(numpy.int64)
        # The solver works with floating numbers: what counts is what whole numbers add up to.
        sums = self.matrix @ solution
        assert (sums >= self.low).all() and (sums <= self.high).all() and (solution >= 0).all()
        assert (solution <= self.upper).all()
        self.pool.append(solution)
        if result.status != 0:
            raise TimeoutError("not solved to the end in time")
        return solution

    def seen(self, variables):
        values = [int(solution[variables].sum()) for solution in self.pool]
        return min(values), max(values)

    def least(self, variables):
        return self.extreme(variables, 1)

    def greatest(self, variables):
        return self.extreme(variables, -1)

    def extreme(self, variables, sign):
        if self.upper[variables].max(initial=0) == 0:
            return 0
        cost = numpy.zeros(self.size)
        cost[variables] = sign
        return int(self.solve(cost)[variables].sum())

    def bounds(self, variables, enough=None):
        """Least and greatest value; with `enough`, only as far apart as that needs to be shown."""
        low, high = self.seen(variables)
        if enough is not None and high - low >= enough:
            return low, high
        high = self.greatest(variables)
        if enough is not None and high - low >= enough:
            return low, high
        return self.least(variables), high

    def relaxed_bounds(self, variables):
        """Bounds over fractions of cases: never narrower than those over whole cases."""
        found = []
        for sign in (1, -1):
            cost = numpy.zeros(self.size)
            cost[variables] = sign
            exact = self.low == self.high
            above = ~exact
            limits = numpy.column_stack([numpy.zeros(self.size), self.upper])
            result = linprog(
                cost, A_ub=-self.matrix[above] if above.any() else None,
                b_ub=-self.low[above] if above.any() else None, A_eq=self.matrix[exact],
                b_eq=self.low[exact], bounds=limits)
            found.append(sign * result.fun)
        return tuple(found)


def cliques(names, scopes):
    """The maximal cliques of a chordal graph in which every scope lies in a clique."""
    near = {name: set() for name in names}
    for scope in scopes:
        for one, two in itertools.permutations(scope, 2):
            near[one].add(two)

    def missing(name):
        return sum(two not in near[one] for one, two in itertools.combinations(near[name], 2))

    found = []
    while near:
        name = min(sorted(near), key=missing)
        clique = {name} | near[name]
        if not any(clique <= larger for larger in found):
            found.append(clique)
        for one, two in itertools.permutations(near[name], 2):
            near[one].add(two)
        for other in near.pop(name):
            near[other].discard(name)
    return [tuple(sorted(clique)) for clique in found] or [()]


def junction_tree(found):
    """Pairs of cliques that share most, as a spanning tree: what any two share, the path shares."""
    edges = sorted(((len(set(found[one]) & set(found[two])), one, two)
                    for one, two in itertools.combinations(range(len(found)), 2)),
                   key=lambda edge: (-edge[0], edge[1:]))
    group, tree = list(range(len(found))), []
    for _, one, two in edges:
        if group[one] != group[two]:
            tree.append((one, two))
            old, new = group[one], group[two]
            group = [new if part == old else part for part in group]
    return tree
