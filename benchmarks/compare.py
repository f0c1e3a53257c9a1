#!/usr/bin/env python3
"""Compares Sufler with SQLite's FTS5 on the same documents and questions, in one run on one machine.

    compare.py --sufler BINARY [--data DIRECTORY]

DIRECTORY (default: $SUFLER_DATA) holds collections in BEIR's form. Without it only the project's own sample is measured.
FTS5 gets title and text in one column, raw words (its tokenizer `unicode61`), the question's words joined by OR, and bm25().
Prints for each collection nDCG@10 of both, p50 and p95 of a question in microseconds, and the ratios FTS5 / Sufler.
Standard library only. FTS5 is timed in this process, Sufler in its own; both are warm, one question at a time, top 100.
"""
import argparse
import gzip
import json
import math
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import time

WORD = re.compile(r"\w+")


def read_lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_qrels(path):
    qrels = {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            topic, document, grade = line.split("\t")
            qrels.setdefault(topic, {})[document] = int(grade)
    return qrels


def ndcg(ranking, grades, cutoff=10):
    gain = sum(grades.get(doc, 0) / math.log2(rank + 2) for rank, doc in enumerate(ranking[:cutoff]))
    ideal = sorted(grades.values(), reverse=True)[:cutoff]
    best = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(ideal))
    return gain / best if best else 0.0


def percentile(values, share):
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def measure_fts5(directory, corpus):
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, body)")
    started = time.perf_counter()
    rows = ((doc["_id"], doc.get("title", "") + "\n" + doc["text"]) for doc in read_lines(corpus))
    with database:
        database.executemany("INSERT INTO docs VALUES (?, ?)", rows)
    seconds = time.perf_counter() - started
    qrels = read_qrels(os.path.join(directory, "qrels.tsv"))
    values, times = [], []
    statement = "SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs) LIMIT 100"
    for topic in read_lines(os.path.join(directory, "queries.jsonl")):
        if topic["_id"] not in qrels:
            continue
        words = WORD.findall(topic["text"])
        match = " OR ".join('"%s"' % word for word in words)
        if not match:
            values.append(0.0)
            continue
        database.execute(statement, (match,)).fetchall()
        started = time.perf_counter()
        ranking = [row[0] for row in database.execute(statement, (match,))]
        times.append((time.perf_counter() - started) * 1e6)
        values.append(ndcg(ranking, qrels[topic["_id"]]))
    return {"ndcg": statistics.fmean(values), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "seconds": seconds}


def measure_sufler(binary, directory):
    output = subprocess.run([binary, "eval", "retrieval", directory, "--json"], check=True, capture_output=True, text=True)
    result = json.loads(output.stdout)
    latency = result["latencyMicroseconds"]
    return {
        "ndcg": result["measures"]["ndcg@10"],
        "p50": latency["p50"],
        "p95": latency["p95"],
        "seconds": result["indexing"]["seconds"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sufler", required=True)
    parser.add_argument("--data", default=os.environ.get("SUFLER_DATA"))
    arguments = parser.parse_args()
    sample = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "evals", "retrieval", "sample")
    subprocess.run([arguments.sufler, "eval", "retrieval", sample], check=True)
    if not arguments.data:
        print("\nNo peer comparison: set SUFLER_DATA to a folder of collections (corpus.jsonl, queries.jsonl, qrels.tsv).")
        return 0
    print("\n| collection | nDCG@10 FTS5 | nDCG@10 Sufler | p50 µs FTS5 | p50 µs Sufler | p50 ratio | p95 ratio | indexing s FTS5 / Sufler |")
    print("|---|---|---|---|---|---|---|---|")
    for name in sorted(os.listdir(arguments.data)):
        directory = os.path.join(arguments.data, name)
        corpus = next((path for path in (os.path.join(directory, file) for file in ("corpus.jsonl", "corpus.jsonl.gz")) if os.path.exists(path)), None)
        if corpus is None:
            continue
        peer, ours = measure_fts5(directory, corpus), measure_sufler(arguments.sufler, directory)
        print(
            f"| {name} | {peer['ndcg']:.3f} | {ours['ndcg']:.3f} | {peer['p50']:.0f} | {ours['p50']:.0f} | "
            f"{peer['p50'] / ours['p50']:.1f} | {peer['p95'] / ours['p95']:.1f} | {peer['seconds']:.1f} / {ours['seconds']:.1f} |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
