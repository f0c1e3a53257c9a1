"""Makes a knowledge base of articles out of a collection of passages, for measurements at the size of a large company.

    python3 benchmarks/articles.py CORPUS FOLDER [PASSAGES_OF_AN_ARTICLE]

CORPUS has JSON lines with `_id`, `title` and `text`. So many passages in a row (5 unless told otherwise) become the sections of one article with
the title of the first. The same input gives the same files.
"""

import json
import os
import re
import sys


def plain(text):
    """The text on one line, without what Markdown or YAML would read as markup."""
    return " ".join(re.sub(r"[\[\]<>*_`#|\\{}~^=\"]", " ", text).split())


def article(number, passages):
    title = plain(passages[0]["title"])[:120] or "Статья"
    sections = "\n\n".join(
        f"## {plain(each['title'])[:100] or 'Раздел'} {index}\n\n{plain(each['text'])}" for index, each in enumerate(passages, 1)
    )
    return f"""---
id: kb-{number:06d}
title: "{title} {number}"
section: Раздел {number % 12}
audience: public
tags: [справка]
questions: ["{title}?"]
valid_from: 2026-01-01
valid_to: null
supersedes: null
owner: Отдел
updated: 2026-01-01
---

{sections}
"""


def main(corpus, folder, size=5):
    os.makedirs(folder, exist_ok=True)
    with open(corpus, encoding="utf-8") as lines:
        passages = [json.loads(line) for line in lines if line.strip()]
    for start in range(0, len(passages), size):
        number = start // size + 1
        with open(os.path.join(folder, f"{number:06d}.md"), "w", encoding="utf-8") as file:
            file.write(article(number, passages[start : start + size]))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else 5)
