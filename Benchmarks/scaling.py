#!/usr/bin/env python3
"""How the CPU time of a day grows with requests and with vehicles, on grids of 300 x 300 nodes.

    python3 Benchmarks/scaling.py PATH_OF_NORIAI FOLDER

Makes the grids in FOLDER (see generate_grid.py), runs each once so that its network is in the cache, and
once more for the figures. The slope is that of a straight line through the logarithms: 1 means that the
time doubles with the size. Standard library only.
"""
import json
import math
import os
import subprocess
import sys

SERIES = [
    ("requests and vehicles", [(18_648 * k, 1_250 * k) for k in (1, 2, 4, 8)]),
    ("requests, 10,000 vehicles", [(18_648 * k, 10_000) for k in (1, 2, 4, 8)]),
    ("vehicles, 18,648 requests", [(18_648, 1_250 * k) for k in (1, 2, 4, 8)]),
]


def main():
    noriai, folder = sys.argv[1:]
    generator = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generate_grid.py")
    measured = {}
    for _, sizes in SERIES:
        for size in sizes:
            if size not in measured:
                measured[size] = measure(noriai, generator, folder, *size)
    print("| grows | 1x | 2x | 4x | 8x | slope |")
    print("|---|---|---|---|---|---|")
    for name, sizes in SERIES:
        times = [measured[size] for size in sizes]
        cells = " | ".join(f"{time:.2f} s" for time in times)
        print(f"| {name} | {cells} | {slope(times):.2f} |")


def measure(noriai, generator, folder, requests, vehicles):
    path = os.path.join(folder, f"grid300-{requests}-{vehicles}")
    arguments = ["--side", "300", "--vehicles", str(vehicles), "--requests", str(requests)]
    subprocess.run([sys.executable, generator, path] + arguments, check=True, stdout=sys.stderr)
    command = [noriai, "benchmark", path, "--json", "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["cpu_s"]


def slope(times):
    """Least squares over log2(size) = 0, 1, 2, 3."""
    logs = [math.log2(time) for time in times]
    center = (len(logs) - 1) / 2
    mean = sum(logs) / len(logs)
    above = sum((x - center) * (y - mean) for x, y in enumerate(logs))
    return above / sum((x - center) ** 2 for x in range(len(logs)))


if __name__ == "__main__":
    main()
