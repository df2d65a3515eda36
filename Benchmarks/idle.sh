#!/bin/sh
# Counts the voluntary context switches of all threads of an idle `hark serve` over 60 seconds, thread by thread.
# Sixty of them are libdispatch's own: on Linux its thread monitor looks once a second and cannot be told otherwise.
# Usage: Benchmarks/idle.sh .build/release/hark
set -eu
hark=$(realpath "$1")
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cp -r "$(dirname "$0")/../Config" "$folder/Config"
sed -i "s/^listen:.*/listen: 127.0.0.1:${PORT:-18425}/" "$folder/Config/hark.yaml"
cd "$folder"
"$hark" serve --config Config/hark.yaml >serve.log 2>&1 &
server=$!
look() { cut -d " " -f 1 /proc/uptime; awk '/^Name/ { name = $2 } /^Pid/ { pid = $2 } /^voluntary/ { print pid, name, $2 }' "/proc/$server"/task/*/status; }
sleep 10
look >before
sleep 60
look >after
# On a busy machine the minute is a little longer than sixty seconds.
awk 'NR == FNR { if (FNR == 1) began = $1; before[$1] = $3; next }
    FNR == 1 { length_of_it = $1 - began; next }
    { count = $3 - before[$1]; sum += count; if (count) print $2 ": " count }
    END {
        printf "voluntary context switches of all threads in %.1f s: %d\n", length_of_it, sum
        exit sum > length_of_it + 1
    }' before after
