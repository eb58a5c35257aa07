#!/usr/bin/env python3
"""Where planning all vans together with GLPK beats inserting one request after the other.

    python3 Benchmarks/when_glpk_pays.py PATH_OF_NORIAI FOLDER

Runs greedy and batch on the same days: five sizes, each with riders who want to leave at once and with
riders who book ten minutes ahead, over the day (trial-2.yaml) and in pulses off evening trains
(last-mile.yaml), and prints a table of the differences, batch - greedy, with their 95 % intervals. The
runs are kept in FOLDER. Standard library only.
"""
import json
import os
import subprocess
import sys

# Riders, vans, days.
SIZES = [(28, 2, 60), (51, 2, 60), (51, 3, 60), (100, 4, 60), (300, 8, 20)]
# Riders a booking, by the party sizes of the scenarios.
PATTERNS = {"over the day": ("trial-2.yaml", 1.18), "train pulses": ("last-mile.yaml", 1.05)}
LEADS = {"at once": 0, "10 min ahead": 10}


def main():
    noriai, folder = sys.argv[1:]
    scenarios = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Scenarios", "senboku")
    print("| riders / vans | demand | booked | days | greedy wait s, served % | wait, s | served, points | km |")
    print("|---|---|---|---|---|---|---|---|")
    for riders, vans, days in SIZES:
        for pattern, (scenario, party) in PATTERNS.items():
            for booked, minutes in LEADS.items():
                output = os.path.join(folder, f"{riders}-{vans}-{scenario[:-5]}-{minutes}")
                lead = f"demand.lead_times=[{{weight: 1, shortest: {minutes} min, longest: {minutes} min}}]"
                subprocess.run(
                    [noriai, "run", os.path.join(scenarios, scenario), "--days", str(days), "--quiet",
                     "--force", "--output", output, "--strategies", "greedy,batch",
                     "--set", f"demand.bookings_per_day={riders / party:.1f}",
                     "--set", f"fleet.vans={vans}",
                     "--set", f"service.minimum_lead={minutes} min", "--set", lead],
                    check=True, stdout=subprocess.DEVNULL)
                with open(os.path.join(output, "summary.json"), encoding="utf-8") as file:
                    summary = json.load(file)
                print(row(f"{riders} / {vans}", pattern, booked, days, summary), flush=True)


def row(size, pattern, booked, days, summary):
    greedy = summary["strategies"][0]["kpis"]
    differences = {found["kpi"]: found for found in summary["comparisons"]}
    cells = [
        size, pattern, booked, str(days),
        f"{greedy['wait_desired']['mean']:.0f}, {100 * greedy['served_share']['mean']:.1f}",
        change(differences["wait_desired"], 1, 0), change(differences["served_share"], 100, 1),
        change(differences["vkt"], 1, 1),
    ]
    return "| " + " | ".join(cells) + " |"


def change(difference, factor, digits):
    """Bold where the interval leaves zero out."""
    mean, (low, high) = difference["mean_difference"] * factor, (x * factor for x in difference["ci95"])
    text = f"{mean:+.{digits}f} [{low:+.{digits}f}, {high:+.{digits}f}]"
    return f"**{text}**" if low > 0 or high < 0 else text


if __name__ == "__main__":
    main()
