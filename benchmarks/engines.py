"""The engines that are compared: how each is started. Every one runs in a process of its own, on one processor core."""
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")


class EngineError(Exception):
    """A program ended with an error; carries what it printed last."""


def run_pinned(command, cpu):
    """Runs a program on one core and returns what it printed."""
    pin = None if cpu is None else lambda: os.sched_setaffinity(0, {cpu})
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=pin, env=environment)
    if done.returncode != 0:
        raise EngineError(f"{' '.join(command[:3])}: {done.stderr.strip()[-600:] or done.stdout.strip()[-600:]}")
    return done.stdout


class Peer:
    """An engine with the command line of peers/peer.py.

    `slow` engines get fewer queries and passes; `largest` is the largest collection, in passages, that an engine is measured on; an
    engine that `builds_once` does not take turns in building; `turns` are processes for one set of queries, fewer where the start is slow.
    """

    def __init__(self, name, label, command, cpu, slow=False, largest=None, builds_once=False, turns=5):
        self.name, self.label, self.slow, self.largest, self.builds_once, self.turns = name, label, slow, largest, builds_once, turns
        self.index_of = name
        self._command, self._cpu = command, cpu

    def _run(self, *arguments):
        return run_pinned([*self._command, *arguments], self._cpu)

    def version(self):
        return self._run("version").strip()

    def build(self, corpus, index):
        shutil.rmtree(index, ignore_errors=True)
        os.makedirs(os.path.dirname(index), exist_ok=True)
        result = json.loads(self._run("build", "--corpus", corpus, "--index", index))
        result["indexBytes"] = sum(result.pop("files").values())
        return result

    def search(self, index, queries, limit, repeat, times):
        options = ["--index", index, "--queries", queries, "--limit", str(limit), "--repeat", str(repeat), "--times", times]
        return json.loads(self._run("search", *options))

    def rank(self, collection, corpus, queries, scratch, run):
        index = os.path.join(scratch, self.name, os.path.basename(collection))
        if not os.path.exists(index):
            self.build(corpus, index)
        self._run("run", "--index", index, "--queries", queries, "--limit", "10", "--run", run)


class Sufler:
    """This project's program: the product, or less of it for comparisons.

    `layers` are those that are indexed, all if it is None; the second stage puts the first documents in order by the places of the words.
    `index_of` is the name of the engine whose index is searched: its own, or that of another with the same layers.
    """

    slow = builds_once = False
    turns = 5

    def __init__(self, name, label, binary, cpu, layers=None, has_second_stage=True, index_of=None):
        self.name, self.label, self.index_of = name, label, index_of or name
        self._binary, self._cpu = binary, cpu
        self._layers = [] if layers is None else ["--layers", layers]
        self._stages = [] if has_second_stage else ["--first-stage"]

    def _run(self, *arguments):
        return run_pinned([self._binary, *arguments], self._cpu)

    def version(self):
        return "Sufler " + self._run("--version").strip()

    def build(self, corpus, index):
        shutil.rmtree(index, ignore_errors=True)
        os.makedirs(os.path.dirname(index), exist_ok=True)
        return json.loads(self._run("index", "--corpus", corpus, "--index", index, "--json", *self._layers))

    def search(self, index, queries, limit, repeat, times, exhaustive=False):
        options = ["--index", index, "--queries", queries, "--limit", str(limit), "--repeat", str(repeat), "--times", times]
        return json.loads(self._run("bench", "search", *options, *self._stages, *(["--exhaustive"] if exhaustive else []), "--json"))

    def can_search_exhaustively(self):
        return "--exhaustive" in self._run("bench", "search", "--help")

    def answer(self, index, query):
        """One answer with texts and snippets, from the start of the process."""
        self._run("search", "--index", index, "--json", query)

    def rank(self, collection, corpus, queries, scratch, run):
        """Ranks with all layers; returns nDCG@10 as the program itself measures it."""
        output = self._run("eval", "retrieval", collection, "--queries", queries, "--run", run, *self._stages, "--json")
        return json.loads(output)["measures"]["ndcg@10"]


def suflers(binary, cpu):
    """The product first; then all layers without the second stage; then what the peers do."""
    return [
        Sufler("sufler", "Sufler", binary, cpu),
        Sufler("sufler-first", "Sufler, first stage", binary, cpu, has_second_stage=False, index_of="sufler"),
        Sufler("sufler-stem", "Sufler, stem layer", binary, cpu, layers="stem", has_second_stage=False),
    ]


def peers(folder, cpu):
    """The peers that are installed, and a line about each that is not. `folder` is made by scripts/install-benchmark-peers.sh."""
    python = os.path.join(folder, "bin", "python")
    lucene = os.path.join(folder, "lucene")
    jars = [os.path.join(lucene, name) for name in sorted(os.listdir(lucene)) if name.endswith(".jar")] if os.path.isdir(lucene) else []
    java = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-cp", os.pathsep.join([os.path.join(lucene, "classes"), *jars]), "LucenePeer"]
    script = lambda interpreter, name: [interpreter, os.path.join(PEERS, name)]
    candidates = [
        Peer("tantivy", "tantivy", script(python, "tantivy_peer.py"), cpu),
        Peer("lucene", "Lucene", java, cpu, largest=200_000, turns=3),
        Peer("xapian", "Xapian", script("/usr/bin/python3", "xapian_peer.py"), cpu, slow=True, largest=50_000, builds_once=True, turns=2),
        Peer("bm25s", "bm25s", script(python, "bm25s_peer.py"), cpu, largest=200_000, builds_once=True, turns=3),
        Peer("fts5", "SQLite FTS5", script(python, "fts5_peer.py"), cpu, slow=True, largest=50_000, builds_once=True, turns=2),
    ]
    found = []
    for peer in candidates:
        try:
            peer.version()
            found.append(peer)
        except (EngineError, OSError) as error:
            print(f"{peer.label} is left out: {str(error).splitlines()[-1]}", file=sys.stderr)
    return found


def count_postings(folder, corpus):
    """Words, postings and bytes of a corpus, from the environment that has the stemmer; None without it."""
    try:
        return json.loads(run_pinned([os.path.join(folder, "bin", "python"), os.path.join(PEERS, "count_postings.py"), corpus], None))
    except (EngineError, OSError) as error:
        print(f"postings are not counted: {str(error).splitlines()[-1]}", file=sys.stderr)
        return None
