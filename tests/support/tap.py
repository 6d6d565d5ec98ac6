# SPDX-License-Identifier: GPL-3.0-or-later
"""The few words of the Test Anything Protocol that the scripts under tests/ say."""
import shutil
import subprocess
import sys


class Report:
    """Prints one point for each thing looked at, and a plan at the end."""

    def __init__(self):
        self.points = 0
        self.failed = 0

    def note(self, text):
        """Says something that decides nothing."""
        for line in text.splitlines():
            print("#", line)

    def point(self, name, problems=()):
        """One point, which passes when there are no problems; they are listed under it, and on
        standard error too, as that is what meson shows of a script that failed."""
        problems = [str(problem) for problem in problems]
        self.points += 1
        self.failed += bool(problems)
        print("{}ok {} {}".format("not " if problems else "", self.points, name))
        if problems:
            self.note("\n".join(problems))
            print("FAILED: " + name, *problems, sep="\n  ", file=sys.stderr)

    def skip(self, name, reason):
        """One point that could not be looked at."""
        self.points += 1
        print("ok {} {} # SKIP {}".format(self.points, name, reason))

    def command(self, name, command, **options):
        """One point, which passes when the command succeeds; skipped where there is none such."""
        if shutil.which(command[0]) is None:
            self.skip(name, command[0] + " is not installed")
            return
        ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             encoding="utf-8", errors="replace", check=False, **options)
        said = ran.stdout.strip() or "exit status {}".format(ran.returncode)
        self.point(name, [said] if ran.returncode else [])

    def end(self):
        """Prints the plan and leaves."""
        print("1..{}".format(self.points))
        sys.exit(1 if self.failed else 0)
