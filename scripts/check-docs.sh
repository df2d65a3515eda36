#!/bin/sh
# Checks that links between the documents lead somewhere and that every make target the documents name exists.
set -eu

status=0
complain() {
    echo "$1" >&2
    status=1
}

documents=$(git ls-files '*.md')
for document in $documents; do
    folder=$(dirname "$document")
    for link in $(grep -oE '\]\([^)#: ]+[)#]' "$document" | sed -E 's/^\]\(//; s/[)#]$//'); do
        [ -e "$folder/$link" ] || complain "$document: $link is not there"
    done
    for target in $(grep -oE '`make [a-z]+' "$document" | cut -d' ' -f2); do
        grep -qE "^$target:" Makefile || complain "$document: there is no make target “$target”"
    done
done
exit $status
