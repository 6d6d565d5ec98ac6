#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""window-kills.py APOSTILLE DRIVER CLI TEXT COUNT: works in the window of the program by its keys,
kills it COUNT times at random moments, and looks at what is recovered, by turns in the next window
and without one: every change that the window had taken more than a second before, in a dossier that
is whole.  Needs a display, a session bus and a home of their own: tests/support/with-display."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from display import Display
from tap import Report

SEED = 5
LONGEST_RUN = 4.0
GRACE = 1.0
PATIENCE = 60.0

CONTROL, ALT, ESCAPE = 0xffe3, 0xffe9, 0xff1b

NAME = "org.apostille.Apostille"

VERDICTS = {"v": "verified", "d": "disputed", "u": "none", "2": "mostly-verified", "3": "mixed",
            "4": "misleading", "6": "refuted", "7": "unproven", "8": "outdated",
            "9": "not-checkable"}


def ask_bus(name, path, method, *arguments):
    """What a call is answered; None if it fails."""
    done = subprocess.run(["gdbus", "call", "--session", "--dest", name, "--object-path", path,
                           "--method", method, *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else None


def read_state(path):
    """For each claim the verdicts that it was given, one after the other."""
    with open(path, encoding="utf-8") as file:
        claims = json.load(file).get("claims", [])
    return tuple(tuple(entry["to"] for entry in claim.get("log", [])) for claim in claims)


class Life:
    """One life of the window, and the states that its keys led to."""

    def __init__(self, place, rand, state, recover):
        self.place, self.rand, self.state = place, rand, state
        self.states = [(0.0, state)]
        self.undo = []
        self.process = subprocess.Popen([place.program] + ([] if recover else [place.dossier]),
                                        stdout=place.log, stderr=place.log)
        self.started = self.wait_for_dossier(recover)
        self.ending = False
        self.worker = threading.Thread(target=self.work)

    def wait_for_dossier(self, recover):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if any(title.endswith(self.place.title) for title in self.place.display.titles()):
                return self.answers()
            if recover:
                # the line that offers it may not be there yet
                self.place.display.press(ALT, "r")
            time.sleep(0.2)
        return False

    def answers(self):
        """Whether the program's main loop has gone round since, and with it the keys before."""
        return all(ask_bus(NAME, "/org/apostille/Apostille", "org.gtk.Actions.List") is not None
                   for _ in range(2))

    def judge(self, claim, key):
        log = self.state[claim]
        now = log[-1] if log else "none"
        verdict = "none" if VERDICTS[key] == now else VERDICTS[key]
        if verdict == now:
            return
        self.undo.append(self.state)
        self.state = self.state[:claim] + (log + (verdict,),) + self.state[claim + 1:]

    def take_step(self, claim):
        """Presses keys; returns the claim that is selected then."""
        display, choice = self.place.display, self.rand.random()
        if choice < 0.5:
            key = self.rand.choice(sorted(VERDICTS))
            self.judge(claim, key)
            self.states.append((None, self.state))
            display.press(key)
        elif choice < 0.8:
            step = 1 if self.rand.random() < 0.6 else -1
            display.press("j" if step > 0 else "k")
            return min(max(claim + step, 0), len(self.state) - 1)
        elif choice < 0.93:
            if self.undo:
                self.state = self.undo.pop()
                self.states.append((None, self.state))
                display.press(CONTROL, "z")
        else:
            display.press(CONTROL, "s")
        return claim

    def work(self):
        self.place.display.press(ESCAPE)
        self.place.display.press("j")
        claim = 0
        while not self.ending:
            claim = self.take_step(claim)
            # what the window has taken is owed from now on
            if self.states[-1][0] is None and self.answers():
                self.states[-1] = (time.time(), self.states[-1][1])

    def kill(self):
        """Returns when."""
        now = time.time()
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.ending = True
        self.worker.join()
        # until the bus knows, the next would hand its file to the dead
        bus = "org.freedesktop.DBus"
        while "true" in (ask_bus(bus, "/", bus + ".NameHasOwner", NAME) or "true"):
            time.sleep(0.02)
        return now


class Place:
    """The folders and programs, and what the keys go to."""

    def __init__(self, folder, program, driver, cli, text):
        self.program, self.driver, self.cli, self.folder = program, driver, cli, folder
        self.state = os.path.join(os.environ["XDG_STATE_HOME"], "apostille")
        self.data = os.path.join(os.environ["XDG_DATA_HOME"], "apostille")
        self.dossier = os.path.join(folder, "work.apostille")
        self.log = open(os.path.join(folder, "log"), "wb")
        subprocess.run([cli, "new", text, "-o", self.dossier], check=True,
                       stdout=subprocess.DEVNULL)
        with open(self.dossier, encoding="utf-8") as file:
            self.title = json.load(file)["articles"][0]["title"]
        self.display = Display()
        # without a window manager the keys go to where the pointer is
        self.display.point(400, 300)

    def recover(self, state, out):
        """What a program finds that recovers, or opens the file where there is nothing to recover,
        and whether there is something; it saves that to @out.  None if it cannot."""
        done = subprocess.run([self.driver, "--recover", state, self.data, self.dossier, out],
                              stdout=subprocess.PIPE, stderr=self.log, encoding="ascii",
                              check=False)
        return (read_state(out) if done.returncode == 0 else None), "recovered" in done.stdout

    def look(self):
        """The same from a copy of the journals, which stay."""
        copy, out = os.path.join(self.folder, "copy"), os.path.join(self.folder, "out.apostille")
        shutil.rmtree(copy, ignore_errors=True)
        if os.path.isdir(self.state):
            shutil.copytree(self.state, copy)
        return self.recover(copy, out)

    def check(self):
        checked = subprocess.run([self.cli, "check", self.dossier], stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        return [checked.stdout.strip()] if checked.returncode else []

    def said(self):
        """What the programs said."""
        return pathlib.Path(self.log.name).read_text(encoding="utf-8", errors="replace")


def compare(life, killed, found):
    """What is wrong with the state that was found, and how many of the last ones are missing."""
    if found is None:
        return ["the dossier is damaged"], 0
    owed = max(i for i, s in enumerate(life.states) if s[0] is not None and s[0] <= killed - GRACE)
    at = max((i for i, s in enumerate(life.states) if s[1] == found), default=-1)
    if at >= owed:
        return [], len(life.states) - 1 - at
    return ["state {} of {} was found, {} is owed".format(at, len(life.states), owed)], 0


def main():
    program, driver, cli, text, count = sys.argv[1:6]
    rand = random.Random(SEED)
    report = Report()
    shown = missing = in_window = 0
    with tempfile.TemporaryDirectory(prefix="apostille-kills-") as folder:
        place = Place(folder, program, driver, cli, text)
        state = read_state(place.dossier)
        recover = False
        for i in range(int(count)):
            life = Life(place, rand, state, recover)
            in_window += recover
            if not life.started:
                life.process.kill()
                report.point("kill {}".format(i + 1), ["no window showed the dossier", place.said()])
                break
            life.worker.start()
            time.sleep(rand.choice((0.2, 1.5, LONGEST_RUN)) * rand.random())
            killed = life.kill()
            state, waits = place.look()
            wrong, lag = compare(life, killed, state)
            shown, missing = shown + len(life.states) - 1, max(missing, lag)
            report.point("kill {}".format(i + 1), wrong + place.check())
            if state is None:
                break
            recover = waits and rand.random() < 0.5
            if not recover:
                state, _ = place.recover(place.state, place.dossier)
        place.log.close()
    report.note("{} changes were made; at most {} of the last ones were missing; {} times a window "
                "recovered them".format(shown, missing, in_window))
    report.end()


main()
