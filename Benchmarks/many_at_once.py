#!/usr/bin/env python3
"""What it takes to plan where many ask at once, beside what it may take.

    python3 Benchmarks/many_at_once.py NORIAI FOLDER [--before OTHER --pairs 5]
    python3 Benchmarks/many_at_once.py NORIAI FOLDER --uncut

Writes the scenarios (synthetic) to FOLDER, runs each once and prints CPU seconds, plans, bounds and
cuts; status 1 if anything takes longer than it may. With --before the runs of two versions alternate,
and the ratio of their CPU times is printed as mean and range of the pairs. With --uncut days that end
either way are planned with the work of the strategy and with a thousand times as much, to tell what
cuts cost. Standard library only.
"""
import argparse
import csv
import math
import os
import random
import resource
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TRIAL = os.path.join(ROOT, "Scenarios", "senboku", "trial-2.yaml")
STATED = "1 0.84 0.16 0.6"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("noriai")
    parser.add_argument("folder")
    parser.add_argument("--before")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--uncut", action="store_true")
    parser.add_argument("--only", help="names that contain this")
    options = parser.parse_args()
    options.noriai = os.path.abspath(options.noriai)
    options.before = options.before and os.path.abspath(options.before)
    os.makedirs(options.folder, exist_ok=True)
    if options.uncut:
        return uncut(options)
    cases = [case for case in CASES if not options.only or options.only in case[0]]
    if options.before:
        return compare(options, cases)
    return check(options, cases)


def check(options, cases):
    late = 0
    print("| what | CPU | may take | plans | with a bound | cut |")
    print("|---|---|---|---|---|---|")
    for name, arguments, limit in cases:
        output, taken = run(options.noriai, options.folder, arguments(options.folder))
        if callable(limit):
            limit = limit(options)
        late += taken > limit
        epochs = rows(output, "epochs.csv")
        bounded = sum(epoch["gap_share"] != "" for epoch in epochs)
        cut = sum(epoch["cut"] == "yes" for epoch in epochs)
        print(f"| {name} | {taken:.1f} s | {limit:.0f} s | {len(epochs)} | {bounded} | {cut} |", flush=True)
    return 1 if late else 0


def compare(options, cases):
    print("| what | CPU before | CPU now | now / before |")
    print("|---|---|---|---|")
    for name, arguments, _ in cases:
        pairs = []
        for k in range(options.pairs):
            order = [options.before, options.noriai]
            taken = {}
            for version in order if k % 2 == 0 else order[::-1]:
                taken[version] = run(version, options.folder, arguments(options.folder))[1]
            pairs.append((taken[options.before], taken[options.noriai]))
        ratios = [now / before for before, now in pairs]
        before, now = (sum(times) / len(pairs) for times in zip(*pairs))
        print(f"| {name} | {before:.2f} s | {now:.2f} s | "
              f"{sum(ratios) / len(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) |", flush=True)
    return 0


def uncut(options):
    """The same days with and without cuts; the difference with its 95 % interval over the days."""
    print("| bookings, vans | days | cut plans | served, % | wait, s | vehicle-km | CPU |")
    print("|---|---|---|---|---|---|---|")
    for bookings, vans, days in [(51, 2, 20), (100, 4, 20), (150, 5, 10)]:
        figures, times = [], []
        for work in (None, 1000):
            arguments = trial(bookings, vans, days)
            if work:
                arguments = arguments + ["--set", f"strategies.batch.work={work * STANDARD_WORK}"]
            output, taken = run(options.noriai, options.folder, arguments)
            figures.append(rows(output, "kpis.csv"))
            times.append(taken)
            if not work:
                epochs = rows(output, "epochs.csv")
                cut = sum(epoch["cut"] == "yes" for epoch in epochs)
        served = difference(*figures, "served_share", 100)
        wait = difference(*figures, "wait_desired_s", 1)
        driven = difference(*figures, "vkt_km", 1)
        print(f"| {bookings}, {vans} | {days} | {cut} of {len(epochs)} | {served} | {wait} | {driven} | "
              f"{times[0]:.0f} s, {times[1]:.0f} s |", flush=True)
    return 0


def difference(cut, whole, column, unit):
    """Cut less uncut, day by day."""
    gaps = [(float(a[column]) - float(b[column])) * unit for a, b in zip(cut, whole)]
    mean = sum(gaps) / len(gaps)
    spread = math.sqrt(sum((gap - mean) ** 2 for gap in gaps) / (len(gaps) - 1))
    half = T95[len(gaps) - 1] * spread / math.sqrt(len(gaps))
    return f"{mean:+.2f} [{mean - half:+.2f}, {mean + half:+.2f}]"


# Student's t at 97.5 % for the days compared.
T95 = {9: 2.262, 19: 2.093}
# Thousands of steps a request, as `noriai describe` and README state.
STANDARD_WORK = 500


def run(noriai, folder, arguments):
    output = os.path.join(folder, "output")
    command = [noriai, "run"] + arguments + ["--output", output, "--force", "--quiet"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rows(output, name):
    with open(os.path.join(output, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def trial(bookings, vans, days=1, strategies="batch", fixes="none"):
    return [TRIAL, "--days", str(days), "--strategies", strategies, "--fixes", fixes,
            "--set", f"demand.bookings_per_day={bookings}", "--set", f"fleet.vans={vans}"]


def pulse(name, requests, vans, strategy="batch", more=()):
    """A scenario on 20 by 20 blocks of 200 m with 100 stops; the requests are (second, from, to)."""
    def arguments(folder):
        path = os.path.join(folder, name + ".yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SCENARIO.format(name=name, stops=STOPS, vans=vans))
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
            file.write("booked,desired,from_stop,to_stop\n")
            for second, start, end in sorted(requests):
                time = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
                file.write(f"{time},{time},{start},{end}\n")
        return [path, "--strategies", strategy, "--fixes", "none"] + list(more)
    return arguments


POINTS = [(column, row) for column in range(1, 21, 2) for row in range(1, 21, 2)]
STOPS = "\n".join(
    f"  - {{key: p{c}_{r}, name: P{c}-{r}, column: {c}, row: {r}}}" for c, r in POINTS)
SCENARIO = """name: {name}
title: {{en: Synthetic pulse, ja: 合成需要}}
days: 1
seed: 1
network:
  grid: {{columns: 20, rows: 20, spacing_m: 200, speed_kmh: 24, south_west: {{latitude: 34.48, longitude: 135.49}}}}
stops:
{stops}
service:
  hours: "06:00-22:00"
  minimum_lead: 0 s
  maximum_wait: 15 min
  promise_tolerance: 5 min
  ride_limit: {{factor: 1.5, allowance: 10 min}}
  halt: 20 s
  weights: {{driving: 1, wait: 1, ride: 1, walk: 1}}
fleet: {{vans: {vans}, seats: 8, start: p1_1, shift: "05:30-23:00"}}
demand:
  boarding: 10 s
  requests: {name}.csv
strategies: {{greedy: {{}}, batch: {{}}, lns: {{}}}}
"""
CHANCE = random.Random(5)
EIGHT = 8 * 3600


def stop():
    return "p{}_{}".format(*CHANCE.choice(POINTS))


def ride(second, start=None):
    start = start or stop()
    end = stop()
    while end == start:
        end = stop()
    return second, start, end


TRAIN = [ride(EIGHT, "p9_9") for _ in range(40)]
AT_ONCE = [ride(EIGHT) for _ in range(60)]
FIVE_MINUTES = [ride(EIGHT + CHANCE.randrange(300)) for _ in range(60)]
EQUAL = [(EIGHT, "p1_1", "p19_19")] * 1000
TOWN = [ride(7 * 3600 + CHANCE.randrange(14 * 3600)) for _ in range(10_000)]


def ten_times_greedy(options):
    arguments = pulse("town", TOWN, 1000, "greedy")(options.folder)
    return 10 * run(options.noriai, options.folder, arguments)[1]


# What, how it is run, and the CPU seconds that it may take.
CASES = (
    [("25 bookings, 2 vans", lambda _: trial(25, 2), 6),
     ("100, 4", lambda _: trial(100, 4), 6),
     ("400, 16", lambda _: trial(400, 16), 6),
     ("1,600, 64", lambda _: trial(1600, 64), 40),
     ("300, 8, 30 days, greedy and batch, with fixes",
      lambda _: trial(300, 8, 30, "greedy,batch", "auto"), 120),
     ("40 off one train, 5 vans", pulse("train", TRAIN, 5), 3),
     ("60 at once, 5 vans", pulse("once", AT_ONCE, 5), 2)]
    + [(f"60 in five minutes, {vans} vans", pulse(f"five{vans}", FIVE_MINUTES, vans), 10)
       for vans in (5, 20, 50, 200)]
    + [("1,000 equal requests, 20 vans", pulse("equal", EQUAL, 20), 20),
       ("10,000, 1,000 vans, in rounds",
        pulse("town", TOWN, 1000, more=["--set", "strategies.batch.mode=rounds"]), ten_times_greedy),
       ("10,000, 1,000 vans", pulse("town", TOWN, 1000), 300)]
    + [(f"lns: {name}", pulse(key, requests, vans, "lns"), limit)
       for name, key, requests, vans, limit in [
           ("40 off one train, 5 vans", "train", TRAIN, 5, 3),
           ("60 at once, 5 vans", "once", AT_ONCE, 5, 2),
           ("60 in five minutes, 200 vans", "five200", FIVE_MINUTES, 200, 10),
           ("1,000 equal requests, 20 vans", "equal", EQUAL, 20, 20)]]
    + [("lns: 400, 16", lambda _: trial(400, 16, 1, "lns"), 40),
       ("lns: 1,600, 64", lambda _: trial(1600, 64, 1, "lns"), 80),
       ("lns: 10,000, 1,000 vans", pulse("town", TOWN, 1000, "lns"), 600)]
)

if __name__ == "__main__":
    sys.exit(main())
