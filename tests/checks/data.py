#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""data.py SOURCE_ROOT BUILD_ROOT: what is handed to the desktop is valid, every picture and
template is well-formed and built in, and the shell scripts parse."""
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from tap import Report

APP_ID = "org.apostille.Apostille"


def appstream_command(metainfo):
    """There is no home page yet: newer versions of appstreamcli warn of that, older ones do not
    know the warning and refuse to have it overridden."""
    command = ["appstreamcli", "validate", "--no-net", "--no-color", metainfo]
    if shutil.which(command[0]) is None:
        return command
    said = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    if "url-homepage-missing" in said:
        command.insert(2, "--override=url-homepage-missing=info")
    return command


def check_desktop(report, root, build):
    desktop = root / "resources/desktop"
    report.command("the desktop entry is valid",
                   ["desktop-file-validate",
                    str(build / "resources/desktop" / (APP_ID + ".desktop"))])
    report.command("the AppStream data is valid",
                   appstream_command(str(desktop / (APP_ID + ".metainfo.xml"))))
    report.command("the settings schema is valid",
                   ["glib-compile-schemas", "--strict", "--dry-run", str(desktop)])


def check_xml(report, root):
    files = [*(root / "resources").rglob("*.xml"), *(root / "resources").rglob("*.svg"),
             *(root / "resources").rglob("*.ui")]
    for path in sorted(files):
        report.command("{} is well-formed".format(path.relative_to(root)),
                       ["xmllint", "--noout", "--nonet", str(path)])


def check_templates(report, root):
    for path in sorted((root / "resources/ui").glob("*.ui")):
        try:
            top = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            report.point("{} is for GtkBuilder".format(path.name), [error])
            continue
        problems = []
        if top.tag != "interface":
            problems.append("its root is <{}>, not <interface>".format(top.tag))
        if not any(child.tag in ("template", "object", "menu") for child in top):
            problems.append("it holds no template, object or menu")
        ids = [e.get("id") for e in top.iter() if e.get("id") and e.tag in ("object", "menu")]
        problems += ["the id {} stands twice".format(i) for i in sorted(set(ids))
                     if ids.count(i) > 1]
        report.point("{} is for GtkBuilder".format(path.name), problems)


def check_built_in(report, root):
    resources = root / "resources"
    bundle = ElementTree.parse(resources / "apostille.gresource.xml")
    listed = {e.text for e in bundle.iter("file")}
    wanted = [*resources.glob("ui/*.ui"), *resources.glob("icons/actions/*.svg"),
              *resources.glob("*.css")]
    names = [str(p.relative_to(resources)) for p in wanted]
    report.point("every style sheet, template and action icon is built in",
                 ["add {} to apostille.gresource.xml".format(n) for n in sorted(names)
                  if n not in listed])
    report.point("all that is built in is there",
                 ["there is no resources/" + n for n in sorted(listed)
                  if not (resources / n).is_file()])


def check_scripts(report, root):
    for name in ("run", "check", ".ci/run", "resources/debian/prepare.sh",
                 "tests/support/with-display"):
        report.command("{} parses".format(name), ["bash", "-n", str(root / name)])


def main():
    root, build = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
    report = Report()
    check_desktop(report, root, build)
    check_xml(report, root)
    check_templates(report, root)
    check_built_in(report, root)
    check_scripts(report, root)
    report.end()


main()
