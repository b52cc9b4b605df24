"""What a cheating publisher would do to the pages of a real site: true shares, and true order."""

import re
import shutil

from findings import Limits
from knowledge import Knowledge
from pages import SnapshotReader, agrees, honest_orders, shares
from published import HIDDEN, Snapshot

ROW = re.compile(r'<tr><th scope="row">([^<]*)</th>(<td[^>]*>[^<]*</td>)*</tr>')
ABSENT = re.compile(r'<td class="absent[^>]*>[^<]*</td>')


def cheat(site, copy, truths):
    """Copies a site and cheats on the page of each block, in turn by share and by order.

    `truths` holds the true tables of each block. Returns the pages and how each one cheats.
    """
    shutil.copytree(site, copy)
    snapshot, done = Snapshot(copy, 0), {}
    reader = SnapshotReader(snapshot, Knowledge(), Limits(), {})
    for report in snapshot.reports:
        truth = truths.get(report.period)
        for page in sorted(copy.glob(f"en/{report.period}/index.html")) if truth else []:
            text = page.read_text()
            for way in [share, order] if len(done) % 2 else [order, share]:
                changed = way(text, report, truth, reader)
                if changed and changed != text:
                    page.write_text(changed)
                    done[str(page.relative_to(copy))] = way.__name__
                    break
    return done


def rows_of(text, report, labels):
    """Tables of one dimension with a hidden count: the rows, with the code of each."""
    for body in re.finditer(r"<tbody>\s*(.*?)\s*</tbody>", text, re.S):
        rows = [match.group(0) for match in ROW.finditer(body.group(1))]
        headings = [ROW.match(row).group(1) for row in rows]
        for dimension in report.dimensions:
            names = {label: code for code, found in labels.get(dimension, {}).items()
                     for label in found}
            cells = report.tables.get((dimension,), {})
            codes = [names.get(heading) for heading in headings]
            if None in codes or not any(cells.get((code,), 0) is HIDDEN for code in codes):
                continue
            # Cells of other columns are those of tables with two dimensions.
            if len(codes) > 2 and all(row.count("<td") <= 2 for row in rows):
                yield body, dimension, list(zip(codes, rows))


def share(text, report, truth, reader):
    """States the true share of a hidden count."""
    for body, dimension, rows in rows_of(text, report, reader.snapshot.labels):
        for code, row in rows:
            if report.tables[dimension,][code,] is HIDDEN:
                part, whole = truth[dimension,][code,], truth[()][()]
                percent = (200 * part + whole) // (2 * whole)
                # What published counts happen to give as well tells nothing.
                if any(agrees(*shown, percent, 0) for tables in reader.windows([report])
                       for shown in shares(tables, {dimension: code})):
                    continue
                told = ABSENT.sub(f"<td>{percent}%</td>", row, count=1)
                return text[:body.start()] + body.group(0).replace(row, told) + text[body.end():]
    return None


def order(text, report, truth, reader):
    """Lists all codes by their true counts."""
    for body, dimension, rows in rows_of(text, report, reader.snapshot.labels):
        ranked = sorted(rows, key=lambda entry: (-truth[dimension,][entry[0],], entry[0]))
        shown = [report.tables[dimension,][code,] is not HIDDEN for code, _ in ranked]
        codes = [code for code, _ in ranked]
        # An order that an honest page might have too tells nothing, and hidden ones that are the
        # smallest anyway stand last either way.
        if (shown != sorted(shown, reverse=True) and codes not in honest_orders(
                dimension, codes, reader.snapshot.order.get(dimension, []))):
            listed = "\n".join(row for _, row in ranked)
            return text[:body.start()] + f"<tbody>{listed}</tbody>" + text[body.end():]
    return None
