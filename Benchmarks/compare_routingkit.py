"""Travel times of Noriai and of RoutingKit on the same grid, as ratios in one run.

usage: python3 compare_routingkit.py [SIDE]     (needs: pip install routingkit-cch)

RoutingKit here is a customizable contraction hierarchy through Python bindings. Its point to point
time has the cost of a call from Python in it, so that one to many is compared too: 1,000 pinned
destinations. All times are CPU seconds of one thread.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile
import time

try:
    import routingkit_cch
except ImportError:
    print("skipped: routingkit-cch is not installed")
    sys.exit(0)

side = int(sys.argv[1]) if len(sys.argv) > 1 else 300
package = pathlib.Path(__file__).parent


def rows(path):
    with open(path, newline="") as file:
        reader = csv.reader(file)
        next(reader)
        return list(reader)


with tempfile.TemporaryDirectory() as folder:
    command = ["swift", "run", "-c", "release", "--package-path", str(package)]
    command += ["TravelTimesOnGrid", str(side), folder]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    ours_build, ours_query = map(float, printed.split()[-1].split(","))
    nodes = [(float(a), float(b)) for a, b in rows(pathlib.Path(folder, "nodes.csv"))]
    roads = [tuple(map(int, row)) for row in rows(pathlib.Path(folder, "roads.csv"))]
    questions = [tuple(map(int, row)) for row in rows(pathlib.Path(folder, "questions.csv"))]

tails, heads, weights = (list(column) for column in zip(*roads))
latitudes, longitudes = (list(column) for column in zip(*nodes))

begun = time.process_time()
order = routingkit_cch.compute_order_inertial(len(nodes), tails, heads, latitudes, longitudes)
hierarchy = routingkit_cch.CCH(order, tails, heads, False)
metric = routingkit_cch.CCHMetric(hierarchy, weights)
build = time.process_time() - begun

few = questions[:5000]
query = routingkit_cch.CCHQuery(metric)
begun = time.process_time()
answers = [query.run(a, b).distance for a, b, _ in few]
point_to_point = (time.process_time() - begun) / len(few)
wrong = sum(answer != expected for answer, (_, _, expected) in zip(answers, few))

destinations = [b for _, b, _ in questions[:1000]]
pinned = routingkit_cch.CCHOneToMany(metric, destinations)
begun = time.process_time()
for a, _, _ in questions[:200]:
    pinned.distances_from(a)
one_to_many = (time.process_time() - begun) / 200 / len(destinations)

print(f"{len(nodes)} nodes, {len(roads)} roads; {wrong} of {len(few)} answers differ")
print(f"build: ours {ours_build:.2f} s, RoutingKit {build:.2f} s, ratio {ours_build / build:.2f}")
print(
    f"point to point: ours {1e6 * ours_query:.2f} us, RoutingKit {1e6 * point_to_point:.1f} us, "
    f"ratio {ours_query / point_to_point:.4f}"
)
print(f"RoutingKit, one to 1,000 pinned: {1e6 * one_to_many:.2f} us for each destination")
sys.exit(1 if wrong else 0)
