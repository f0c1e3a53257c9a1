"""Times of queries, of indexing and of the first answer, sizes and memory, on speed collections."""
import os
import statistics
import time

import collections_on_disk as disk
import engines as programs

LIMIT = 10
# Rounds in which the engines take turns, and how often every query is timed in all of them together. The best time of a query counts.
ROUNDS, PASSES = 3, 9
# What the engines get that need a hundred times longer.
SLOW_PASSES, SLOW_QUERIES = 2, 100
BUILD_ROUNDS = 2
# From this size on, one round of building and no exhaustive search: they take minutes.
LARGE_PASSAGES = 1_000_000
ANSWERS = 9


def measure(collection, passages, suflers, peers, peers_folder, scratch, say, earlier, reused, keep):
    """Measures one collection and gives what is known so far to `keep`, after building and at the end.

    `earlier` are the figures of an earlier run, or nothing; the indexes of the engines named in `reused` are taken from it.
    """
    corpus = os.path.join(collection, "corpus.jsonl")
    compared = [peer for peer in peers if peer.largest is None or passages <= peer.largest]
    result = {"passages": passages, "corpus": earlier.get("corpus") or programs.count_postings(peers_folder, corpus)}
    indexes = {engine.name: os.path.join(scratch, "index", engine.index_of, str(passages)) for engine in [*suflers, *compared]}
    kept = {name: built for name, built in earlier.get("build", {}).items() if name in reused and os.path.exists(indexes.get(name, ""))}
    result["build"] = _measure_building(corpus, passages, [*suflers, *compared], indexes, kept, say)
    keep(result)
    result["search"] = {kind: _measure_searching(collection, kind, [*suflers, *compared], indexes, scratch, say) for kind in disk.KINDS}
    result["pruning"] = _measure_pruning(collection, suflers[1], indexes, scratch, say) if passages < LARGE_PASSAGES else None
    result["firstAnswerSeconds"] = _measure_first_answer(suflers[0], indexes[suflers[0].name])
    keep(result)


def _measure_building(corpus, passages, engines, indexes, kept, say):
    """Engine → figures of its fastest build, and the seconds of all rounds. The fast engines take turns."""
    results = dict(kept)
    for round_number in range(1 if passages >= LARGE_PASSAGES else BUILD_ROUNDS):
        for engine in engines:
            if engine.name in kept or engine.index_of != engine.name or (engine.builds_once and round_number):
                continue
            built = engine.build(corpus, indexes[engine.name])
            say(f"{passages}: {engine.label} built in {built['seconds']:.1f} s")
            best = results.get(engine.name, built)
            rounds = [*best.get("rounds", []), built["seconds"]]
            results[engine.name] = dict(min(best, built, key=lambda row: row["seconds"]), rounds=rounds)
    return results


def _measure_searching(collection, kind, engines, indexes, scratch, say):
    """Engine → the best time of each query, peak memory, and heap allocations where they are counted."""
    results = {}
    times = os.path.join(scratch, "times.tsv")
    for round_number in range(ROUNDS):
        for engine in engines:
            turns = min(ROUNDS, engine.turns)
            if round_number >= turns:
                continue
            queries = disk.queries_file(collection, kind, SLOW_QUERIES if engine.slow else None, scratch)
            repeat = (SLOW_PASSES if engine.slow else PASSES) // turns
            printed = engine.search(indexes[engine.name], queries, LIMIT, repeat, times)
            found = disk.read_times(times)
            kept = results.setdefault(engine.name, {"microseconds": found})
            kept["microseconds"] = {query: min(value, found[query]) for query, value in kept["microseconds"].items()}
            kept["peakMemoryBytes"] = printed.get("peakMemoryBytes")
            kept["allocations"] = printed.get("allocations")
    say(f"{os.path.basename(collection)}: {kind} queries: " + ", ".join(
        f"{name} {statistics.median(row['microseconds'].values()):.0f} µs" for name, row in results.items()))
    return results


def _measure_pruning(collection, sufler, indexes, scratch, say):
    """Kind → pruned and exhaustive time of each query, in rounds that take turns; None while the program cannot search exhaustively."""
    if not sufler.can_search_exhaustively():
        return None
    results = {}
    times = os.path.join(scratch, "times.tsv")
    for kind in disk.KINDS:
        best = {False: {}, True: {}}
        for _ in range(ROUNDS):
            for exhaustive, kept in best.items():
                queries = disk.queries_file(collection, kind, None, scratch)
                sufler.search(indexes[sufler.name], queries, LIMIT, PASSES // ROUNDS, times, exhaustive=exhaustive)
                for query, value in disk.read_times(times).items():
                    kept[query] = min(value, kept.get(query, value))
        results[kind] = {"pruned": best[False], "exhaustive": best[True]}
        say(f"{os.path.basename(collection)}: {kind} queries, pruned and exhaustive")
    return results


def _measure_first_answer(sufler, index):
    """Seconds from the start of the process to its end, with one answer between, in a warm page cache: the median."""
    seconds = []
    for _ in range(ANSWERS):
        started = time.perf_counter()
        sufler.answer(index, "как вернуть товар")
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
