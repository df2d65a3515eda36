#!/bin/sh
# Writes a manual page for each command into a folder, from the program's own help: scripts/man.sh HARK FOLDER.
# Pages are named as `man hark inbox` looks for them: hark-inbox(1), hark-sla-due(1).
set -eu

hark=$1
folder=$2

# Asked for its help, the argument parser's plugin builds its generator and nothing else.
swift package generate-manual --help >/dev/null
rm -rf "$folder"
mkdir -p "$folder"
"$(swift build --show-bin-path)/generate-manual-tool" "$hark" --multi-page --output-directory "$folder"

for page in "$folder"/*.1; do
    name=$(basename "$page" .1 | tr . -)
    # The generator joins names by dots, leaves blank lines that mdoc warns of, and knows no more than two exit codes.
    sed -E -e '/^\.(Dt|Xr) /{' -e ':dots' -e 's/^(\.(Dt|Xr) [^ .]*)\./\1-/' -e 't dots' -e '}' -e 's/^$/.Pp/' \
        -e 's/^\.Ex -std.*/See\n.Xr hark-exit-codes 1 ./' "$page" >"$folder/$name.page"
    rm "$page"
    mv "$folder/$name.page" "$folder/$name.1"
done
echo "$folder: $(ls "$folder" | wc -l) pages"
