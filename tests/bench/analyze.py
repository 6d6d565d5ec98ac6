#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""analyze.py SOURCE_ROOT BUILD_ROOT: how many words a second the engine reads on one core.

For each language that can be read, its sample article is read as it is, and forty times over in one
text, so that the two figures show whether the time grows with the length; then each stage of the
long run.  Medians of five runs; it never fails for being slow."""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

RUNS = 5
COPIES = (1, 40)


def timing(cli, language, path):
    ran = subprocess.run([cli, "analyze", "--timing", "--format", "json", "--language", language,
                          "--date", "2025-10-14", path], check=True, stdout=subprocess.PIPE)
    return json.loads(ran.stdout)["timing"]


def measure(cli, language, sample, copies, place):
    path = place / "{}-{}.txt".format(copies, sample.name)
    path.write_text("\n".join([sample.read_text(encoding="utf-8")] * copies), encoding="utf-8")
    runs = [timing(cli, language, str(path)) for _ in range(RUNS)]
    words = runs[0]["words"]
    load = statistics.median(run["load_ms"] for run in runs)
    analyze = statistics.median(run["analyze_ms"] for run in runs)
    print("{} {:6d} words: load {:7.1f} ms, analyze {:8.1f} ms, {:8.0f} words/s".format(
        language, words, load, analyze, 1000 * words / max(analyze, 0.001)))
    if copies == max(COPIES):
        for stage in runs[0]["stages_ms"]:
            taken = statistics.median(run["stages_ms"][stage] for run in runs)
            print("  {:10s} {:8.1f} ms, {:9.0f} words/s".format(
                stage, taken, 1000 * words / max(taken, 0.001)))


def main():
    root, build = (pathlib.Path(p) for p in sys.argv[1:3])
    cli = str(build / "app/cli/apostille-cli")
    with tempfile.TemporaryDirectory() as place:
        for sample in sorted((root / "resources/sample").glob("sample.*.txt")):
            language = sample.suffixes[0][1:]
            if not any((root / "resources/lang" / language).glob("*.tsv")):
                continue
            for copies in COPIES:
                measure(cli, language, sample, copies, pathlib.Path(place))


main()
