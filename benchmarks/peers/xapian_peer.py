"""Xapian: its Russian Snowball stemmer, stop words removed, title and text in one field, no positions, BM25 with k1 = 1.2 and b = 0.75."""
import sys

import peer
import xapian


def version():
    return "Xapian " + xapian.version_string()


def _stopper():
    stopper = xapian.SimpleStopper()
    for word in peer.stop_words():
        stopper.add(word)
    return stopper


def build(documents, directory):
    database = xapian.WritableDatabase(directory, xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("russian"))
    generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
    stopper = _stopper()
    generator.set_stopper(stopper)
    generator.set_stopper_strategy(xapian.TermGenerator.STOP_ALL)
    count = 0
    for identifier, text in documents:
        document = xapian.Document()
        document.set_data(identifier)
        generator.set_document(document)
        generator.index_text_without_positions(text)
        database.add_document(document)
        count += 1
    database.commit()
    database.close()
    return count


def open(directory):
    database = xapian.Database(directory)
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("russian"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_ALL)
    parser.set_default_op(xapian.Query.OP_OR)
    stopper = _stopper()
    parser.set_stopper(stopper)
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 0, 0.75, 0))

    def search(text, limit, kept=(database, parser, stopper, enquire)):
        enquire.set_query(parser.parse_query(text, 0))
        return [(match.weight, match.docid) for match in enquire.get_mset(0, limit)]

    return search


def identifiers(directory):
    database = xapian.Database(directory)
    return lambda document: database.get_document(document).get_data().decode("utf-8")


if __name__ == "__main__":
    sys.exit(peer.main(sys.modules[__name__]))
