"""Collections as folders: speed collections, which are made when they are missing, and judged collections in BEIR's form."""
import json
import os
import subprocess
import sys

KINDS = ("short", "long", "ticket")


def speed_collection(tool, folder, passages):
    """The folder of a speed collection of so many passages; None when it is not there and cannot be made."""
    directory = os.path.join(folder, str(passages))
    if not os.path.exists(os.path.join(directory, "corpus.jsonl")):
        if not tool:
            return None
        unfinished = directory + ".unfinished"
        subprocess.run([sys.executable, tool, unfinished, str(passages)], check=True, stdout=subprocess.DEVNULL)
        os.rename(unfinished, directory)
    return directory


def queries_file(collection, kind, limit, scratch):
    """The file of a kind of queries, or a copy of its first `limit` lines."""
    path = os.path.join(collection, f"queries.{kind}.jsonl")
    if limit is None:
        return path
    shortened = os.path.join(scratch, f"queries.{os.path.basename(collection)}.{kind}.{limit}.jsonl")
    with open(path, encoding="utf-8") as source, open(shortened, "w", encoding="utf-8") as target:
        for _, line in zip(range(limit), source):
            target.write(line)
    return shortened


def judged_collections(folder):
    """(name, folder, corpus) of each judged collection, by name."""
    for name in sorted(os.listdir(folder)):
        directory = os.path.join(folder, name)
        corpora = [os.path.join(directory, file) for file in ("corpus.jsonl", "corpus.jsonl.gz")]
        corpus = next((path for path in corpora if os.path.exists(path)), None)
        if corpus and os.path.exists(os.path.join(directory, "qrels.tsv")):
            yield name, directory, corpus


def read_topics(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["_id"] for line in lines if line.strip()]


def read_qrels(path):
    qrels = {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            topic, document, grade = line.rstrip("\n").split("\t")
            qrels.setdefault(topic, {})[document] = int(grade)
    return qrels


def read_run(path):
    """Topic → document identifiers by rank."""
    ranked = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            topic, _, document, rank, _, _ = line.split()
            ranked.setdefault(topic, []).append((int(rank), document))
    return {topic: [document for _, document in sorted(rows)] for topic, rows in ranked.items()}


def read_times(path):
    """Query identifier → microseconds."""
    with open(path, encoding="utf-8") as lines:
        return {identifier: float(value) for identifier, value in (line.split("\t") for line in lines)}
