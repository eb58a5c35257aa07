#!/usr/bin/env python3
"""Changes small inputs by seed and fails where the command does not say what is wrong with them.

    python3 Benchmarks/mutate_inputs.py PATH_OF_NORIAI [--count 300] [--seed 1] [--keep FOLDER]

Each input is a small one of its kind (scenario, tables, requests, dial-a-ride, common format, network
folder, OpenStreetMap) with one to three changes: bytes, cells, lines, numbers, keys, encodings. A run
fails when the command is killed or traps, ends with 70 (our bug) or with a status that no command has,
takes longer than 30 s or more than 700 MB, or ends with 65 without naming a place. With --keep, the
inputs that failed are left in FOLDER. Standard library only.
"""
import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

SECONDS = 30
MEGABYTES = 700
KNOWN = {0, 1, 64, 65, 66, 73}

SCENARIO = """\
name: small
title: {en: Small, ja: 小さな町}
days: 2
seed: 5
network: {nodes: nodes.csv, roads: roads.csv}
stops: stops.csv
depots:
  - {key: depot, name: Depot, latitude: 34.5001, longitude: 135.5001}
service:
  hours: "09:00-12:00"
  minimum_lead: 0 min
  maximum_wait: 15 min
  ride_limit: {factor: 1.5, allowance: 5 min}
  halt: 20 s
  weights: {driving: 1, wait: 1, ride: 1, walk: 1}
fleet: {vans: 2, seats: 4, start: depot, shift: "08:45-12:30"}
demand: {boarding: 10 s, requests: requests.csv}
strategies: {nearest: {}, greedy: {delays: true}, batch: {interval: 30 s}}
"""
NODES = """\
node,latitude_deg,longitude_deg
a,34.5,135.5
b,34.5,135.504
c,34.503,135.504
d,34.503,135.5
"""
ROADS = """\
from,to,duration_ms,length_m,class
a,b,44000,367,local
b,a,44000,367,local
b,c,40000,334,collector
c,b,40000,334,collector
c,d,44000,367,local
d,c,44000,367,local
d,a,40000,334,primary
a,d,40000,334,primary
"""
STOPS = """\
key,name,latitude_deg,longitude_deg
east,East,34.5,135.504
north,"North, upper",34.503,135.5
corner,角,34.503,135.504
"""
REQUESTS = """\
id,booked,desired,riders,from_stop,to_stop
R-1,08:50,09:05,1,east,north
R-2,09:00,09:10,2,north,corner
R-3,09:01,09:30,1,corner,east
R-4,-1 18:00,10:00,1,east,corner
"""
DIAL_A_RIDE = """\
2 4 480 3 30
0 0.000 0.000 0 0 0 480
1 -1.198 -5.164 3 1 0 1440
2 5.573 7.114 3 1 0 1440
3 -6.614 0.072 3 -1 258 402
4 -3.751 -2.345 3 -1 200 260
"""
EDGES = """\
from,to,seconds,meters
0,1,60,500
1,0,60,500
1,2,45,400
2,1,45,400
"""
TRIPS = """\
id,t_request_s,from_node,to_node,passengers
0,10,0,2,1
1,30,2,0,1
2,500,1,2,2
"""
VEHICLES = """\
id,start_node,capacity
0,0,4
1,2,4
"""
PARAMETERS = """\
{"max_wait_s": 600, "max_detour_factor": 1.5, "max_detour_add_s": 0, "boarding_s": 30}
"""
MAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="34.480" lon="135.490"/>
  <node id="2" lat="34.480" lon="135.493"/>
  <node id="3" lat="34.4825" lon="135.493"><tag k="barrier" v="gate"/></node>
  <node id="4" lat="34.4825" lon="135.490"/>
  <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
    <tag k="highway" v="residential"/><tag k="maxspeed" v="30"/></way>
  <way id="11"><nd ref="1"/><nd ref="3"/><tag k="highway" v="tertiary"/></way>
  <relation id="1"><member type="way" ref="10" role="from"/><member type="node" ref="1" role="via"/>
    <member type="way" ref="11" role="to"/><tag k="type" v="restriction"/>
    <tag k="restriction" v="no_left_turn"/></relation>
</osm>
"""

# Files, which of them are changed, and the command; {noriai} is the path of the program.
BASES = {
    "scenario": (
        {"s.yaml": SCENARIO, "nodes.csv": NODES, "roads.csv": ROADS, "stops.csv": STOPS,
         "requests.csv": REQUESTS},
        ["run", "s.yaml", "--output", "out", "--quiet", "--fixes", "none"]),
    "validate": (
        {"s.yaml": SCENARIO, "nodes.csv": NODES, "roads.csv": ROADS, "stops.csv": STOPS,
         "requests.csv": REQUESTS},
        ["validate", "s.yaml"]),
    "dial-a-ride": (
        {"a.txt": DIAL_A_RIDE}, ["solve", "darp", "a.txt", "--iterations", "20", "--quiet"]),
    "common": (
        {"nodes.csv": "node,x,y\n0,0,0\n1,500,0\n2,900,0\n", "edges.csv": EDGES,
         "requests.csv": TRIPS, "vehicles.csv": VEHICLES, "params.json": PARAMETERS},
        ["benchmark", "."]),
    "network": ({"nodes.csv": NODES, "roads.csv": ROADS}, ["network", "info", "."]),
    "map": ({"t.osm": MAP}, ["import", "osm", "t.osm", "--output", "n"]),
}

NUMBERS = [
    "0", "-1", "1e9", "1e400", "nan", "inf", "2147483647", "2147483648", "-2147483649",
    "9223372036854775807", "18446744073709551616", "0.0000001", "1e-320", "00", "+5", "0x10", "１２",
    "90", "91", "180.0001", "-180", "35791", "1000000", "",
]
TEXTS = [
    "\u0000", "\u001b[2J", "\u202e", "\u0301", "\ufeff", "\t", ";", "\"", "'", "=1+1", "*a", "&a x", "<<",
    "[" * 300, "{" * 300, "- " * 200, ": ", "#", "%", "é", "𠮷", "null", "true", "~", "|", ">", "no",
    "x" * 70000, "24:00", "47:59", "48:00", "99:99", "-1 25:00", "1000 h", "-5 min", "1e9 km",
]


def change(text, choose):
    """One change of a file's bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    kind = choose.randrange(12)
    lines = data.split(b"\n")
    if kind == 0 and data:  # a byte
        at = choose.randrange(len(data))
        return data[:at] + bytes([choose.randrange(256)]) + data[at + 1:]
    if kind == 1:  # cut short
        return data[:choose.randrange(len(data) + 1)]
    if kind == 2:  # a line twice
        at = choose.randrange(len(lines))
        return b"\n".join(lines[:at + 1] + lines[at:])
    if kind == 3:  # a line gone
        at = choose.randrange(len(lines))
        return b"\n".join(lines[:at] + lines[at + 1:])
    if kind == 4:  # two lines exchanged
        a, b = choose.randrange(len(lines)), choose.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
        return b"\n".join(lines)
    if kind in (5, 6, 7):  # a number
        found = list(re.finditer(rb"-?\d+(\.\d+)?", data))
        if found:
            one = choose.choice(found)
            return data[:one.start()] + choose.choice(NUMBERS).encode() + data[one.end():]
    if kind in (8, 9):  # a word
        found = list(re.finditer(rb"[^\s,:{}\[\]\"=<>/]+", data))
        if found:
            one = choose.choice(found)
            return data[:one.start()] + choose.choice(TEXTS).encode() + data[one.end():]
    if kind == 10:  # a text put in
        at = choose.randrange(len(data) + 1)
        return data[:at] + choose.choice(TEXTS + NUMBERS).encode() + data[at:]
    if kind == 11:  # another encoding or line end
        which = choose.randrange(4)
        try:
            return [
                lambda: data.decode().encode("utf-16"),
                lambda: data.decode().encode("shift_jis"),
                lambda: data.replace(b"\n", b"\r\n"),
                lambda: data.replace(b",", b";"),
            ][which]()
        except (UnicodeDecodeError, UnicodeEncodeError):
            return data
    return data


def limits():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def fault(noriai, arguments, folder):
    """What is wrong with how the command ended; None where nothing is."""
    process = subprocess.Popen(
        [noriai] + arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL, preexec_fn=limits)
    try:
        _, errors = process.communicate(timeout=4 * SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "no end"
    # The greatest of all commands so far: who exceeds the limit is the first to do so.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    status = process.returncode
    if status < 0:
        return f"killed by signal {-status}"
    if status not in KNOWN:
        return f"status {status}: {errors.decode(errors='replace')[:300]}"
    if peak > MEGABYTES:
        return f"{peak} MB"
    text = errors.decode(errors="replace")
    if status == 65 and not re.match(r"^(\./)?[^\s:]+(:\d+)*: .+", text):
        return f"65 without a place: {text[:300]!r}"
    if status == 0 or text.strip():
        return None
    return f"status {status} without a word"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("noriai")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    options = parser.parse_args()
    noriai = os.path.abspath(options.noriai)
    names = list(BASES)
    ended, faults = Counter(), []
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(options.count):
            name = names[number % len(names)]
            files, arguments = BASES[name]
            choose = random.Random(f"{options.seed} {number}")
            contents = {file: text.encode() for file, text in files.items()}
            for _ in range(choose.randint(1, 3)):
                file = choose.choice(sorted(contents))
                contents[file] = change(contents[file], choose)
            folder = os.path.join(scratch, str(number))
            os.mkdir(folder)
            for file, data in contents.items():
                with open(os.path.join(folder, file), "wb") as out:
                    out.write(data)
            found = fault(noriai, arguments, folder)
            ended[name, found is None] += 1
            if found:
                faults.append((number, name, found))
                print(f"{name} {number} (seed {options.seed}): {found}", flush=True)
                if options.keep:
                    shutil.copytree(folder, os.path.join(options.keep, f"{name}-{number}"))
            shutil.rmtree(folder)
    for name in names:
        print(f"{name}: {ended[name, True]} as they should, {ended[name, False]} not")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
