#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""scores.py [--update] SOURCE_ROOT BUILD_ROOT: how well the engine reads annotated texts.

The texts and the program that scores them are other people's and lie beside the source tree, in
../shared; where they are absent the test skips.  Each figure is compared with baseline.json and may
be at most half a point (of a hundred) worse.  --update writes the figures of today there: do that
when they rise."""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tap import Report

TOLERANCE = 0.005
LOWER_IS_BETTER = {"actors_extra"}
# Not every reported clause is annotated there, so what is found beyond them is no fault.
WITHOUT_PRECISION = {"reported"}


def score(shared, build, corpora):
    with tempfile.TemporaryDirectory() as place:
        answer = pathlib.Path(place) / "scores.json"
        subprocess.run([sys.executable, str(shared / "eval/score.py"),
                        str(build / "app/cli/apostille-cli"),
                        "--corpora", str(corpora), "--json", str(answer)],
                       check=True, stdout=sys.stderr)
        return json.loads(answer.read_text(encoding="utf-8"))


def score_own_labels(shared, build, labels):
    """Our own labels, put beside the texts that they are of."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "claims-fr"
        folder.mkdir()
        for label in labels.glob("*.json"):
            text = label.with_suffix(".txt").name
            shutil.copy(label, folder)
            shutil.copy(shared / "corpora/winer-fr" / text, folder)
        return score(shared, build, place)["claims"]


def measure(root, build):
    """The figures that are shares, by set and name."""
    shared = root.parent / "shared"
    scores = score(shared, build, shared / "corpora")
    for labels in sorted((root / "tests/quality/labels").iterdir()):
        if labels.is_dir():
            scores["claims, " + labels.name] = score_own_labels(shared, build, labels)
    return {name: {figure: round(value, 4) for figure, value in figures.items()
                   if isinstance(value, float)
                   and not (name in WITHOUT_PRECISION and figure in ("P", "F1"))}
            for name, figures in scores.items()}


def compare(report, baseline, scores):
    for name, figures in baseline.items():
        for figure, before in figures.items():
            now = scores.get(name, {}).get(figure)
            title = "{} {}".format(name, figure)
            if now is None:
                report.point(title, ["is not measured any more"])
                continue
            gain = before - now if figure in LOWER_IS_BETTER else now - before
            said = "{:.1f}, was {:.1f}".format(100 * now, 100 * before)
            report.point("{} {}".format(title, said),
                         ["fell by more than {:.1f}".format(100 * TOLERANCE)]
                         if gain < -TOLERANCE else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    arguments = parser.parse_args()
    root, build = arguments.root.resolve(), arguments.build.resolve()
    baseline = root / "tests/quality/baseline.json"
    report = Report()
    if not (root.parent / "shared/corpora").is_dir():
        report.skip("quality", "there is no ../shared/corpora beside the source tree")
        report.end()
    scores = measure(root, build)
    if arguments.update:
        baseline.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    compare(report, json.loads(baseline.read_text(encoding="utf-8")), scores)
    report.end()


main()
