#!/bin/sh
# Whole triage with evidence on one core, beside vaderSentiment on the same messages in the same run.
# The noise-free figure is instructions per message (callgrind): the difference of two runs, so that reading the tables
# does not count; under callgrind one pass takes long enough to be the only one.
set -eu

hark=${1:-.build/release/hark}
data=${HARK_SHARED:-../shared}/triage/sentiment_en_open.tsv
if [ ! -f "$data" ]; then
    echo "skipped: $data is not there; set HARK_SHARED to the folder that holds triage/" >&2
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Messages of about 100 bytes.
LC_ALL=C awk -F'\t' 'NR == 1 { print "text\tlabel" } NR > 1 && length($6) >= 80 && length($6) <= 120 && n++ < 20000 \
    { print $6 "\t" $5 }' "$data" >"$folder/messages.tsv"
head -n 4001 "$folder/messages.tsv" >"$folder/few.tsv"
head -n 8001 "$folder/messages.tsv" >"$folder/more.tsv"

ours=$("$hark" keywords eval "$folder/messages.tsv" --json | sed -n 's/.*"messagesPerSecond" : \([0-9]*\).*/\1/p')
echo "hark: $ours messages a second"

if python3 -c 'import vaderSentiment' 2>/dev/null; then
    python3 - "$folder/messages.tsv" "$ours" <<'PYTHON'
import sys, time
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
texts = [line.split("\t")[0] for line in open(sys.argv[1], encoding="utf-8")][1:]
analyzer = SentimentIntensityAnalyzer()
start = time.perf_counter()
for text in texts:
    analyzer.polarity_scores(text)
rate = len(texts) / (time.perf_counter() - start)
print(f"vaderSentiment: {rate:.0f} messages a second; hark is {int(sys.argv[2]) / rate:.1f} times as fast")
PYTHON
else
    echo "vaderSentiment: skipped; pip install vaderSentiment to compare"
fi

instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$folder/hark" keywords eval "$1" --json 2>&1 >/dev/null \
        | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
if command -v valgrind >/dev/null; then
    # Debuggers of older distributions stumble over what a newer compiler notes for them.
    strip -o "$folder/hark" "$hark"
    few=$(instructions "$folder/few.tsv")
    more=$(instructions "$folder/more.tsv")
    echo "callgrind: $(((more - few) / 4000)) instructions a message, reading the file and counting included"
else
    echo "callgrind: skipped; apt-get install valgrind to count instructions"
fi
