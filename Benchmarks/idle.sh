#!/bin/sh
# Counts the voluntary context switches of all threads of an idle `hark serve` over 60 seconds.
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
switches() { cat "/proc/$server"/task/*/status | awk '/^voluntary/ { sum += $2 } END { print sum }'; }
sleep 10
before=$(switches)
sleep 60
after=$(switches)
echo "voluntary context switches of all threads in 60 s: $((after - before))"
test $((after - before)) -le 60
