#!/usr/bin/env python3
"""Makes a benchmark in the layout of KaRRi: a town on a grid, its vehicles and a day of requests.

    python3 Benchmarks/generate_grid.py OUT --side 300 --vehicles 1000 --requests 16569
    python3 Benchmarks/generate_grid.py OUT --side 300 --vehicles 10000 --requests 149185
    noriai benchmark OUT

Streets: SIDE x SIDE nodes, 100 m apart, an edge in each direction between neighbours. Every tenth line
is driven at 35 to 50 km/h and the others at 12 to 30 km/h, even speeds, one for each block and
direction; times in 0.1 s.

Requests: an even origin; a distance along the streets by the exponential law with a mean of 60
blocks, in an even direction. What is less than 800 m away, or out of town, is drawn again. They come in
over HOURS, with a peak at a fifth of that time and a broader one at three quarters, both at three times
the rate of quiet hours. With --even both ends and the times are even, as they are in karri-grid100;
what is less than 800 m away is drawn again there, too.

Locations are edges, at their heads. Vehicles have 4 seats, begin on even edges, and serve from 0 to
four hours after the last request, as in karri-grid100. The same arguments give the same files.
"""
import argparse
import csv
import math
import os
import random

BLOCK_M = 100
NEAREST_BLOCKS = 8
MEAN_BLOCKS = 60
SOUTH, WEST = 34.48, 135.5
METERS_PER_DEGREE = 111_320


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", help="folder to write to")
    parser.add_argument("--side", type=int, required=True, help="nodes on each side of the grid")
    parser.add_argument("--vehicles", type=int, required=True)
    parser.add_argument("--requests", type=int, required=True)
    parser.add_argument("--hours", type=float, default=16, help="from the first to the last request")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--even", action="store_true", help="even ends and times, as in karri-grid100")
    options = parser.parse_args()
    if options.side < 2 * NEAREST_BLOCKS:
        parser.error(f"--side expects at least {2 * NEAREST_BLOCKS} nodes")

    # A stream for each part: more requests leave the streets and the vehicles as they are.
    edges = streets(options.side, random.Random(f"streets {options.seed}"))
    heads = [head for _, head, _ in edges]
    rng = random.Random(f"vehicles {options.seed}")
    last = int(options.hours * 3600)
    vehicles = [
        (rng.randrange(len(edges)), 0, last + 4 * 3600, 4) for _ in range(options.vehicles)]
    rng = random.Random(f"requests {options.seed}")
    times = sorted(moment(last, options.even, rng) for _ in range(options.requests))
    entering = {}
    for edge, head in enumerate(heads):
        entering.setdefault(head, []).append(edge)
    requests = [
        (*ends(options.side, heads, entering, options.even, rng), time) for time in times]

    os.makedirs(options.out, exist_ok=True)

    def write(name, heading, rows):
        with open(os.path.join(options.out, name), "w", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(heading)
            table.writerows(rows)

    write("nodes.csv", ["id", "lat", "lng"], nodes(options.side))
    write(
        "edges.csv", ["id", "tail", "head", "veh_ds", "walk_ds"],
        ((edge, tail, head, time, 800) for edge, (tail, head, time) in enumerate(edges)))
    write(
        "vehicles.csv",
        ["initial_location", "start_of_service_time", "end_of_service_time", "capacity"], vehicles)
    write("requests.csv", ["origin", "destination", "req_time"], requests)
    print(
        f"{options.out}: {options.side ** 2} nodes, {len(edges)} edges, {len(vehicles)} vehicles, "
        f"{len(requests)} requests")


def nodes(side):
    east = METERS_PER_DEGREE * math.cos(math.radians(SOUTH))
    for node in range(side * side):
        row, column = divmod(node, side)
        yield (
            node, f"{SOUTH + row * BLOCK_M / METERS_PER_DEGREE:.6f}",
            f"{WEST + column * BLOCK_M / east:.6f}")


def streets(side, rng):
    """(tail, head, tenths of seconds), by tail and then by head."""
    edges = []
    for tail in range(side * side):
        row, column = divmod(tail, side)
        for down, right in ((-1, 0), (0, -1), (0, 1), (1, 0)):
            if not (0 <= row + down < side and 0 <= column + right < side):
                continue
            line = row if right else column
            speed = rng.uniform(35, 50) if line % 10 == 0 else rng.uniform(12, 30)
            edges.append((tail, tail + down * side + right, round(BLOCK_M * 36 / speed)))
    return edges


def moment(last, even, rng):
    """A second from 0 to `last`."""
    while True:
        t = rng.random()
        rate = 1 + 2 * math.exp(-(((t - 0.2) / 0.08) ** 2)) + 2 * math.exp(-(((t - 0.75) / 0.1) ** 2))
        if even or 3.01 * rng.random() < rate:
            return int(t * last)


def ends(side, heads, entering, even, rng):
    """Two edges, their heads far enough apart."""
    while True:
        origin = rng.randrange(len(heads))
        row, column = divmod(heads[origin], side)
        if even:
            destination = rng.randrange(len(heads))
            end_row, end_column = divmod(heads[destination], side)
        else:
            distance = rng.expovariate(1 / MEAN_BLOCKS)
            down = round(distance * rng.uniform(-1, 1))
            end_row = row + down
            end_column = column + rng.choice((-1, 1)) * (round(distance) - abs(down))
            if not (0 <= end_row < side and 0 <= end_column < side):
                continue
            destination = rng.choice(entering[end_row * side + end_column])
        if abs(end_row - row) + abs(end_column - column) >= NEAREST_BLOCKS:
            return origin, destination


if __name__ == "__main__":
    main()
