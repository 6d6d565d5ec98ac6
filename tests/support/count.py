#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py [--failed N] LOG…

Adds up what meson's testlog.json files say and prints `N passed, N failed, N skipped`.  A program
that speaks TAP counts once for each of its points, any other once.  N failures from elsewhere (a
build that broke) are added.  The exit status is 1 if anything failed or nothing ran."""
import argparse
import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)$")
DIRECTIVE = re.compile(r"#\s*(skip|todo)", re.IGNORECASE)


def tap_points(text):
    """How many points of a TAP stream passed, failed and were skipped."""
    passed = failed = skipped = 0
    for line in text.splitlines():
        point = POINT.match(line)
        if point is None:
            continue
        directive = DIRECTIVE.search(point[2])
        if directive is not None and directive[1].lower() == "skip":
            skipped += 1
        elif point[1] and directive is None:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """The same for one test of a log; a program that failed has at least one failure."""
    passed, failed, skipped = tap_points(test.get("stdout") or "")
    result = test["result"]
    if result in ("OK", "EXPECTEDFAIL"):
        return max(passed, 0 if skipped else 1), failed, skipped
    if result == "SKIP":
        return passed, failed, max(skipped, 1)
    return passed, max(failed, 1), skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failed", type=int, default=0)
    parser.add_argument("logs", nargs="*")
    arguments = parser.parse_args()
    total = [0, arguments.failed, 0]
    for log in arguments.logs:
        with open(log, encoding="utf-8") as lines:
            for line in lines:
                for i, number in enumerate(count_test(json.loads(line))):
                    total[i] += number
    if total[0] + total[1] == 0:
        total[1] = 1
    print("{} passed, {} failed, {} skipped".format(*total))
    return 1 if total[1] else 0


sys.exit(main())
