#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py SOURCE_ROOT: who may include whom.

The program in app/ sees nothing of a screen; each of its layers includes only the layers it stands
on; the six views do not include one another; JSON stays where files are read and written."""
import pathlib
import re
import sys

from tap import Report

STANDS_ON = {
    "base": set(),
    "model": {"base"},
    "import": {"base", "model"},
    "language": {"base"},
    "analysis": {"base", "model", "language"},
    "layout": {"base"},
    "draw": {"base", "model", "layout"},
    "session": {"base", "model"},
    "export": {"base", "model", "layout", "draw"},
    "cli": {"base", "model", "import", "language", "analysis", "layout", "draw", "session",
            "export"},
}
VIEWS = ("reader", "claims", "actors", "notes", "graph", "timeline")
SCREEN = re.compile(r"^(gtk|gdk|gsk|adwaita|libadwaita|graphene)\b")
READS_JSON = {"session", "import", "export", "cli"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def sources(folder):
    return sorted(p for p in folder.rglob("*.[ch]") if p.is_file())


def includes(path):
    """The (bracket, name) of every include of a file, with its line number."""
    text = path.read_text(encoding="utf-8")
    for found in INCLUDE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1], found[2]


def home_of(folders):
    """Which folder each header lies in, by the header's name."""
    return {header.name: name for name, folder in folders.items() for header in folder.glob("*.h")}


def check_app(report, root):
    folders = {p.name: p for p in sorted((root / "app").iterdir()) if p.is_dir()}
    report.point("every folder of app/ is a layer with known foundations",
                 ["app/{} is not in STANDS_ON".format(n) for n in folders if n not in STANDS_ON])
    home = home_of(folders)
    screen_headers = {p.name for p in (root / "ui").rglob("*.h")}
    for name, folder in folders.items():
        screen, upward, json = [], [], []
        for path in sources(folder):
            for line, bracket, header in includes(path):
                place = "{}:{} includes {}".format(path.relative_to(root), line, header)
                if SCREEN.match(header) or (bracket == '"' and header in screen_headers):
                    screen.append(place)
                if header.startswith("json-glib/") and name not in READS_JSON:
                    json.append(place)
                other = home.get(pathlib.PurePath(header).name) if bracket == '"' else None
                if other not in (None, name) and other not in STANDS_ON.get(name, set()):
                    upward.append("{} of app/{}".format(place, other))
        report.point("app/{} knows nothing of a screen".format(name), screen)
        report.point("app/{} includes only what it stands on".format(name), upward)
        report.point("app/{} reads JSON only if that is its work".format(name), json)


def check_views(report, root):
    folders = {v: root / "ui" / v for v in VIEWS if (root / "ui" / v).is_dir()}
    home = home_of(folders)
    for name, folder in folders.items():
        crossing = []
        for path in sources(folder):
            for line, bracket, header in includes(path):
                other = home.get(pathlib.PurePath(header).name) if bracket == '"' else None
                if other not in (None, name):
                    crossing.append("{}:{} includes {} of ui/{}".format(
                        path.relative_to(root), line, header, other))
        report.point("ui/{} includes no other view".format(name), crossing)


def main():
    root = pathlib.Path(sys.argv[1])
    report = Report()
    check_app(report, root)
    check_views(report, root)
    report.end()


main()
