#!/usr/bin/env python3
"""Attacks published statistics: what can be worked out from the files of all releases together?

Usage: attack.py SITE_FOLDER… (snapshots of one site, oldest first). Exit status: 0 nothing found,
1 findings, 2 the files cannot be read.
"""

import argparse
import json
import sys

from findings import Limits
from knowledge import Knowledge
from pages import read_pages
from published import Snapshot, Unreadable
from releases import attack_releases


def attack(folders, knowledge=None, limits=None, progress=lambda text: None):
    """Everything that the snapshots of a site give away together, as a list of findings."""
    knowledge, limits = knowledge or Knowledge(), limits or Limits()
    snapshots = [Snapshot(folder, number) for number, folder in enumerate(folders)]
    findings, bounds = attack_releases(snapshots, knowledge, limits, progress)
    return findings + read_pages(snapshots, knowledge, limits, bounds)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="SITE_FOLDER")
    parser.add_argument("--json", action="store_true", help="findings as JSON")
    parser.add_argument("--knowledge", help="JSON with coarser codes, labels and their order")
    parser.add_argument("--threshold", type=int, default=5)
    parser.add_argument("--width", type=int, default=5)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    knowledge = Knowledge.read(options.knowledge) if options.knowledge else Knowledge()
    limits = Limits(options.threshold, options.width)
    tell = (lambda text: print(text, file=sys.stderr)) if options.verbose else lambda text: None
    try:
        findings = attack(options.folders, knowledge, limits, tell)
    except Unreadable as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps([finding.fields() for finding in findings], indent=1))
    else:
        for finding in findings:
            print(finding)
        print(f"{len(findings)} findings in {len(options.folders)} releases")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
