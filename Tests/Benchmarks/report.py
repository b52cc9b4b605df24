"""Prints what was measured: a table for people, JSON for programs."""

import dataclasses
import os
import pathlib
import platform
import subprocess

from operations import Operation
from timing import Measured

HEADINGS = ["operation", "ours", "beside", "theirs", "ratio", "goal", "our MB", "their MB", "runs"]
IS_NUMBER = [False, True, False, True, True, False, True, True, True]


@dataclasses.dataclass
class Row:
    """One operation as it was measured, in a register of `size` cases or in none."""

    operation: Operation
    ours: Measured
    theirs: Measured | None = None
    size: int | None = None

    @property
    def ratio(self):
        return self.ours.median / self.theirs.median if self.theirs else None

    @property
    def goal(self):
        """The goal in words and whether it was met; nothing when there is none."""
        if self.operation.most_milliseconds is not None:
            most = self.operation.most_milliseconds
            return f"≤ {most} ms", self.ours.median * 1000 <= most
        if self.operation.most_ratio is not None:
            return f"ratio ≤ {self.operation.most_ratio}", self.ratio <= self.operation.most_ratio
        return None

    def cells(self):
        theirs, goal = self.theirs, self.goal
        return [
            self.operation.name, time(self.ours.median), self.operation.beside or "–",
            time(theirs.median) if theirs else "–", f"{self.ratio:.2f}" if theirs else "–",
            f"{goal[0]}: {'met' if goal[1] else 'MISSED'}" if goal else "–",
            megabytes(self.ours), megabytes(theirs) if theirs else "–",
            str(len(self.ours.seconds))]

    def as_json(self):
        def side(measured):
            return {"median_ms": milliseconds(measured.median),
                    "least_ms": milliseconds(min(measured.seconds)),
                    "most_ms": milliseconds(max(measured.seconds)),
                    "peak_kb": measured.kilobytes}
        goal = self.goal
        return {
            "operation": self.operation.name, "cases": self.size, "ours": side(self.ours),
            "beside": self.operation.beside or None,
            "theirs": side(self.theirs) if self.theirs else None,
            "ratio": round(self.ratio, 3) if self.theirs else None,
            "goal": {"text": goal[0], "met": goal[1]} if goal else None,
            "runs": len(self.ours.seconds)}


class Machine:
    """What the figures were taken on, and how busy it was before and after."""

    def __init__(self, daftar, scratch):
        def first_line(*command):
            told = subprocess.run(command, capture_output=True, text=True, check=True)
            return told.stdout.splitlines()[0].strip()
        self.cores = len(os.sched_getaffinity(0))
        self.processor = processor()
        self.system = f"Linux {platform.release()}"
        self.daftar = first_line(daftar, "--version")
        self.git = first_line("git", "--version")
        self.file_system = first_line("stat", "-f", "-c", "%T", scratch)
        self.load_before = round(os.getloadavg()[0], 2)
        self.load_after = None

    def end(self):
        self.load_after = round(os.getloadavg()[0], 2)

    @property
    def is_busy(self):
        return self.load_before > 1

    @property
    def warning(self):
        return (f"the load was {self.load_before} before the first measurement: "
                "somebody else works on this machine, and the figures are too high")

    def lines(self):
        # Measuring keeps one core busy; a load of about 1 afterwards is its own.
        yield (f"{self.cores} cores, {self.processor}; {self.system}; {self.file_system}; "
               f"load {self.load_before} before, {self.load_after} after")
        yield f"{self.daftar}; {self.git}"
        if self.is_busy:
            yield f"WARNING: {self.warning}"


def processor():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def milliseconds(seconds):
    return round(seconds * 1000, 3)


def time(seconds):
    if seconds >= 10:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:,.{1 if seconds < 0.1 else 0}f} ms"


def megabytes(measured):
    return f"{measured.kilobytes / 1024:.1f}"


def aligned(headings, rows, is_number):
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]

    def line(row):
        cells = [cell.rjust(width) if right else cell.ljust(width)
                 for cell, width, right in zip(row, widths, is_number)]
        return "  ".join(cells).rstrip()
    return [line(headings), "  ".join("-" * width for width in widths), *map(line, rows)]


def describe(register):
    return (f"{register.table.name}: {register.cases:,} cases, {register.commits} commits, "
            f"{register.bytes / 1e6:.1f} MB of case files, layout {register.table.layout}")


def growth(measured):
    """Our median at each size; how much it and theirs grew from the size before."""
    headings, is_number = ["growth"], [False]
    for register, _ in measured:
        headings += [f"{register.cases:,}", "ours ×", "theirs ×"]
        is_number += [True, True, True]
    del headings[2:4], is_number[2:4]
    rows = []
    for same in zip(*(rows for _, rows in measured)):
        cells = [same[0].operation.name, time(same[0].ours.median)]
        for before, row in zip(same, same[1:]):
            cells += [time(row.ours.median), f"{row.ours.median / before.ours.median:.1f}",
                      f"{row.theirs.median / before.theirs.median:.1f}" if row.theirs else "–"]
        rows.append(cells)
    return aligned(headings, rows, is_number)


def as_text(machine, starts, measured):
    lines = list(machine.lines())
    one = len(measured) == 1
    if one:
        lines += [describe(measured[0][0]), ""]
        rows = starts + measured[0][1]
        lines += aligned(HEADINGS, [row.cells() for row in rows], IS_NUMBER)
    else:
        lines += ["", *aligned(HEADINGS, [row.cells() for row in starts], IS_NUMBER)]
        for register, rows in measured:
            lines += ["", describe(register)]
            lines += aligned(HEADINGS, [row.cells() for row in rows], IS_NUMBER)
        lines += ["", *growth(measured)]
    return "\n".join(lines)


def as_json(machine, starts, measured):
    return {
        "machine": vars(machine),
        "registers": [
            {"table": register.table.name, "layout": register.table.layout,
             "cases": register.cases, "commits": register.commits, "bytes": register.bytes}
            for register, _ in measured],
        "rows": [row.as_json() for rows in [starts, *(rows for _, rows in measured)]
                 for row in rows]}
