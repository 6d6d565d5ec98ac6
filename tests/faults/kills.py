#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kills.py DRIVER CLI COUNT: kills a program that works on a dossier, COUNT times at random moments,
and looks at what the next one finds: every change that was shown more than a second before, in a
dossier that is whole."""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from tap import Report

SEED = 4
LONGEST_RUN = 2.5
GRACE = 1.0


class Run:
    """One life of the driver: what it found, and the states that it showed."""

    def __init__(self, driver, folder, seed):
        self.process = subprocess.Popen([driver, folder, str(seed)], stdout=subprocess.PIPE,
                                        encoding="ascii")
        self.start = self.process.stdout.readline().split()
        self.states = []
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            words = line.split()
            if line.endswith("\n") and len(words) == 3:
                self.states.append((int(words[0]), int(words[1]) / 1e6, words[2]))

    def kill(self):
        """Returns when."""
        now = time.time()
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()
        return now


def compare(states, killed, start):
    """What is wrong with the state that was found, and how many of the last ones are missing."""
    if len(start) != 4:
        return ["the program did not start"], 0
    number, checksum, problems = int(start[1]), start[2], int(start[3])
    if problems:
        return ["the dossier is damaged"], 0
    owed = max((i for i, s in enumerate(states) if s[1] <= killed - GRACE), default=0)
    found = max((i for i, s in enumerate(states) if s[2] == checksum), default=-1)
    if found >= owed:
        return [], len(states) - 1 - found
    # a change may be safe before it could be shown
    if number == states[-1][0] + 1:
        return [], 0
    return ["state {} of {} was found, {} is owed".format(found, len(states), owed)], 0


def main():
    driver, cli, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    rand = random.Random(SEED)
    report = Report()
    missing = shown = 0
    with tempfile.TemporaryDirectory(prefix="apostille-kills-") as folder:
        dossier = os.path.join(folder, "port.apostille")
        run = Run(driver, folder, 0)
        for i in range(count):
            # as often in the first moments as later
            time.sleep(rand.choice((0.1, 0.5, LONGEST_RUN)) * rand.random())
            killed = run.kill()
            states = [(int(run.start[1]), 0.0, run.start[2])] + run.states
            shown += len(run.states)
            run = Run(driver, folder, i + 1)
            wrong, lag = compare(states, killed, run.start)
            missing = max(missing, lag)
            if os.path.exists(dossier):
                checked = subprocess.run([cli, "check", dossier], stdout=subprocess.PIPE,
                                         stderr=subprocess.STDOUT, encoding="utf-8", check=False)
                if checked.returncode != 0:
                    wrong.append(checked.stdout.strip())
            report.point("kill {}".format(i + 1), wrong)
            if len(run.start) != 4:
                break
        run.kill()
    report.note("{} changes were shown; at most {} of the last ones were missing".format(
        shown, missing))
    report.end()


main()
