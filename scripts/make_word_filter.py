#!/usr/bin/env python3
"""Makes Sources/Retrieval/Resources/russian-stems.bloom: the Snowball stems of the words of a Russian dictionary, as a Bloom filter.

  apt-get install hunspell-ru hunspell-tools; pip install PyStemmer
  python3 scripts/make_word_filter.py Sources/Retrieval/Resources/russian-stems.bloom

The dictionary is A. I. Lebedev's (see NOTICE). Hashes and places are those of WordHash.swift and RussianWords.swift.
"""
import re
import subprocess
import sys

import Stemmer

FOLDER = "/usr/share/hunspell"
BYTES = 100_000
PROBES = 5
MASK = (1 << 64) - 1


def stems():
    command = ["unmunch", f"{FOLDER}/ru_RU.dic", f"{FOLDER}/ru_RU.aff"]
    output = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    forms = {line.strip().lower().replace("ё", "е") for line in output.splitlines()}
    stemmer = Stemmer.Stemmer("russian")
    return {stemmer.stemWord(form) for form in forms if re.fullmatch("[а-я]+", form)}


def word_hash(word):
    value = 1
    for character in word:
        value = (value * 0x9E3779B97F4A7C15 + ord(character)) & MASK
    return value


def mix(value):
    value = ((value ^ (value >> 33)) * 0xFF51AFD7ED558CCD) & MASK
    value = ((value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53) & MASK
    return value ^ (value >> 33)


def places(word):
    mixed = mix(word_hash(word))
    step = (mixed >> 32) | 1
    for probe in range(PROBES):
        yield (((mixed + probe * step) & 0xFFFFFFFF) * BYTES * 8) >> 32


def main():
    words = stems()
    bits = bytearray(BYTES)
    for word in words:
        for place in places(word):
            bits[place >> 3] |= 1 << (place & 7)
    with open(sys.argv[1], "wb") as file:
        file.write(bits)
    print(f"{len(words)} stems, {sum(byte.bit_count() for byte in bits) / (BYTES * 8):.3f} of the bits set")


if __name__ == "__main__":
    main()
