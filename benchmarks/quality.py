"""nDCG@10 on judged collections and on the same questions typed otherwise."""
import os

import collections_on_disk as disk
import measures

# The program's own measure must agree with ours up to the digits that it prints.
AGREEMENT = 5e-4
# The peer that the damaged questions are also put to.
DAMAGED_PEER = "tantivy"


def measure(data, engines, scratch, say):
    """Collection → engine → nDCG@10 of each judged topic."""
    results = {}
    for name, collection, corpus in disk.judged_collections(data):
        queries = os.path.join(collection, "queries.jsonl")
        results[name] = {engine.name: _values(engine, collection, corpus, queries, scratch) for engine in engines}
        say(f"{name}: " + ", ".join(f"{engine} {_mean(values):.4f}" for engine, values in results[name].items()))
    return results


def measure_damaged(data, variants, engines, scratch, say):
    """Collection → variant → engine → nDCG@10 of each judged topic; files are named COLLECTION.VARIANT.jsonl."""
    results = {}
    compared = [engine for engine in engines if engine.name in ("sufler", DAMAGED_PEER)]
    folders = {name: (collection, corpus) for name, collection, corpus in disk.judged_collections(data)}
    for file in sorted(os.listdir(variants)):
        name, variant, _ = file.split(".")
        if name not in folders:
            continue
        row = {engine.name: _values(engine, *folders[name], os.path.join(variants, file), scratch) for engine in compared}
        results.setdefault(name, {})[variant] = row
        say(f"{name}, {variant}: " + ", ".join(f"{engine} {_mean(values):.4f}" for engine, values in row.items()))
    return results


def _values(engine, collection, corpus, queries, scratch):
    run = os.path.join(scratch, "run.trec")
    claimed = engine.rank(collection, corpus, queries, scratch, run)
    ranking = disk.read_run(run)
    qrels = disk.read_qrels(os.path.join(collection, "qrels.tsv"))
    values = [measures.ndcg(ranking.get(topic, []), qrels[topic]) for topic in disk.read_topics(queries) if topic in qrels]
    if claimed is not None and abs(claimed - _mean(values)) > AGREEMENT:
        raise ValueError(f"{engine.label} measures nDCG@10 {claimed} on {collection}, this program {_mean(values)}")
    return values


def _mean(values):
    return sum(values) / len(values)
