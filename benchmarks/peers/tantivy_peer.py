"""tantivy: Snowball stems, stop words removed, title and text in one field, no positions, one writing thread, `count=False`."""
import sys

import peer
import tantivy

# Enough for one segment of a million passages: fewer segments make the searches faster.
WRITER_BYTES = 1 << 31


def version():
    return "tantivy-py " + tantivy.__version__


def _open(directory):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", stored=False, tokenizer_name="russian", index_option="freq")
    index = tantivy.Index(builder.build(), path=directory)
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(255))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("russian"))
        .filter(tantivy.Filter.stemmer("russian"))
        .build()
    )
    index.register_tokenizer("russian", analyzer)
    return index


def build(documents, directory):
    index = _open(directory)
    writer = index.writer(heap_size=WRITER_BYTES, num_threads=1)
    count = 0
    for identifier, text in documents:
        writer.add_document(tantivy.Document(id=identifier, body=text))
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


def open(directory):
    index = _open(directory)
    searcher = index.searcher()
    parse, fields = index.parse_query, ["body"]

    def search(text, limit):
        # Counting the hits would switch tantivy's block-max pruning off.
        return searcher.search(parse(text, fields), limit=limit, count=False).hits

    return search


def identifiers(directory):
    searcher = _open(directory).searcher()
    return lambda address: searcher.doc(address)["id"][0]


if __name__ == "__main__":
    sys.exit(peer.main(sys.modules[__name__]))
