"""Business time once more, by walking every day with Python's zoneinfo.

Reads a case file on standard input and writes one JSON object: how many cases were asked and which answers differ.
It shares nothing with the engine but the form of the file.
"""
import json
import pathlib
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones, TZPATH

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def wall(zone, day, text):
    hour, minute, *rest = map(int, text.split(":"))
    moment = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute, seconds=sum(rest))
    return moment.replace(tzinfo=zone, fold=0).timestamp()


class Calendar:
    def __init__(self, written):
        self.zone = ZoneInfo(written["timezone"])
        self.hours = written["hours"]
        self.dated = written.get("date_hours", {})
        self.breaks = written.get("breaks", {})
        self.holidays = set(written.get("holidays", []))
        self.known = {}

    def day(self, day):
        if day not in self.known:
            self.known[day] = self.intervals(day)
        return self.known[day]

    def intervals(self, day):
        name = day.isoformat()
        if name in self.holidays:
            return []
        midnight = wall(self.zone, day, "00:00")
        following = wall(self.zone, day + timedelta(days=1), "00:00")
        parts = self.dated.get(name, self.hours.get(DAYS[day.weekday()], []))
        spans = cut([seconds(part) for part in parts], [seconds(part) for part in self.breaks.get(name, [])])
        found = []
        for begin, end in spans:
            opens = max(wall(self.zone, day, clock(begin)), midnight)
            closes = min(wall(self.zone, day, clock(end)), following)
            if opens < closes:
                found.append([opens, closes])
        return union(found)

    def after(self, moment):
        """Open intervals that end after a moment, joined across midnight."""
        day = datetime.fromtimestamp(moment, self.zone).date() - timedelta(days=2)
        pending = None
        for _ in range(20000):
            for opens, closes in self.day(day):
                if pending and opens <= pending[1]:
                    pending[1] = max(pending[1], closes)
                else:
                    if pending and pending[1] > moment:
                        yield pending
                    pending = [opens, closes]
            day += timedelta(days=1)

    def elapsed(self, start, end, pauses):
        total = 0
        for opens, closes in self.after(start):
            if opens >= end:
                break
            total += length(max(opens, start), min(closes, end), pauses)
        return total

    def due(self, start, target, pauses):
        for opens, closes in self.after(start):
            for begin, end in cut([[max(opens, start), closes]], pauses):
                if end - begin >= target:
                    return begin + target
                target -= end - begin

    def subtract(self, end, target):
        day = datetime.fromtimestamp(end, self.zone).date() + timedelta(days=2)
        while day.year > 1970:
            for opens, closes in reversed(self.day(day)):
                closes = min(closes, end)
                if opens >= closes:
                    continue
                if closes - opens >= target:
                    return closes - target
                target -= closes - opens
            day -= timedelta(days=1)


def seconds(part):
    return [sum(int(number) * unit for number, unit in zip(text.split(":"), (3600, 60, 1))) for text in part]


def clock(second):
    return f"{second // 3600}:{second // 60 % 60}:{second % 60}"


def union(spans):
    merged = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([begin, end])
    return merged


def cut(spans, pauses):
    for low, high in pauses:
        if low >= high:
            continue
        spans = [part for begin, end in spans for part in ([begin, min(end, low)], [max(begin, high), end]) if part[0] < part[1]]
    return spans


def length(begin, end, pauses):
    return sum(high - low for low, high in cut([[begin, end]], pauses)) if begin < end else 0


def answer(case, calendar):
    kind = case["kind"]
    pauses = [[instant(low), instant(high)] for low, high in case.get("pauses", [])]
    if kind == "due":
        return calendar.due(instant(case["start"]), case["seconds"], pauses), instant(case["due"])
    if kind == "subtract":
        return calendar.subtract(instant(case["end"]), case["seconds"]), instant(case["result"])
    if kind == "elapsed":
        return calendar.elapsed(instant(case["from"]), instant(case["to"]), pauses), case["seconds"]
    opens, closes = next(calendar.after(instant(case["at"])))
    at = instant(case["at"])
    if kind == "is_open":
        return opens <= at, case["open"]
    if kind == "next_open":
        return max(opens, at), instant(case["result"])
    return closes, instant(case["result"])


def version():
    for folder in TZPATH:
        for name in ("+VERSION", "tzdata.zi"):
            file = pathlib.Path(folder, name)
            if file.exists():
                return file.open().readline().split()[-1]
    return "unknown"


def main():
    suite = json.load(sys.stdin)
    zones = available_timezones()
    calendars, differing, asked, unknown = {}, [], 0, 0
    for case in suite["cases"]:
        name = case["calendar"]
        if suite["calendars"][name]["timezone"] not in zones:
            unknown += 1
            continue
        if name not in calendars:
            calendars = {name: Calendar(suite["calendars"][name])}
        mine, theirs = answer(case, calendars[name])
        asked += 1
        if mine != theirs:
            told = datetime.fromtimestamp(mine, timezone.utc).isoformat() if isinstance(mine, float) else str(mine)
            differing.append(f"{case['kind']} {json.dumps(case)} {json.dumps(suite['calendars'][name])}: {told}")
    json.dump({"asked": asked, "unknown_zone": unknown, "differing": differing, "zone_data": version()}, sys.stdout)


main()
