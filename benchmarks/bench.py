#!/usr/bin/env python3
"""Compares Sufler with other search engines: the same documents, questions and machine, in turns, one thread, warm.

    bench.py --sufler BINARY [quality] [speed] [report]     (all three when none is named)

Judged collections come from --data (default $SUFLER_DATA), speed collections from the folder --speed (default $SUFLER_SPEED; what is
missing is made by --speed-tool, default $SUFLER_SPEED_TOOL), damaged questions from --variants (default $SUFLER_QUERY_VARIANTS). What is
not given or not installed is left out, saying so. Results are kept in --scratch, so the parts may run one by one; `report` writes the
tables into docs/benchmarks.md. The peers are installed by scripts/install-benchmark-peers.sh. Standard library only.
"""
import argparse
import datetime
import functools
import json
import os
import platform
import shutil
import subprocess
import sys

import collections_on_disk as disk
import engines as programs
import quality
import report
import speed

ROOT = os.path.dirname(programs.HERE)
PARTS = ["quality", "speed", "report"]
SIZES = "50000,200000,1000000"


def commit():
    done = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", help="quality, speed, report; default: all")
    parser.add_argument("--sufler", required=True)
    parser.add_argument("--data", default=os.environ.get("SUFLER_DATA"))
    parser.add_argument("--variants", default=os.environ.get("SUFLER_QUERY_VARIANTS"))
    parser.add_argument("--speed", default=os.environ.get("SUFLER_SPEED"))
    parser.add_argument("--speed-tool", default=os.environ.get("SUFLER_SPEED_TOOL"))
    parser.add_argument("--sizes", default=os.environ.get("SUFLER_SPEED_SIZES") or SIZES, help="passages, separated by commas")
    parser.add_argument("--peers", default=os.path.join(ROOT, ".venv-bench"))
    parser.add_argument("--scratch", default=os.path.join(ROOT, ".bench"))
    parser.add_argument("--document", default=os.path.join(ROOT, "docs", "benchmarks.md"))
    parser.add_argument("--reuse", default="", help="engines, separated by commas, whose indexes and build figures of an earlier run stay")
    parser.add_argument("--commit", default=commit(), help="what the figures are of; default: the commit that is checked out")
    parser.add_argument("--cpu", type=int, default=max(os.sched_getaffinity(0)), help="the core that every engine runs on")
    arguments = parser.parse_args()
    arguments.parts = arguments.parts or PARTS
    if not set(arguments.parts) <= set(PARTS):
        parser.error("the parts are " + ", ".join(PARTS))
    return arguments


def say(text):
    print(text, file=sys.stderr, flush=True)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"processor": model, "cores": os.cpu_count(), "memoryGiB": round(memory), "system": f"Linux {platform.release()}"}


class Results:
    """What was measured, in one file, part by part."""

    def __init__(self, scratch, commit_measured):
        self._commit = commit_measured
        self._path = os.path.join(scratch, "results.json")
        self.values = {}
        if os.path.exists(self._path):
            with open(self._path, encoding="utf-8") as file:
                self.values = json.load(file)

    def keep(self, part, value):
        self.values[part] = {"date": datetime.date.today().isoformat(), "commit": self._commit, "load": os.getloadavg()[0], "values": value}
        unfinished = self._path + ".new"
        with open(unfinished, "w", encoding="utf-8") as file:
            json.dump(self.values, file)
        os.replace(unfinished, self._path)


def run_quality(arguments, results, suflers, peers):
    if not arguments.data:
        say("quality is left out: SUFLER_DATA names no folder of judged collections")
        return
    scratch = os.path.join(arguments.scratch, "quality")
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    engines = [*suflers[:2], *peers]
    results.keep("quality", quality.measure(arguments.data, engines, scratch, say))
    if arguments.variants:
        results.keep("damaged", quality.measure_damaged(arguments.data, arguments.variants, engines, scratch, say))
    shutil.rmtree(scratch)


def run_speed(arguments, results, suflers, peers):
    folder = arguments.speed or os.path.join(arguments.scratch, "speed")
    for passages in map(int, arguments.sizes.split(",")):
        collection = disk.speed_collection(arguments.speed_tool, folder, passages)
        if collection is None:
            say(f"{passages} passages are left out: no such folder in {folder}, and SUFLER_SPEED_TOOL names no tool to make it")
            continue
        part = f"speed.{passages}"
        earlier = results.values.get(part, {}).get("values", {})
        reused = arguments.reuse.split(",")
        keep = functools.partial(results.keep, part)
        speed.measure(collection, passages, suflers, peers, arguments.peers, arguments.scratch, say, earlier, reused, keep)


def main():
    arguments = parse_arguments()
    parts = arguments.parts
    os.makedirs(arguments.scratch, exist_ok=True)
    results = Results(arguments.scratch, arguments.commit)
    suflers = programs.suflers(arguments.sufler, arguments.cpu)
    if "quality" in parts or "speed" in parts:
        peers = programs.peers(arguments.peers, arguments.cpu)
        versions = {engine.name: {"label": engine.label, "version": engine.version()} for engine in [*suflers, *peers]}
        results.keep("machine", {**machine(), "engines": {**results.values.get("machine", {}).get("values", {}).get("engines", {}), **versions}})
        if "quality" in parts:
            run_quality(arguments, results, suflers, peers)
        if "speed" in parts:
            run_speed(arguments, results, suflers, peers)
    if "report" in parts:
        report.write(results.values, arguments.document)
        say(f"written: {os.path.relpath(arguments.document)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except programs.EngineError as error:
        sys.exit(f"bench: {error}")
