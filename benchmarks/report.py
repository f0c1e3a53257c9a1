"""Writes the measured tables into the page, between two markers; everything else of the page is left as it is."""
import statistics

import measures

BEGIN, END = "<!-- measured tables: make bench writes them -->", "<!-- end of measured tables -->"
OURS = "sufler"
FIRST = "sufler-first"
STEM = "sufler-stem"
ALL_OURS = (OURS, FIRST, STEM)
KIND_NAMES = {"short": "2–4 words", "long": "questions of 5–15 words", "ticket": "messages of 20–60 words"}
# The mean that the collections of one origin share: all but the one with 49,395 documents, on which peers were not measured before.
LEFT_OUT_OF_MEAN = {"ms_sql_docs_ru"}


def write(results, path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n\n{tables(results)}\n\n{END}{after}")


def tables(results):
    labels = {name: row["label"] for name, row in results["machine"]["values"]["engines"].items()}
    parts = [_machine(results["machine"]["values"])]
    sizes = sorted(int(key.split(".")[1]) for key in results if key.startswith("speed."))
    speeds = [part for part in (results[f"speed.{size}"] for size in sizes) if "search" in part["values"]]
    if speeds:
        parts += [_summary(speeds, labels)]
        parts += [_search(part, labels) for part in speeds]
        parts += [_building(speeds, labels)]
    if "quality" in results:
        parts.append(_quality(results["quality"], labels))
    if "damaged" in results:
        parts.append(_damaged(results["damaged"], labels))
    return "\n\n".join(parts)


def _table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def _machine(values):
    engines = "; ".join(row["version"] for name, row in values["engines"].items() if name == OURS or name not in ALL_OURS)
    return (
        f"Machine: {values['processor']}, {values['cores']} cores, {values['memoryGiB']} GiB, {values['system']}. Every engine on one core.\n"
        f"Versions: {engines}."
    )


def _paired(search, theirs, ours):
    """The times of two engines for the queries that both were given."""
    their, our = search[theirs]["microseconds"], search[ours]["microseconds"]
    common = [query for query in our if query in their]
    return [their[query] for query in common], [our[query] for query in common]


def _ratio(search, theirs, ours, figure):
    ratio, low, high = measures.ratio_with_interval(*_paired(search, theirs, ours), figure)
    return f"{ratio:.2f} [{low:.2f}, {high:.2f}]"


def _number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _summary(speeds, labels):
    peers = [name for name in labels if name not in ALL_OURS]
    rows = []
    for part in speeds:
        values = part["values"]
        for kind, search in values["search"].items():
            for ours in [ours for ours in ALL_OURS if ours in search]:
                cells = [_ratio(search, peer, ours, "mean") if peer in search else "–" for peer in peers]
                rows.append([f"{values['passages']:,}", KIND_NAMES[kind], labels[ours], *cells])
    header = ["passages", "queries", "Sufler", *(labels[peer] for peer in peers)]
    return "### In short\n\nMean time of the peer / mean time of Sufler, with a 95 % interval; above 1, Sufler is faster.\n\n" + _table(header, rows)


def _search(part, labels):
    values = part["values"]
    times, ratios = [], []
    for kind, search in values["search"].items():
        for name in labels:
            if name not in search:
                continue
            figures = measures.summary(list(search[name]["microseconds"].values()))
            allocations = search[name].get("allocations")
            count = len(search[name]["microseconds"])
            times.append([
                KIND_NAMES[kind], labels[name], count, *(_number(figures[figure]) for figure in measures.FIGURES),
                f"{(search[name]['peakMemoryBytes'] or 0) / 2**20:.0f}", f"{allocations['mean']:.0f}" if allocations else "–"])
            if name in ALL_OURS:
                continue
            for ours in [ours for ours in ALL_OURS if ours in search]:
                ratios.append([KIND_NAMES[kind], f"{labels[name]} / {labels[ours]}", *(_ratio(search, name, ours, figure) for figure in measures.FIGURES)])
    size = f"{values['passages']:,} passages"
    text = (
        f"### Search, {size}\n\nMicroseconds a query, top 10, best of all rounds; peak memory of the process in MiB. Measured on {part['date']}, "
        f"commit {part['commit']}.\n\n"
        + _table(["queries", "engine", "number", "p50", "p95", "p99", "mean", "memory", "allocations a query"], times)
        + "\n\nTime of the peer / time of Sufler, with a 95 % interval:\n\n"
        + _table(["queries", "engines", "p50", "p95", "p99", "mean"], ratios)
    )
    text += f"\n\nFrom the start of `sufler search` to its end, one answer with snippets: {values['firstAnswerSeconds'] * 1000:.0f} ms (median)."
    if values["pruning"]:
        text += "\n\n" + _pruning(values["pruning"])
    return text


def _pruning(pruning):
    rows = []
    for kind, both in pruning.items():
        shares = [both["pruned"][query] / both["exhaustive"][query] for query in both["pruned"]]
        rows.append([KIND_NAMES[kind], f"{statistics.median(shares):.2f}", f"{max(shares):.2f}", sum(share > 1.15 for share in shares), len(shares)])
    header = ["queries", "median", "largest", "queries over 1.15", "of"]
    return "Pruned time / exhaustive time of the same query, all layers, first stage:\n\n" + _table(header, rows)


def _building(speeds, labels):
    rows = []
    for part in speeds:
        values = part["values"]
        corpus, builds = values["corpus"], values["build"]
        for name in labels:
            if name not in builds:
                continue
            build = builds[name]
            ours = builds[OURS]
            size = build.get("indexBytesWithoutStoredText", build["indexBytes"])
            counts = build.get("postings")
            postings = sum(counts.values()) if counts else corpus and corpus["postings"]
            rows.append([
                f"{values['passages']:,}", labels[name], f"{build['seconds']:.1f}",
                f"{corpus['words'] / build['seconds'] / 1e6:.2f}" if corpus else "–",
                f"{build['seconds'] / ours['seconds']:.2f}", f"{build['seconds'] / builds[STEM]['seconds']:.2f}",
                f"{size / ours['textBytes']:.3f}", f"{size / postings:.2f}" if postings else "–",
                f"{(build['peakMemoryBytes'] or 0) / 2**20:.0f}"])
    header = ["passages", "engine", "s", "million words/s", "s / all layers", "s / stem layer", "bytes / text", "bytes a posting", "memory, MiB"]
    return "### Indexing\n\nFastest of the rounds, from reading the file to the commit.\n\n" + _table(header, rows)


def _quality(part, labels):
    names = [name for name in labels if any(name in row for row in part["values"].values())]
    rows = []
    for collection, engines in part["values"].items():
        means = {name: statistics.fmean(engines[name]) for name in names if name in engines}
        best = max(means, key=means.get)
        cells = [(f"**{means[name]:.3f}**" if name == best else f"{means[name]:.3f}") if name in means else "–" for name in names]
        rivals = {name: value for name, value in means.items() if name not in ALL_OURS}
        difference = "–"
        if rivals:
            rival = max(rivals, key=rivals.get)
            value, low, high = measures.mean_difference_with_interval(engines[OURS], engines[rival])
            difference = f"{value:+.3f} [{low:+.3f}, {high:+.3f}]"
        rows.append([collection, len(engines[OURS]), *cells, difference])
    counted = [engines for collection, engines in part["values"].items() if collection not in LEFT_OUT_OF_MEAN]
    means = [statistics.fmean(statistics.fmean(engines[name]) for engines in counted) for name in names]
    rows.append([f"mean without {', '.join(sorted(LEFT_OUT_OF_MEAN))}", "", *(f"{mean:.4f}" for mean in means), ""])
    header = ["collection", "questions", *(labels[name] for name in names), "Sufler − best peer"]
    return f"### Quality: nDCG@10, linear gain\n\nMeasured on {part['date']}, commit {part['commit']}.\n\n" + _table(header, rows)


def _damaged(part, labels):
    rows = []
    for collection, variants in part["values"].items():
        for name in next(iter(variants.values())):
            means = {variant: statistics.fmean(engines[name]) for variant, engines in variants.items()}
            clean = means.get("clean")
            cells = [f"{means[variant]:.3f}" + (f" ({means[variant] / clean:.0%})" if clean and variant != "clean" else "") for variant in sorted(means)]
            rows.append([collection, labels[name], *cells])
    header = ["collection", "engine", *sorted(next(iter(part["values"].values())))]
    return "### The same questions typed otherwise: nDCG@10 and the share of the clean questions' nDCG@10\n\n" + _table(header, rows)
