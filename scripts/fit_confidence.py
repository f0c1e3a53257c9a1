#!/usr/bin/env python3
"""Fits and measures the confidence of answers (Sources/Retrieval/AnswerConfidence.swift).

How to run, from the root of the repository, with a folder that holds collections in BEIR's form (numpy is needed):

    make build
    python3 scripts/fit_confidence.py --data FOLDER [--outside FILE ...]

Each collection of the folder and evals/retrieval/sample is indexed by `sufler eval retrieval --confidence`, which writes the features of the best
article of every question. A question is answered when that article is judged relevant (grade 1 or more). Questions whose answer is in no article count
as unanswered: the messages `out_of_scope` of the sample, and with --outside those of files of questions about other things, asked of every collection.
Topics with an odd number in their file (the first is 1) are the development half, the others the test half; messages of the kinds `human` and `internal`
are left out. Every collection weighs the same.

Printed: the coefficients fitted on the development halves; for each collection and for all together the area under the ROC curve and the expected
calibration error (ten bins of equal width) on the test halves, with all collections in the fit and with the one left out; and the reliability table.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

ROOT = pathlib.Path(__file__).resolve().parent.parent
# In the order of the coefficients of AnswerConfidence.
FEATURES = ["gap2", "gap5", "score"]
# So many questions about other things are taken of each file, evenly, so that they do not outweigh the collections' own.
OUTSIDE_QUESTIONS = 50
RIDGE = 1e-3


def run_features(sufler, directory, queries=None):
    with tempfile.NamedTemporaryFile(suffix=".tsv") as file:
        command = [sufler, "eval", "retrieval", str(directory), "--confidence", file.name, "--json", "--today", "2026-11-22"]
        if queries:
            command += ["--confidence-queries", str(queries)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        lines = pathlib.Path(file.name).read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def read_collection(sufler, directory, outside):
    """Features, labels and halves of a collection: arrays of the same length."""
    queries = [json.loads(line) for line in open(directory / "queries.jsonl", encoding="utf-8") if line.strip()]
    order = {query["_id"]: number for number, query in enumerate(queries)}
    kinds = {query["_id"]: query.get("kind") for query in queries}
    relevant = set()
    for line in (directory / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        topic, document, grade = line.split("\t")
        if int(float(grade)) > 0:
            relevant.add((topic, document))
    rows = []
    for sample in run_features(sufler, directory):
        if kinds[sample["query"]] not in ("human", "internal"):
            rows.append((sample, (sample["query"], sample["article"]) in relevant, order[sample["query"]] % 2))
    for file in outside:
        for number, sample in enumerate(run_features(sufler, directory, file)):
            rows.append((sample, False, number % 2))
    features = numpy.array([[float(row[0][name]) for name in FEATURES] for row in rows])
    return features, numpy.array([float(row[1]) for row in rows]), numpy.array([row[2] for row in rows])


def fit(sets):
    """Logistic regression by Newton's method; each set of (features, labels) has the weight 1."""
    size = len(FEATURES) + 1
    weights = numpy.zeros(size)
    for _ in range(50):
        gradient = numpy.zeros(size)
        hessian = numpy.zeros((size, size))
        for features, labels in sets:
            ones = numpy.c_[numpy.ones(len(features)), features]
            probability = 1 / (1 + numpy.exp(-ones @ weights))
            gradient += ones.T @ (labels - probability) / len(labels)
            hessian += (ones * (probability * (1 - probability))[:, None]).T @ ones / len(labels)
        penalty = numpy.r_[0, numpy.full(size - 1, RIDGE)]
        step = numpy.linalg.solve(hessian + numpy.diag(penalty), gradient - penalty * weights)
        weights += step
        if numpy.abs(step).max() < 1e-9:
            break
    return weights


def predict(weights, features):
    return 1 / (1 + numpy.exp(-(weights[0] + features @ weights[1:])))


def auroc(probabilities, labels):
    positive, negative = probabilities[labels > 0], probabilities[labels == 0]
    if len(positive) == 0 or len(negative) == 0:
        return float("nan")
    differences = positive[:, None] - negative[None, :]
    return ((differences > 0).sum() + (differences == 0).sum() / 2) / differences.size


def calibration(probabilities, labels, bins=10):
    """The expected calibration error and for each bin its count, mean probability and share of answers."""
    table, error = [], 0.0
    places = numpy.minimum((probabilities * bins).astype(int), bins - 1)
    for place in range(bins):
        inside = places == place
        if inside.any():
            mean, share = probabilities[inside].mean(), labels[inside].mean()
            table.append((place / bins, int(inside.sum()), mean, share))
            error += inside.mean() * abs(mean - share)
    return error, table


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sufler", default=str(ROOT / ".build/release/sufler"))
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder of collections")
    parser.add_argument("--outside", type=pathlib.Path, nargs="*", default=[], help="files of questions that the collections do not answer")
    parser.add_argument("--sample", type=pathlib.Path, default=ROOT / "evals/retrieval/sample")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outside = []
        for file in arguments.outside:
            lines = [line for line in open(file, encoding="utf-8") if line.strip()]
            part = pathlib.Path(folder) / f"{len(outside)}.jsonl"
            part.write_text("".join(lines[:: max(1, len(lines) // OUTSIDE_QUESTIONS)][:OUTSIDE_QUESTIONS]), encoding="utf-8")
            outside.append(part)
        directories = sorted(path for path in arguments.data.iterdir() if (path / "qrels.tsv").exists()) + [arguments.sample]
        sets = {}
        for directory in directories:
            # The sample has messages of its own that nothing answers.
            sets[directory.name] = read_collection(arguments.sufler, directory, [] if directory == arguments.sample else outside)
            print(f"read {directory.name}: {len(sets[directory.name][1])} questions", file=sys.stderr)
    report(sets)


def report(sets):
    development = {name: (f[h == 0], y[h == 0]) for name, (f, y, h) in sets.items()}
    test = {name: (f[h == 1], y[h == 1]) for name, (f, y, h) in sets.items()}
    weights = fit(development.values())
    print("intercept", f"{weights[0]:.3f}", *(f"{name} {value:.3f}" for name, value in zip(FEATURES, weights[1:])), sep="\n  ")
    print(f"\n{'collection':28} {'n':>5} {'answered':>8}  AUROC  ECE   left out: AUROC  ECE")
    left_out = []
    for name, (features, labels) in test.items():
        other = fit([value for key, value in development.items() if key != name])
        ours, theirs = predict(weights, features), predict(other, features)
        left_out.append((theirs, labels))
        print(
            f"{name:28} {len(labels):5} {labels.mean():8.2f}  {auroc(ours, labels):.3f}  {calibration(ours, labels)[0]:.3f}"
            f"            {auroc(theirs, labels):.3f}  {calibration(theirs, labels)[0]:.3f}")
    features, labels = (numpy.concatenate(parts) for parts in zip(*test.values()))
    ours = predict(weights, features)
    theirs, same = (numpy.concatenate(parts) for parts in zip(*left_out))
    error, table = calibration(ours, labels)
    print(
        f"{'all':28} {len(labels):5} {labels.mean():8.2f}  {auroc(ours, labels):.3f}  {error:.3f}"
        f"            {auroc(theirs, same):.3f}  {calibration(theirs, same)[0]:.3f}")
    print("\nfrom   questions  mean P  answered")
    for start, count, mean, share in table:
        print(f"{start:.1f}    {count:9}   {mean:.3f}     {share:.3f}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.8):
        accepted = ours >= threshold
        precision = labels[accepted].mean() if accepted.any() else float("nan")
        recall = labels[accepted].sum() / labels.sum()
        print(f"P ≥ {threshold}: accepts {accepted.mean():.2f}, precision {precision:.2f}, keeps {recall:.2f} of the answered")


if __name__ == "__main__":
    main()
