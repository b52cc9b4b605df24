#!/usr/bin/env python3
"""Measures daftar beside git in one run: medians, ratios, peak memory.

Every figure is of a whole process, files and pages warm, ours and theirs in turn. The registers
are made in a temporary folder, which is removed at the end. A missed goal is no failure: figures
of a shared machine are to be read, not obeyed. The binary is that of `make release`,
or the one that DAFTAR_BINARY names.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import operations
import registers
import report
import sealed
from timing import Clock, Failure, progress

# As many cases as Chicago's table gives.
USUAL_SIZE = 10_954


def binary():
    named = os.environ.get("DAFTAR_BINARY")
    if named:
        path = pathlib.Path(named).resolve()
    else:
        build = [os.environ.get("SWIFT", "swift"), "build", "-c", "release",
                 "--static-swift-stdlib", "-Xswiftc", "-cross-module-optimization",
                 "--product", "daftar"]
        subprocess.run(build, cwd=registers.PROJECT, stdout=sys.stderr, check=True)
        path = registers.PROJECT / ".build/release/daftar"
    if not os.access(path, os.X_OK):
        raise Failure(f"{path} is not a program")
    return path


def measure(found, clock, runs, size):
    """Measures operations one after the other and returns a row for each."""
    rows = []
    for operation in found:
        beside = f" beside {operation.beside}" if operation.theirs else ""
        progress(f"  {operation.name}{beside}")
        sides = [operation.ours] + ([operation.theirs] if operation.theirs else [])
        rows.append(report.Row(operation, *clock.measure(sides, runs), size=size))
    return rows


def measure_register(daftar, clock, scratch, table, options):
    folder = scratch / f"register-{table.file.stem}"
    folder.mkdir()
    register = registers.Register(daftar, clock, folder, table)
    found = operations.reading(register) + operations.writing(register)
    rows = measure(found, clock, options.runs, register.cases)
    shutil.rmtree(folder)
    folder.mkdir()
    closed = sealed.SealedRegister(daftar, clock, folder, table)
    rows += measure(sealed.opening(closed), clock, options.runs, register.cases)
    shutil.rmtree(folder)
    return register, rows


def sizes(text):
    try:
        found = sorted(int(size) for size in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("numbers with commas between them: 1000,10000")
    if min(found) < 100:
        raise argparse.ArgumentTypeError("at least 100 cases")
    return found


def runs(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number of at least 1")
    return int(text)


def parse():
    parser = argparse.ArgumentParser(
        prog="Tests/Benchmarks/run", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=sizes, metavar="N,N,…",
                        help="registers of so many synthetic cases, and the growth between them")
    parser.add_argument("--runs", type=runs, default=15, metavar="N",
                        help="runs of each after a warm-up (default: 15)")
    parser.add_argument("--json", action="store_true", help="for programs")
    return parser.parse_args()


def main():
    options = parse()
    # A stopped run removes its folder too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="daftar-bench-") as name:
        scratch = pathlib.Path(name)
        daftar = binary()
        clock = Clock(scratch)
        machine = report.Machine(daftar, scratch)
        if machine.is_busy:
            progress(f"warning: {machine.warning}")
        progress("starting a process")
        rows = measure(operations.starts(daftar, scratch), clock, options.runs, None)
        if options.sizes:
            tables = (registers.synthetic(scratch, size) for size in options.sizes)
        else:
            tables = [registers.chicago() or registers.synthetic(scratch, USUAL_SIZE)]
        measured = [measure_register(daftar, clock, scratch, table, options) for table in tables]
        machine.end()
    if options.json:
        print(json.dumps(report.as_json(machine, rows, measured), indent=2, ensure_ascii=False))
    else:
        print(report.as_text(machine, rows, measured))


if __name__ == "__main__":
    try:
        main()
    except (Failure, subprocess.CalledProcessError) as failure:
        sys.exit(f"error: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
