# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by ./run and ./check: brings the packages that are missing, configures, compiles.
# shellcheck shell=bash

prepare_here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
prepare_top=$(cd -- "$prepare_here/../.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

# packages_listed ROLE…: the packages that resources/debian/packages lists for these roles.
packages_listed() {
  local role
  for role in "$@"; do
    sed -n "s/^$role  *\([^ #]*\).*/\1/p" "$prepare_here/packages"
  done | sort -u
}

# packages_missing ROLE…: those of them that are not installed.
packages_missing() {
  local -a names
  mapfile -t names < <(packages_listed "$@")
  dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${names[@]}" 2>/dev/null |
    sed -n 's/ installed$//p' | sort -u |
    comm -13 - <(printf '%s\n' "${names[@]}")
}

# Runs apt-get as root; its output is shown on a terminal, and elsewhere only when it fails.
apt_get() {
  local -a command=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q
                    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@")
  local log status=0

  [ "$(id -u)" -eq 0 ] || command=(sudo "${command[@]}")
  if [ -t 2 ]; then
    "${command[@]}" >&2
    return
  fi
  log=$(mktemp)
  "${command[@]}" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || tail -n 40 "$log" >&2
  rm -f "$log"
  return "$status"
}

# Whether the lists of packages on this machine know all the names given.
packages_are_known() {
  local name
  for name in "$@"; do
    apt-cache show "$name" >/dev/null 2>&1 || return 1
  done
}

# packages_install ROLE…: installs what is missing; says so; touches nothing when nothing is.
packages_install() {
  local -a missing

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    command -v meson >/dev/null && return 0
    say "This is not a Debian system, so nothing can be installed for you." \
        "Apostille needs what these Debian packages hold:"
    packages_listed "$@" | tr '\n' ' ' >&2
    say
    return 1
  fi
  mapfile -t missing < <(packages_missing "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0

  say "Installing Debian packages (a few minutes, only this once): ${missing[*]}"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "That takes root, and there is no sudo here. As root, please run:"
    say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  if packages_are_known "${missing[@]}" &&
     apt_get install -y --no-install-recommends "${missing[@]}"; then
    return 0
  fi
  say "Fetching the current lists of packages first."
  if apt_get update && apt_get install -y --no-install-recommends "${missing[@]}"; then
    return 0
  fi
  say "These packages could not be installed; apt-get's own words stand above."
  return 1
}

# quietly LOG COMMAND…: runs it; shows what it wrote only if it fails.
quietly() {
  local log=$1 status=0
  shift
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    tail -n 60 "$log" >&2
    say "This failed: $*"
  fi
  return "$status"
}

# build_prepare DIR OPTION…: configures DIR, once, and compiles what has changed since.
build_prepare() {
  local dir=$1 stamp
  shift
  stamp=$dir/configured-from

  # A folder that was copied or moved with its build tree is configured anew.
  if [ "$(cat "$stamp" 2>/dev/null)" != "$prepare_top -> $dir" ]; then
    say "Configuring ${dir#"$prepare_top"/}."
    rm -rf -- "$dir"
    mkdir -p -- "$dir" || return
    LC_ALL=C.UTF-8 quietly "$dir.log" meson setup "$@" "$dir" "$prepare_top" || return
    mv -- "$dir.log" "$dir/configure.log"
    printf '%s\n' "$prepare_top -> $dir" >"$stamp"
  fi
  if [ -n "$(LC_ALL=C.UTF-8 ninja -C "$dir" -n 2>/dev/null | grep -v 'no work to do\|Entering')" ]
  then
    say "Compiling ${dir#"$prepare_top"/}."
  fi
  LC_ALL=C.UTF-8 quietly "$dir/compile.log" ninja -C "$dir"
}
