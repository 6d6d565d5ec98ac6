#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sizes.py SOURCE_ROOT: names the files that ask to be split by concern.  It never fails."""
import pathlib
import sys

from tap import Report

LIMITS = {".c": 700, ".h": 300, ".ui": 500}


def main():
    root = pathlib.Path(sys.argv[1])
    report = Report()
    large = []
    for folder in ("app", "ui", "tests", "resources/ui"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in LIMITS and path.is_file():
                lines = path.read_text(encoding="utf-8").count("\n")
                if lines > LIMITS[path.suffix]:
                    large.append("{}: {} lines".format(path.relative_to(root), lines))
    report.note("\n".join(large))
    report.point("sizes of the source files were looked at")
    report.end()


main()
