"""The command line that every peer written in Python has, and what they share.

    PEER version
    PEER build  --corpus FILE --index DIR
    PEER search --index DIR --queries FILE --limit N --repeat N --times FILE
    PEER run    --index DIR --queries FILE --limit N --run FILE

`build` prints seconds, peak memory and bytes by file as JSON. `search` runs every query once to warm up and then --repeat times, one
after the other in one thread, and writes the best time of each: lines of _id, a tab and microseconds; the analysis of the query is in the
time. `run` writes rankings in TREC's form.
"""
import argparse
import gzip
import json
import math
import os
import re
import sys
import time

# What a word is: a run of letters and digits, as in tantivy's simple tokenizer.
WORD = re.compile(r"[^\W_]+")


def stop_words():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "russian_stop_words.txt")
    with open(path, encoding="utf-8") as lines:
        return [word for line in lines if not line.startswith("#") for word in line.split()]


def read_lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def documents(path):
    """Identifier and text of each document: title and body in one field, the best configuration for these engines."""
    for document in read_lines(path):
        yield document["_id"], ((document.get("title") or "") + "\n" + document["text"]).strip()


def peak_memory_bytes():
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:
        for line in lines:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return None


def file_bytes(directory):
    return {name: os.path.getsize(os.path.join(directory, name)) for name in sorted(os.listdir(directory))}


def command_build(peer, arguments):
    os.makedirs(arguments.index)
    started = time.perf_counter()
    count = peer.build(documents(arguments.corpus), arguments.index)
    seconds = time.perf_counter() - started
    result = {"documents": count, "seconds": seconds, "peakMemoryBytes": peak_memory_bytes(), "files": file_bytes(arguments.index)}
    print(json.dumps(result))


def command_search(peer, arguments):
    searcher = peer.open(arguments.index)
    # Only words are kept, outside of the time: what else is in a message has a meaning in the query languages of some peers.
    queries = [(row["_id"], " ".join(WORD.findall(row["text"])).lower()) for row in read_lines(arguments.queries)]
    best = [math.inf] * len(queries)
    for round_number in range(arguments.repeat + 1):
        for index, (_, text) in enumerate(queries):
            started = time.perf_counter_ns()
            searcher(text, arguments.limit)
            elapsed = time.perf_counter_ns() - started
            if round_number and elapsed < best[index]:
                best[index] = elapsed
    with open(arguments.times, "w", encoding="utf-8") as output:
        for (identifier, _), nanoseconds in zip(queries, best):
            output.write(f"{identifier}\t{nanoseconds / 1000:.3f}\n")
    print(json.dumps({"queries": len(queries), "peakMemoryBytes": peak_memory_bytes()}))


def command_run(peer, arguments):
    searcher = peer.open(arguments.index)
    identifiers = peer.identifiers(arguments.index)
    with open(arguments.run, "w", encoding="utf-8") as output:
        for row in read_lines(arguments.queries):
            text = " ".join(WORD.findall(row["text"])).lower()
            for rank, (score, document) in enumerate(searcher(text, arguments.limit), start=1):
                output.write(f"{row['_id']} Q0 {identifiers(document)} {rank} {score:.9g} peer\n")


def main(peer):
    parser = argparse.ArgumentParser(description=peer.__doc__.splitlines()[0])
    parser.add_argument("command", choices=["version", "build", "search", "run"])
    parser.add_argument("--corpus")
    parser.add_argument("--index")
    parser.add_argument("--queries")
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--times")
    parser.add_argument("--run")
    arguments = parser.parse_args()
    if arguments.command == "version":
        print(peer.version())
    else:
        {"build": command_build, "search": command_search, "run": command_run}[arguments.command](peer, arguments)
    return 0
