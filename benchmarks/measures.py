"""Measures of quality and of time; the standard library only.

nDCG has linear gain: the sum over the first 10 documents of grade / log2(rank + 1), divided by the same sum of the best possible order.
Percentiles are nearest-rank: a time that was measured. Confidence intervals are percentile bootstrap intervals over queries: the
queries are drawn with replacement, the same draw for both engines, and the ratio of the two figures is taken; seeded, so repeatable.
"""
import math
import random
import statistics

CUTOFF = 10
SEED = 20261127
RESAMPLES = 2000


def ndcg(ranking, grades, cutoff=CUTOFF):
    """nDCG of one topic: document identifiers from the best on, and the judged grades; grades below 1 gain nothing."""
    gains = [max(0, grades.get(document, 0)) for document in ranking[:cutoff]]
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:cutoff]
    best = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(ideal))
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains)) / best if best else 0.0


def mean_ndcg(run, qrels, topics):
    """Mean over the topics that have a judgement; a topic without results counts as 0."""
    judged = [topic for topic in topics if topic in qrels]
    return statistics.fmean(ndcg(run.get(topic, []), qrels[topic]) for topic in judged)


def percentile(values, per_mille):
    """The value at rank ⌈per_mille / 1000 · n⌉ in ascending order, counted from 1."""
    ordered = sorted(values)
    return ordered[-(-per_mille * len(ordered) // 1000) - 1]


FIGURES = {
    "p50": lambda values: percentile(values, 500),
    "p95": lambda values: percentile(values, 950),
    "p99": lambda values: percentile(values, 990),
    "mean": statistics.fmean,
}


def summary(values):
    return {name: figure(values) for name, figure in FIGURES.items()}


def ratio_with_interval(theirs, ours, figure, resamples=RESAMPLES, seed=SEED):
    """The figure of `theirs` over that of `ours`, paired by position, with its 95 % interval: (ratio, low, high)."""
    rng = random.Random(seed)
    compute = FIGURES[figure]
    count = len(ours)
    ratios = []
    for _ in range(resamples):
        drawn = rng.choices(range(count), k=count)
        ratios.append(compute([theirs[index] for index in drawn]) / compute([ours[index] for index in drawn]))
    ratios.sort()
    return compute(theirs) / compute(ours), ratios[int(0.025 * resamples)], ratios[int(0.975 * resamples) - 1]


def mean_difference_with_interval(ours, theirs, resamples=RESAMPLES, seed=SEED):
    """Mean of ours − theirs, paired by position, with its 95 % interval: (difference, low, high)."""
    rng = random.Random(seed)
    differences = [mine - other for mine, other in zip(ours, theirs, strict=True)]
    means = sorted(statistics.fmean(rng.choices(differences, k=len(differences))) for _ in range(resamples))
    return statistics.fmean(differences), means[int(0.025 * resamples)], means[int(0.975 * resamples) - 1]
