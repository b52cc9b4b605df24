#!/usr/bin/env python3
"""Publishes three simulated years, quarter by quarter, and attacks all releases together.

Usage: simulate.py [SIZE…] [--block LENGTH] [--seed N] [--keep FOLDER]. DAFTAR_BINARY names the program. Between
releases cases of closed blocks are changed, withdrawn and back-dated and late ones come in; no byte
that was published may change.
"""

import argparse
import collections
import functools
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import cheats
import register
import truth
import zeros
from attack import attack
from cells import SENSITIVE
from findings import Limits
from joint import Joint
from knowledge import GROUPS, Knowledge
from published import HIDDEN, Snapshot
from releases import attack_chain
from stock import Beside

GRACE = 21
# Steps after the closing of a block, on cases that it counts.
CHANGES = 6


class Failure(Exception):
    """Something that must not happen to a register or a site."""


class Simulation:
    """A register of three years, and the site of each release."""

    def __init__(self, binary, scratch, size, seed, block="quarter"):
        self.binary, self.scratch, self.size, self.block = binary, scratch, size, block
        self.folder, self.map = scratch / "register", scratch / "map.yml"
        self.rows = register.rows(size, seed)
        self.generator = random.Random(seed)
        self.taken, self.snapshots, self.refused = set(), [], 0
        self.has_pages = True
        self.map.write_text(register.MAP)

    def run(self, day, *arguments, may_fail=False):
        environment = {**os.environ, "DAFTAR_NOW": str(day), "DAFTAR_MEMBER": "huda"}
        done = subprocess.run([self.binary, *map(str, arguments)], env=environment,
                              cwd=self.scratch, capture_output=True, text=True)
        if done.returncode and not may_fail:
            command = " ".join(map(str, arguments))
            raise Failure(f"{command}: {done.stderr or done.stdout}")
        return done

    def at(self, day, *arguments, **options):
        return self.run(day, "-C", self.folder, *arguments, **options)

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=Cheat", "-c", "user.email=cheat@example.org",
                        *arguments], cwd=self.folder, check=True)

    def make(self):
        day = self.rows[0]["received"]
        self.run(day, "init", self.folder, "--demo", "--name", "Simulated", "--time-zone", "UTC",
                 "--layout", "month-bucket" if self.size > 3000 else "month", "--member",
                 "huda:Huda:manager+intake+handler+admin+publisher:huda@example.org")
        (self.folder / "cases/areas.yml").write_text(register.AREAS_FILE)
        self.at(day, "adopt", "areas.yml")
        plan = self.folder / "cases/publication.yml"
        text = re.sub(r"(?m)^block: .*$", f"block: {self.block}", plan.read_text())
        if text != plan.read_text():
            plan.write_text(text)
            self.at(day, "adopt", "publication.yml")

    def quarter(self, first, last):
        """One quarter until its release; changes to earlier blocks come first."""
        today = last + register.datetime.timedelta(GRACE)
        if self.snapshots:
            self.change_the_past(first, last)
        ready = [row for row in self.rows if row["number"] not in self.taken
                 and row["received"] <= last and row["known"] <= today]
        self.taken |= {row["number"] for row in ready}
        table = self.scratch / f"until-{last}.csv"
        register.write(table, ready, today)
        self.at(today, "import", "csv", table, "--map", self.map)
        closed = self.at(today, "publish", "close", may_fail=True)
        if closed.returncode and "no block is due" not in closed.stderr + closed.stdout:
            raise Failure(closed.stderr or closed.stdout)
        # Of a longer block nothing is due at the end of most quarters.
        if closed.returncode == 0 and closed.stdout.strip():
            self.release(today, last)

    def release(self, today, last):
        if last.month == 12:
            self.at(today, "publish", "check")
        site = self.scratch / f"site-{last}"
        self.at(today, "site", "build", "--out", site)
        if not any(site.glob("data/*/counts.csv")):
            # A program whose pages do not show closed blocks yet: attack what it froze for them.
            self.has_pages = False
            site = self.scratch / f"frozen-{last}"
            site.mkdir(parents=True)
            shutil.copy(self.folder / "cases/publication/ledger.csv", site)
            for file in self.folder.glob("cases/publication/*/counts.csv"):
                copy = site / "data" / file.parent.name / file.name
                copy.parent.mkdir(parents=True)
                copy.write_bytes(file.read_bytes())
        self.snapshots.append(site)
        if len(self.snapshots) > 1:
            same_bytes(*self.snapshots[-2:])

    def change_the_past(self, first, last):
        """What people do to cases whose numbers are out already."""
        listed = json.loads(self.at(first, "list", "--json").stdout)
        past = [case for case in listed if case["received"] < str(first)]
        for case in self.generator.sample(past, min(CHANGES, len(past))):
            name, reason = case["case"], ["--reason", "Checked again."]
            day = first + register.datetime.timedelta(self.generator.randint(25, 80))
            step = self.generator.choice(["area", "category", "received", "channel", "ending"])
            if step == "area":
                command = ["amend", name, "area", "R302", *reason]
            elif step == "category":
                command = ["amend", name, "category", "minor", *reason]
            elif step == "received":
                command = ["amend", name, "received", case["received"][:8] + "01", *reason]
            elif step == "channel":
                command = ["amend", name, "channel", "box", *reason]
            elif case["state"] == "closed":
                command = ["reopen", name, *reason]
            else:
                command = ["close", name, "--outcome", "withdrawn", *reason]
            done = self.at(day, *command, may_fail=True)
            # The rules of the workflow refuse some of these; that is not what is tested here.
            self.refused += done.returncode != 0

    def knowledge(self):
        """What a reader knows beside the site: the tree of areas, and the targets."""
        districts = {district: region for region, districts in register.REGIONS.items()
                     for district in districts}
        targets = re.findall(r"target: (\d+)", (self.folder / "cases/targets.yml").read_text())
        return Knowledge(coarser={"category": GROUPS, "district": districts},
                         targets=map(int, targets))


def same_bytes(before, after):
    """Fails when a file of a closed block is not what it was in the release before."""
    for file in sorted(before.glob("data/*/*")):
        again = after / file.relative_to(before)
        if not again.is_file() or again.read_bytes() != file.read_bytes():
            raise Failure(f"{file.relative_to(before)} changed after its block was closed")


def describe(snapshot):
    cells = [value for report in snapshot.reports for cells in report.tables.values()
             for value in cells.values()]
    hidden = sum(value is HIDDEN for value in cells)
    return f"{len(snapshot.reports)} reports, {len(cells)} cells, {hidden} hidden"


def simulate(binary, scratch, size, seed, block="quarter"):
    start = time.monotonic()
    simulation = Simulation(binary, scratch, size, seed, block)
    simulation.make()
    for first, last in register.quarters():
        simulation.quarter(first, last)
    made = time.monotonic()
    findings = attack(simulation.snapshots, simulation.knowledge())
    print(f"{size} cases a year, by {block}: {len(simulation.snapshots)} releases, "
          f"{describe(Snapshot(simulation.snapshots[-1], 0))}; made in {made - start:.0f} s, "
          f"attacked in {time.monotonic() - made:.0f} s: {len(findings)} findings", flush=True)
    if not simulation.has_pages:
        print("  skipped: pages (the site has no data/<block>/counts.csv)")
    for finding in findings:
        print(f"  {finding}")
    return len(findings) + judge_attack(simulation)


def judge_attack(simulation):
    """Whether the attack is right about this register, and would notice a cheat."""
    knowledge, limits, errors, tried, caught = simulation.knowledge(), Limits(), [], 0, 0
    truths, judged, sums = {}, [], collections.defaultdict(zeros.nothing)
    reports = Snapshot(simulation.snapshots[-1], 0).reports
    stocks = {report.end: report for report in reports if report.is_stock}
    for report in reports:
        if report.is_stock:
            continue
        frozen = simulation.folder / "cases/publication" / report.block
        true = truths[report.period] = truth.count(
            report, truth.read_records(frozen / "records.csv"), knowledge)
        # Nobody opens a case again here between the end of its block and the closing.
        stock = stocks.get(report.end)
        joint = Joint([report], knowledge, beside=stock and Beside(stock, report.start))
        errors += truth.disagreements(report, true, joint, functools.partial(joint.cell, 0))
        if stock:
            errors += [] if stock.closed_on else [f"{stock.period}: nobody says when it was closed"]
            errors += truth.disagreements(
                stock, truth.count(stock, truth.read_records(frozen / "open.csv"), knowledge),
                joint, joint.stock_cell)
        judged.append((report, true))
        zeros.add(sums, zeros.patterns(report, true))
        errors += judge_answers(report, true, knowledge, limits)
        cheat = truth.without_partners(report, true, limits.threshold)
        if cheat.tables != report.tables:
            tried += 1
            caught += bool(attack_chain([cheat], knowledge, limits, {}, {}))
    print(f"  true counts lie within all bounds: {'no' if errors else 'yes'}; "
          f"noticed: {caught} of {tried} blocks without partners", end="")
    # Here and there the small counts protect each other, and what was hidden with them was too much.
    errors += [] if 4 * caught >= 3 * tried else ["blocks without partners were not noticed"]
    hidden, nobody = zeros.share(judged)
    if hidden and nobody / hidden < zeros.LEAST_SHARE:
        errors.append(f"only {nobody} of {hidden} hidden numbers are zeros")
    errors += judge_pages(simulation, truths, knowledge) + judge_check(simulation)
    print(f"  {nobody} of {hidden} hidden numbers are zeros")
    for line in zeros.describe(sums):
        print(f"    {line}")
    for error in errors:
        print(f"  wrong: {error}")
    return len(errors)


def judge_answers(report, true, knowledge, limits):
    """Shows what keeps a row of one answer in doubt; returns the rows that are not noticed then."""
    for table, row in truth.rows_of_one_answer(report, true, SENSITIVE):
        cheat = truth.with_true_zeros(report, table, row)
        if not any(finding.kind == "one-cell-row"
                   for finding in attack_chain([cheat], knowledge, limits, {}, {})):
            yield f"{report.period} {table} {row[0]}: its only answer was not noticed"


def judge_pages(simulation, truths, knowledge):
    """Cheats on the pages of the last release; returns what was not noticed."""
    copy = simulation.scratch / "cheating"
    ways = cheats.cheat(simulation.snapshots[-1], copy, truths)
    # The archive of the site still holds the honest pages.
    (copy / "site.zip").unlink(missing_ok=True)
    findings = attack([copy], knowledge)
    noticed = [page for page in ways if any(page in finding.text for finding in findings)]
    print(f", {len(noticed)} of {len(ways)} pages with a true share or order", end="")
    return [f"{page}: {way} was not noticed" for page, way in ways.items() if page not in noticed]


def judge_check(simulation):
    """Shows a hidden count of a closed block, with all digests made to fit; returns what passes."""
    folder, today = simulation.folder, simulation.rows[-1]["received"]
    today += register.datetime.timedelta(200)
    counts = next(path for path in sorted(folder.glob("cases/publication/*/counts.csv"))
                  if b",,c\n" in path.read_bytes())
    before = counts.read_bytes()
    changed = before.replace(b",,c\n", b",7,\n", 1)
    digests = [hashlib.sha256(content).hexdigest().encode() for content in (before, changed)]
    counts.write_bytes(changed)
    for file in [*counts.parent.iterdir(), folder / "cases/publication/ledger.csv"]:
        file.write_bytes(file.read_bytes().replace(*digests))
    simulation.git("commit", "--quiet", "--all", "--message", "A cheat")
    done = simulation.at(today, "publish", "check", may_fail=True)
    simulation.git("reset", "--quiet", "--hard", "HEAD~1")
    print(f", {int(done.returncode != 0)} of 1 changed blocks (by publish check)", flush=True)
    return [] if done.returncode else ["publish check passes a block that was changed"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE")
    parser.add_argument("--block", choices=["month", "quarter", "half", "year"], default="quarter")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="folder for registers and sites")
    options = parser.parse_args()
    binary = os.path.abspath(os.environ["DAFTAR_BINARY"])
    found = 0
    for size in options.sizes or [150, 400]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = options.keep / str(size) if options.keep else pathlib.Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            try:
                found += simulate(binary, folder.resolve(), size, options.seed, options.block)
            except Failure as failure:
                print(f"{size} cases a year: failed: {failure}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
