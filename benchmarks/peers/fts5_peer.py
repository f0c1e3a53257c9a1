"""SQLite FTS5: words stemmed beforehand by Snowball, stop words removed, title and text in one column without its text, bm25()."""
import builtins
import os
import sqlite3
import sys

import peer
import Stemmer

STOP = frozenset(peer.stop_words())
STEMMER = Stemmer.Stemmer("russian")
FILE = "fts5.db"


def version():
    return "SQLite " + sqlite3.sqlite_version


def _stems(text):
    return STEMMER.stemWords([word for word in peer.WORD.findall(text.lower()) if word not in STOP])


def build(documents, directory):
    names = []
    database = sqlite3.connect(os.path.join(directory, FILE))
    database.execute("PRAGMA cache_size = -1000000")
    # Without the text; the positions stay, since FTS5 counts a term's occurrences by them.
    database.execute("CREATE VIRTUAL TABLE docs USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 0\")")
    with database:
        for identifier, text in documents:
            names.append(identifier)
            database.execute("INSERT INTO docs(rowid, body) VALUES (?, ?)", (len(names), " ".join(_stems(text))))
    database.execute("INSERT INTO docs(docs) VALUES ('optimize')")
    database.commit()
    database.close()
    with builtins.open(os.path.join(directory, "names.txt"), "w", encoding="utf-8") as output:
        output.writelines(name + "\n" for name in names)
    return len(names)


def open(directory):
    database = sqlite3.connect(os.path.join(directory, FILE))
    database.execute("PRAGMA cache_size = -1000000")
    database.execute("PRAGMA mmap_size = 4294967296")
    statement = "SELECT rowid, bm25(docs) FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT ?"

    def search(text, limit):
        match = " OR ".join(f'"{stem}"' for stem in dict.fromkeys(_stems(text)))
        if not match:
            return []
        return [(-score, row) for row, score in database.execute(statement, (match, limit))]

    return search


def identifiers(directory):
    with builtins.open(os.path.join(directory, "names.txt"), encoding="utf-8") as lines:
        names = [line.rstrip("\n") for line in lines]
    return lambda row: names[row - 1]


if __name__ == "__main__":
    sys.exit(peer.main(sys.modules[__name__]))
