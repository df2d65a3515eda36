#!/bin/sh
# Checks for what Hark is built with. As root it installs missing packages; otherwise it prints the command that does.
set -eu

missing=""
has() {
    if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; then return 0; fi
    dpkg-query -W -f='${Status}' "$2" 2>/dev/null | grep -q 'ok installed'
}
has libcurl libcurl4-openssl-dev || missing="$missing libcurl4-openssl-dev"
has sqlite3 libsqlite3-dev || missing="$missing libsqlite3-dev"
# Foundation's static library asks for it; Swift's own installation guide names it too.
has libxml-2.0 libxml2-dev || missing="$missing libxml2-dev"

if ! command -v swift >/dev/null 2>&1; then
    echo "Swift is not installed. Get 6.3 or newer from https://www.swift.org/install/linux/ and put it into PATH." >&2
    exit 1
fi

if [ -z "$missing" ]; then
    exit 0
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    # shellcheck disable=SC2086 # the list is meant to be split
    apt-get install -y -qq --no-install-recommends $missing </dev/null
else
    echo "These system packages are missing:$missing" >&2
    echo "Install them, then type the same again:" >&2
    echo "    sudo apt-get install -y$missing" >&2
    exit 1
fi
