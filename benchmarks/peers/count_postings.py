"""Counts words and postings of a corpus as all engines see them: stems by Snowball, stop words removed, title and text in one field.

    count_postings.py CORPUS

Prints documents, UTF-8 bytes of titles and texts, words, and postings (pairs of a stem and a document that has it) as JSON.
"""
import json
import sys

import peer
import Stemmer


def main(path):
    stop, stemmer = frozenset(peer.stop_words()), Stemmer.Stemmer("russian")
    stem_of, documents, text_bytes, words, postings = {}, 0, 0, 0, 0
    for document in peer.read_lines(path):
        title, text = document.get("title") or "", document["text"]
        text_bytes += len(title.encode()) + len(text.encode())
        found = peer.WORD.findall((title + "\n" + text).lower())
        documents += 1
        words += len(found)
        stems = set()
        for word in found:
            if word not in stop:
                stem = stem_of.get(word)
                if stem is None:
                    stem = stem_of[word] = stemmer.stemWord(word)
                stems.add(stem)
        postings += len(stems)
    print(json.dumps({"documents": documents, "textBytes": text_bytes, "words": words, "postings": postings}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
