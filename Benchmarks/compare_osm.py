#!/usr/bin/env python3
"""Compares an import with what an independent reader makes of the same OpenStreetMap file.

    python3 Benchmarks/compare_osm.py EXTRACT NETWORK [--noriai .build/release/noriai]

Reads the extract with pyosmium, states the rules of the road once more, builds a graph whose
states are directed pieces of street (so that turn restrictions are transitions, not split nodes) with
networkx, and searches it with scipy. Nothing of Noriai's code or output is used, except the coordinates
between which routes are asked for. Ends with status 1 when the two do not agree.
"""
import argparse
import csv
import io
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict

try:
    import networkx as nx
    import numpy
    import osmium
    from scipy.sparse.csgraph import dijkstra
except ImportError as missing:
    print(f"skipped: {missing} (pip install osmium networkx scipy)")
    sys.exit(0)

SPEED = {
    "motorway": 100, "motorway_link": 50, "trunk": 80, "trunk_link": 40, "primary": 60,
    "primary_link": 35, "secondary": 50, "secondary_link": 30, "tertiary": 40,
    "tertiary_link": 25, "unclassified": 30, "residential": 30, "living_street": 10,
    "service": 15, "busway": 40, "road": 20, "track": 15, "pedestrian": 10}
GROUP = {
    "motorway": "trunk", "trunk": "trunk", "primary": "primary", "secondary": "collector",
    "tertiary": "collector"}
ONLY_TAGGED = {"track", "pedestrian"}
OPEN = {"yes", "designated", "permissive", "official", "public", "destination"}
CLOSED = {
    "no", "private", "agricultural", "forestry", "delivery", "emergency", "military", "permit",
    "residents", "restricted", "use_sidepath"}
PASSABLE = {
    "border_control", "bump_gate", "cattle_grid", "coupure", "entrance", "gate",
    "height_restrictor", "kerb", "lift_gate", "no", "sally_port", "sliding_gate", "swing_gate",
    "toll_booth"}
HIGHWAYS = SPEED.keys() | {
    "footway", "path", "steps", "cycleway", "bridleway", "corridor", "platform"}
ONEWAY = {
    "no": "both", "false": "both", "0": "both", "alternating": "both", "yes": "along",
    "true": "along", "1": "along", "-1": "against", "reverse": "against",
    "reversible": "reversible"}
MINOR_SERVICE = {"driveway", "parking_aisle", "drive-through", "emergency_access"}


BY_NAME = ("psv", "bus", "motorcar", "motor_vehicle")
VANS = BY_NAME + ("vehicle",)


def values(text):
    return [part.strip(" ") for part in (text or "").split(";") if part.strip(" ")]


def meaning(text):
    """A list is open if one of its values is, and closed only if all of them are."""
    parts = values(text)
    if any(part in OPEN for part in parts):
        return True
    return False if parts and all(part in CLOSED for part in parts) else None


def access(tags, suffix=""):
    if any(meaning(tags.get(key + suffix)) for key in ("psv", "bus")):
        return True
    for key in ("motorcar", "motor_vehicle", "vehicle", "access"):
        if key + suffix in tags:
            return meaning(tags[key + suffix])
    return None


def meant(tags):
    return any(meaning(tags.get(key)) for key in BY_NAME)


def highway_of(tags):
    return next((value for value in values(tags.get("highway")) if value in HIGHWAYS), None)


def kmh(tags, key, standard):
    text = tags.get(key, tags.get("maxspeed"))
    found = []
    for part in values(text):
        if part == "walk" or part.endswith(":walk"):
            found.append(5.0)
            continue
        digits = len(part) - len(part.lstrip("0123456789."))
        factor = {"": 1, "km/h": 1, "kmh": 1, "kph": 1, "mph": 1.609344, "knots": 1.852}.get(
            part[digits:].strip(" "))
        try:
            value = float(part[:digits]) * factor
        except (TypeError, ValueError):
            continue
        if 1 <= value <= 200:
            found.append(value)
    return min(found) if found else standard


def lanes(tags):
    """Speeds forward and backward, 0 where closed; None for a way that vans do not use."""
    highway = highway_of(tags)
    if highway not in SPEED or tags.get("area") == "yes" or tags.get("impassable") == "yes":
        return None
    allowed = access(tags)
    if allowed is False or highway in ONLY_TAGGED and not meant(tags):
        return None
    services = set(values(tags.get("service")))
    if highway == "service" and services and services <= MINOR_SERVICE and not meant(tags):
        return None
    oneway = next(
        (tags[key] for key in [f"oneway:{name}" for name in VANS] + ["oneway"] if key in tags), "")
    kinds = {ONEWAY.get(value) for value in values(oneway)}
    oneway = kinds.pop() if len(kinds) == 1 else None
    against = bool({"opposite", "opposite_lane"} & set(values(tags.get("busway"))))
    if oneway == "both":
        forward, backward = True, True
    elif oneway == "reversible":
        return None
    elif oneway == "against":
        forward, backward = against, True
    elif oneway == "along":
        forward, backward = True, against
    else:
        implied = (bool({"roundabout", "circular"} & set(values(tags.get("junction"))))
                   or highway == "motorway")
        forward, backward = True, not implied
    forward = forward and access(tags, ":forward") is not False
    backward = backward and access(tags, ":backward") is not False
    if not forward and not backward:
        return None
    standard = SPEED[highway]
    return (
        kmh(tags, "maxspeed:forward", standard) if forward else 0,
        kmh(tags, "maxspeed:backward", standard) if backward else 0)


class Reader(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.ways, self.place, self.blocked, self.turns = {}, {}, set(), {}
        self.place_on_way, self.version = {}, {}

    @property
    def rules(self):
        return list(self.turns.values())

    def is_last(self, kind, element):
        """Whether no version that was read before holds against this one."""
        before = self.version.get((kind, element.id), 0)
        if element.version and before and element.version < before:
            return False
        self.version[kind, element.id] = element.version
        return True

    def node(self, node):
        if not self.is_last("n", node):
            return
        self.place[node.id] = None
        self.blocked.discard(node.id)
        if not node.visible:
            return
        self.place[node.id] = (node.location.lat, node.location.lon)
        tags = {tag.k: tag.v for tag in node.tags}
        if "barrier" in tags:
            allowed = access(tags)
            if tags.get("locked") == "yes":
                allowed = meant(tags)
            if allowed is None:
                allowed = all(kind in PASSABLE for kind in values(tags["barrier"]))
            if not allowed:
                self.blocked.add(node.id)

    def way(self, way):
        if not self.is_last("w", way):
            return
        self.ways.pop(way.id, None)
        tags = {tag.k: tag.v for tag in way.tags}
        speeds = lanes(tags)
        if way.visible and speeds:
            self.ways[way.id] = ([node.ref for node in way.nodes], speeds, highway_of(tags))
            for node in way.nodes:
                if node.location.valid():
                    self.place_on_way.setdefault(
                        node.ref, (node.location.lat, node.location.lon))

    def finish(self):
        for node, place in self.place_on_way.items():
            self.place.setdefault(node, place)
        self.place = {node: place for node, place in self.place.items() if place}

    def relation(self, relation):
        if not self.is_last("r", relation):
            return
        self.turns.pop(relation.id, None)
        tags = {tag.k: tag.v for tag in relation.tags}
        if not relation.visible or tags.get("type") != "restriction":
            return
        kind = next(
            (tags[key] for key in [f"restriction:{name}" for name in VANS] + ["restriction"]
             if key in tags), None)
        if kind is None or set(values(tags.get("except"))) & set(VANS):
            return
        if "day_on" in tags or "hour_on" in tags:
            return
        named = defaultdict(list)
        for member in relation.members:
            named[(member.type, member.role)].append(member.ref)
        if named[("w", "via")] or len(named[("n", "via")]) != 1:
            return
        kinds = values(kind)
        if kinds and any(all(k.startswith(p) for k in kinds) for p in ("no_", "only_")):
            self.turns[relation.id] = (
                kinds, named[("w", "from")], named[("n", "via")][0], named[("w", "to")])


def meters(a, b):
    (north_a, east_a), (north_b, east_b) = (map(math.radians, point) for point in (a, b))
    h = (math.sin((north_b - north_a) / 2) ** 2
         + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2)
    return 2 * 6371008.8 * math.asin(math.sqrt(h))


def pieces(reader):
    """Directed pieces (tail, head, way, metres, seconds), barriers as dead ends."""
    result = []
    for way, (nodes, (forward, backward), _) in sorted(reader.ways.items()):
        for index, (a, b) in enumerate(zip(nodes, nodes[1:])):
            if a == b or a not in reader.place or b not in reader.place:
                continue
            length = meters(reader.place[a], reader.place[b])
            # A blocked node is a different one for each piece that comes up to it.
            ends = [(node, way, index) if node in reader.blocked else node for node in (a, b)]
            if forward:
                result.append((ends[0], ends[1], way, length, length / forward * 3.6))
            if backward:
                result.append((ends[1], ends[0], way, length, length / backward * 3.6))
    return result


def largest(pieces):
    graph = nx.DiGraph((piece[0], piece[1]) for piece in pieces)
    keep = max(nx.strongly_connected_components(graph), key=len)
    return [piece for piece in pieces if piece[0] in keep and piece[1] in keep]


def transitions(reader, pieces):
    """A graph whose nodes are pieces: an edge for each turn that is allowed."""
    leaving = defaultdict(list)
    arriving = defaultdict(list)
    around = defaultdict(set)
    for index, piece in enumerate(pieces):
        leaving[piece[0]].append(index)
        arriving[piece[1]].append(index)
        around[piece[0]].add(piece[1])
        around[piece[1]].add(piece[0])
    never, only = set(), defaultdict(set)
    vias = set()
    for kinds, sources, via, targets in reader.rules:
        for source in sources:
            for target in targets:
                into = [i for i in arriving[via] if pieces[i][2] == source]
                out = [i for i in leaving[via] if pieces[i][2] == target]
                if "no_u_turn" in kinds and source == target:
                    found = [(i, o) for i in into for o in out if pieces[i][0] == pieces[o][1]]
                elif len(into) == 1 and len(out) == 1:
                    found = [(into[0], out[0])]
                else:
                    continue
                for i, o in found:
                    vias.add(via)
                    if kinds[0].startswith("only_"):
                        only[i].add(o)
                    else:
                        never.add((i, o))
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(pieces)))
    through = {
        node for node, near in around.items()
        if len(near) == 2 and node not in vias and is_plain(node, near, arriving, leaving, pieces,
                                                            reader)}
    for i, piece in enumerate(pieces):
        for o in leaving[piece[1]]:
            if (i, o) in never or only[i] and o not in only[i]:
                continue
            # Nobody turns round in the middle of a street.
            if piece[1] in through and pieces[o][1] == piece[0]:
                continue
            graph.add_edge(i, o, weight=pieces[o][4])
    return graph, leaving, arriving, through


def is_plain(node, near, arriving, leaving, pieces, reader):
    ins = {pieces[i][0] for i in arriving[node]}
    outs = {pieces[o][1] for o in leaving[node]}
    if len(arriving[node]) != len(ins) or len(leaving[node]) != len(outs):
        return False
    kinds = {
        GROUP.get(reader.ways[pieces[i][2]][2].removesuffix("_link"), "local")
        for i in arriving[node] + leaving[node]}
    two_way = ins == outs == near
    one_way = len(ins) == len(outs) == 1 and ins != outs
    return (two_way or one_way) and len(kinds) == 1


def km_once(pieces):
    seen = {}
    for tail, head, way, length, _ in pieces:
        seen[(min(str(tail), str(head)), max(str(tail), str(head)), way)] = length
    return sum(seen.values()) / 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("extract")
    parser.add_argument("network")
    parser.add_argument("--noriai", default=".build/release/noriai")
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    reader = Reader()
    reader.apply_file(options.extract)
    reader.finish()
    network = largest(pieces(reader))
    graph, leaving, arriving, through = transitions(reader, network)
    # A second look with turns: what no allowed turn reaches is left out.
    strong = max(nx.strongly_connected_components(graph), key=len)
    junctions = {network[i][0] for i in strong} - through
    plain = {node for node in junctions if not isinstance(node, tuple)}

    with open(os.path.join(options.network, "summary.json")) as file:
        summary = json.load(file)
    with open(os.path.join(options.network, "nodes.csv")) as file:
        rows = list(csv.DictReader(file))
    keys = {row["node"] for row in rows}
    ours = {int(key.split("-")[0]) for key in keys}
    theirs = {node[0] if isinstance(node, tuple) else node for node in junctions}
    own_km, km = summary["roads"]["km"], km_once([network[i] for i in strong])
    print(f"junctions: ours {len(ours)}, independent {len(theirs)}, "
          f"in both {len(ours & theirs)} ({100 * len(ours & theirs) / len(ours):.2f} % of ours)")
    inside = ours - theirs
    print(f"  {len(inside & through)} of the others are kept in the middle of loops, "
          f"{len(inside - through)} have no explanation; {len(theirs - ours)} are not ours")
    print(f"kilometres: ours {own_km:.3f}, independent {km:.3f} "
          f"({100 * (km / own_km - 1):+.4f} %)")

    # Junctions with turn restrictions or barriers are several vertices: routes begin elsewhere.
    split = {key.split("-")[0] for key in keys if "-" in key}
    places = [row for row in rows
              if row["node"] not in split and "-" not in row["node"] and int(row["node"]) in plain]
    chooser = random.Random(options.seed)
    chosen = [(chooser.choice(places), chooser.choice(places)) for _ in range(options.pairs)]
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("from_latitude_deg,from_longitude_deg,to_latitude_deg,to_longitude_deg\n")
        for pair in chosen:
            file.write(",".join(row[key] for row in pair
                                for key in ("latitude_deg", "longitude_deg")) + "\n")
        file.flush()
        output = subprocess.run(
            [options.noriai, "network", "route", options.network, "--pairs", file.name],
            check=True, capture_output=True, text=True).stdout
    answers = list(csv.DictReader(io.StringIO(output)))

    worst, worst_length, off, long, missing = 0.0, 0.0, 0, 0, 0
    by_origin = defaultdict(list)
    for index, (origin, _) in enumerate(chosen):
        by_origin[int(origin["node"])].append(index)
    seconds = nx.to_scipy_sparse_array(graph, nodelist=range(len(network)), format="csr")
    for origin, indices in sorted(by_origin.items()):
        # The first piece is driven before its first turn.
        starts = [o for o in leaving[origin] if o in strong]
        times, before = dijkstra(seconds, indices=starts, return_predecessors=True)
        times = times + numpy.array([[network[o][4]] for o in starts])
        for index in indices:
            target = int(chosen[index][1]["node"])
            expected, length = 0.0, 0.0
            if target != origin:
                expected, search, piece = min(
                    (times[search][i], search, i)
                    for search in range(len(starts)) for i in arriving[target])
                while piece >= 0:
                    length += network[piece][3]
                    piece = before[search][piece]
            if not answers[index]["seconds"]:
                missing += 1
                continue
            found = float(answers[index]["seconds"])
            # Each edge is rounded to a millisecond: that is all they may differ by.
            difference = abs(found - expected)
            share = difference / expected if expected else difference
            worst = max(worst, share)
            off += share > 0.0005
            # Edges are rounded to a metre: on a way of a few hundred metres that is a larger share.
            if length >= 1000:
                apart = abs(float(answers[index]["metres"]) / length - 1)
                worst_length = max(worst_length, apart)
                long += apart > 0.005
            if share > 0.0005:
                print(f"  {chosen[index][0]['node']} -> {target}: ours {found:.3f} s, "
                      f"independent {expected:.3f} s")
    print(f"{options.pairs} routes: {off} differ by more than 0.05 %, {missing} missing; the "
          f"largest difference is {100 * worst:.4f} %")
    print(f"lengths of routes from 1 km on: {long} differ by more than 0.5 %, the largest by "
          f"{100 * worst_length:.4f} %")
    agrees = (abs(km / own_km - 1) <= 0.005 and len(ours & theirs) >= 0.9 * len(ours)
              and not inside - through and not theirs - ours and off == long == missing == 0)
    sys.exit(0 if agrees else 1)


main()
