#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py SOURCE_ROOT: po/POTFILES.in names just the files that hold words to translate,
and every language of po/LINGUAS has all of those words."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Report

MARKED = {
    ".c": re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext)\s*\("),
    ".ui": re.compile(r'\btranslatable="(yes|true|1)"'),
}
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def holds_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".c":
        text = COMMENT.sub(" ", text)
    return MARKED[path.suffix].search(text) is not None


def candidates(root):
    for folder in ("app", "ui", "resources/ui"):
        for path in (root / folder).rglob("*"):
            if path.suffix in MARKED:
                yield path


def check_list(report, root):
    """Returns what POTFILES.in lists."""
    text = (root / "po/POTFILES.in").read_text(encoding="utf-8")
    listed = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    marked = {str(p.relative_to(root)) for p in candidates(root) if holds_words(p)}
    report.point("every file with words to translate is in po/POTFILES.in",
                 ["add " + name for name in sorted(marked - set(listed))])
    report.point("every file in po/POTFILES.in is there",
                 ["remove " + name for name in listed if not (root / name).is_file()])
    report.point("no file is in po/POTFILES.in twice",
                 sorted({name for name in listed if listed.count(name) > 1}))
    return [name for name in listed if (root / name).is_file()]


def keywords(root):
    """The options for xgettext, from the one place where they stand."""
    text = (root / "po/meson.build").read_text(encoding="utf-8")
    return re.findall(r"'(--(?:keyword|from-code)=[^']+)'", text)


def check_languages(report, root, listed):
    for code in (root / "po/LINGUAS").read_text(encoding="utf-8").split():
        po = str(root / "po" / (code + ".po"))
        report.command("po/{}.po is sound".format(code), ["msgfmt", "-c", "-o", os.devnull, po])
        with tempfile.TemporaryDirectory() as place:
            template = os.path.join(place, "apostille.pot")
            subprocess.run(["xgettext", *keywords(root), "-o", template, *listed], cwd=root,
                           check=True, stderr=subprocess.DEVNULL)
            report.command("po/{}.po translates every word, and none doubtfully".format(code),
                           ["msgcmp", po, template])


def check_french(report, root):
    """The spaces of French punctuation may not end a line."""
    entries = (root / "po/fr.po").read_text(encoding="utf-8").split("\n\n")[1:]
    words = re.compile(r'^msgstr(?:\[\d\])? (".*(?:\n".*)*)', re.MULTILINE)
    wrong = [words_of for entry in entries for words_of in words.findall(entry)
             if re.search("« | »| [;:?!]", words_of)]
    report.point("po/fr.po keeps its punctuation in the line", wrong)


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    report = Report()
    check_languages(report, root, check_list(report, root))
    check_french(report, root)
    report.end()


main()
