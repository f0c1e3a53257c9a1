#!/usr/bin/env python3
"""Makes Tests/EvaluationTests/Fixtures/trec_eval_random.json: random runs with the values that trec_eval gives them.

How to run, from the root of the repository:

    python3 -m venv .venv-trec-eval
    .venv-trec-eval/bin/pip install pytrec-eval-terrier==0.5.11
    .venv-trec-eval/bin/python scripts/make_trec_eval_fixtures.py

The seeds are fixed, so a second run writes the same bytes. With --check nothing is written, and the exit code is 1
when the file differs from what would be written.

The topics cover graded and binary judgements, negative grades, judged documents that are not retrieved, retrieved
documents that are not judged, ties, scores that differ only beyond 32-bit precision, negative and very small scores,
identifiers whose byte order is not their alphabetical one, runs shorter and longer than the cut-offs, a topic without
relevant documents and a topic without results.

trec_eval has no cut-off for the reciprocal rank: the ranking is cut after 10 documents in trec_eval's own order (score
as a 32-bit float descending, then the bytes of the identifier descending). The exponential gain comes from judgements
with 2^grade - 1 in place of the grade.
"""

import argparse
import ctypes
import json
import pathlib
import random
import sys

import pytrec_eval

FIXTURE = pathlib.Path(__file__).resolve().parent.parent / "Tests/EvaluationTests/Fixtures/trec_eval_random.json"
TOPICS_PER_KIND = 36
CUTOFF_OF_RECIPROCAL_RANK = 10
PREFIXES = ["d", "D", "doc-", "ж", "Ё", "é", "😀", "_", "9", "10"]
MEASURES = {
    "ndcg_cut.10": ["ndcg_cut_10"],
    "recall.10,100": ["recall_10", "recall_100"],
    "P.5": ["P_5"],
    "success.1,5": ["success_1", "success_5"],
    "map": ["map"],
}


def random_score(rng, style):
    """A score of one of the styles, each of which provokes another kind of order."""
    if style == "plain":
        return rng.uniform(-5, 30)
    if style == "ties":
        return rng.randint(0, 4) / 2
    if style == "beyond-float":
        return 7.0 + rng.randint(0, 2) * 1e-3 + rng.random() * 1e-9
    if style == "tiny":
        return rng.choice([-1, 1]) * rng.randint(0, 6) * 10.0 ** rng.randint(-12, -3)
    return 1.0


def random_topic(rng, is_graded, style, retrieved_count):
    """Judgements and a run of one topic, which overlap: about two thirds of a pool are retrieved, up to 3/4 judged."""
    pool = [f"{rng.choice(PREFIXES)}{number}" for number in range(retrieved_count * 3 // 2 + 4)]
    retrieved = rng.sample(pool, retrieved_count)
    judged = rng.sample(pool, rng.randint(len(pool) // 4, len(pool) * 3 // 4))
    grades = [-1, 0, 0, 0, 1, 1, 2, 3] if is_graded else [0, 0, 1]
    qrels = {document: rng.choice(grades) for document in judged}
    run = {document: random_score(rng, style) for document in retrieved}
    return qrels, run


def random_collection(rng, is_graded):
    """Topic -> (judgements, run). The last two topics are special: nothing relevant, and nothing retrieved."""
    styles = ["plain", "ties", "beyond-float", "tiny", "constant"]
    lengths = [1, 3, 5, 8, 10, 11, 25, 40, 130]
    kind = "graded" if is_graded else "binary"
    topics = {}
    for number in range(TOPICS_PER_KIND):
        style, length = styles[number % len(styles)], lengths[number % len(lengths)]
        topics[f"{kind}-{number:02}"] = random_topic(rng, is_graded, style, length)
    qrels, run = random_topic(rng, is_graded, "plain", 12)
    topics[f"{kind}-nothing-relevant"] = ({document: min(grade, 0) for document, grade in qrels.items()}, run)
    qrels, _ = random_topic(rng, is_graded, "plain", 12)
    topics[f"{kind}-nothing-retrieved"] = (qrels, {})
    return topics


def truncated(run, cutoff):
    """The first documents of a run in trec_eval's order."""
    ranked = sorted(
        run.items(), key=lambda item: (ctypes.c_float(item[1]).value, item[0].encode("utf-8")), reverse=True)
    return dict(ranked[:cutoff])


def evaluate(qrels, run, measures):
    """trec_eval's values of one topic; every topic is measured alone."""
    return pytrec_eval.RelevanceEvaluator({"topic": qrels}, set(measures)).evaluate({"topic": run})["topic"]


def expected_values(qrels, run):
    """The expected values by the names that the test knows."""
    values = evaluate(qrels, run, MEASURES)
    expected = {name: values[name] for names in MEASURES.values() for name in names}
    expected["recip_rank_cut_10"] = evaluate(
        qrels, truncated(run, CUTOFF_OF_RECIPROCAL_RANK), ["recip_rank"])["recip_rank"]
    exponential = {document: 2 ** grade - 1 if grade > 0 else 0 for document, grade in qrels.items()}
    expected["ndcg_exponential_cut_10"] = evaluate(exponential, run, ["ndcg_cut.10"])["ndcg_cut_10"]
    return expected


def fixture_text():
    """The content of the file, one topic per line."""
    lines = []
    for seed, is_graded in [(20071, True), (20072, False)]:
        for topic, (qrels, run) in random_collection(random.Random(seed), is_graded).items():
            record = {"topic": topic, "qrels": qrels, "run": run, "expected": expected_values(qrels, run)}
            lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main():
    """Writes the file or, with --check, compares it."""
    parser = argparse.ArgumentParser(description="Makes the trec_eval fixtures of the Evaluation tests.")
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    text = fixture_text()
    if parser.parse_args().check:
        return 0 if FIXTURE.read_text(encoding="utf-8") == text else 1
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
