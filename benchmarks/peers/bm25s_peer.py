"""bm25s: Snowball stems, stop words removed, title and text in one field, k1 = 1.2, b = 0.75, Lucene's idf, compiled by numba."""
import builtins
import os
import sys

import bm25s
import peer
import Stemmer

STOP = peer.stop_words()
STEMMER = Stemmer.Stemmer("russian")


def version():
    return "bm25s " + bm25s.__version__


def _tokens(texts, return_ids):
    return bm25s.tokenize(
        texts,
        lower=True,
        token_pattern=peer.WORD.pattern,
        stopwords=STOP,
        stemmer=STEMMER,
        return_ids=return_ids,
        show_progress=False,
    )


def build(documents, directory):
    names, texts = [], []
    for identifier, text in documents:
        names.append(identifier)
        texts.append(text)
    retriever = bm25s.BM25(k1=1.2, b=0.75, method="lucene")
    retriever.index(_tokens(texts, return_ids=True), show_progress=False)
    retriever.save(directory)
    with builtins.open(os.path.join(directory, "names.txt"), "w", encoding="utf-8") as output:
        output.writelines(name + "\n" for name in names)
    return len(names)


def open(directory):
    retriever = bm25s.BM25.load(directory)
    # A hundred times faster than numpy alone, with the same scores.
    retriever.backend = "numba"
    retriever.activate_numba_scorer()
    count = retriever.scores["num_docs"]

    def search(text, limit):
        tokens = _tokens([text], return_ids=False)
        if not tokens[0]:
            return []
        found, scores = retriever.retrieve(tokens, k=min(limit, count), show_progress=False, n_threads=0)
        return [(float(score), int(row)) for row, score in zip(found[0], scores[0]) if score > 0]

    return search


def identifiers(directory):
    with builtins.open(os.path.join(directory, "names.txt"), encoding="utf-8") as lines:
        names = [line.rstrip("\n") for line in lines]
    return lambda row: names[row]


if __name__ == "__main__":
    sys.exit(peer.main(sys.modules[__name__]))
