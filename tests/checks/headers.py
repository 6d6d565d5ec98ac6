#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""headers.py SOURCE_ROOT BUILD_ROOT: every header can be included first, on its own, and once only.

That of a source file beside it is, as the build has shown, if that file includes it first.  The others
are compiled with the flags of a source file from their own folder, or from the nearest folder above
or below that has one."""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from tap import Report


def commands_by_folder(build):
    """The compiler's command for one C file of each folder."""
    with open(build / "compile_commands.json", encoding="utf-8") as database:
        entries = json.load(database)
    found = {}
    for entry in entries:
        source = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if source.suffix == ".c":
            found.setdefault(source.parent, (entry["directory"], shlex.split(entry["command"])))
    return found


def command_for(header, commands):
    for folder in (header.parent, *header.parents):
        if folder in commands:
            return commands[folder]
        below = [c for f, c in sorted(commands.items()) if f.is_relative_to(folder)]
        if below:
            return below[0]
    raise LookupError(header)


def is_first_of_its_source(header):
    source = header.with_suffix(".c")
    if not source.exists():
        return False
    first = re.search(r'^#include\s+[<"]([^>"]+)', source.read_text(encoding="utf-8"), re.M)
    return first is not None and first[1] == header.name


def problem_of(header, commands):
    """What is to be said against a header, or nothing."""
    code = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S).lstrip()
    if not code.startswith("#pragma once"):
        return "#pragma once does not come first"
    return "" if is_first_of_its_source(header) else compile_alone(header, commands)


def compile_alone(header, commands):
    """What the compiler has to say against a header, or nothing."""
    directory, command = command_for(header, commands)
    flags = [a for a in command[1:] if a.startswith(("-I", "-D", "-W", "-f", "-std", "-pthread"))
             and not a.startswith("-fsanitize")]
    ran = subprocess.run([*shlex.split(os.environ.get("CC", "cc")), *flags, "-Werror",
                          "-fdiagnostics-color=never", "-fsyntax-only", "-x", "c", "-"],
                         input='#include "{0}"\n'.format(header), cwd=directory,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
                         check=False)
    if ran.returncode == 0:
        return ""
    errors = [line for line in ran.stdout.splitlines() if "error:" in line]
    return "\n".join(errors[:3]) or ran.stdout.strip()


def main():
    root, build = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
    headers = sorted(p for folder in ("app", "ui") for p in (root / folder).rglob("*.h"))
    commands = commands_by_folder(build)
    report = Report()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = pool.map(lambda header: problem_of(header, commands), headers)
        for header, problem in zip(headers, said):
            report.point("{} stands on its own".format(header.relative_to(root)),
                         [problem] if problem else [])
    report.end()


main()
