#!/usr/bin/env bash
# Installs the search engines that make bench compares with, into FOLDER (default .venv-bench): from PyPI tantivy, bm25s, the stemmer that
# SQLite FTS5 needs, and Lucene (its classes are in the jar of the pyserini wheel, 147 MB; it needs a JDK of version 17 or newer); from
# Debian Xapian's Python module, if it is not there. What cannot be installed is reported and left out of the comparison.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.venv-bench}
# The newest wheel whose jar runs on Java 17; it has Lucene 9.9.1.
pyserini=pyserini==0.24.0

say() { printf 'sufler: %s\n' "$*" >&2; }

if [ ! -x "$folder/bin/python" ]; then
    python3 -m venv "$folder" || { say "python3-venv is missing: no peer can be installed"; exit 0; }
fi
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt ||
    say "the engines from PyPI could not be installed"

if ! /usr/bin/python3 -c 'import xapian' 2>/dev/null; then
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-xapian >/dev/null ||
            say "python3-xapian could not be installed"
    else
        say "Xapian is left out; to compare with it: sudo apt-get install python3-xapian"
    fi
fi

if ! command -v javac >/dev/null 2>&1; then
    say "Lucene is left out: there is no javac (apt-get install openjdk-17-jdk-headless)"
    exit 0
fi
lucene=$folder/lucene
if ! ls "$lucene"/*.jar >/dev/null 2>&1; then
    download=$(mktemp -d)
    trap 'rm -rf "$download"' EXIT
    if "$folder/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --dest "$download" "$pyserini"; then
        "$folder/bin/python" - "$download" "$lucene" <<'EXTRACT'
import glob, os, shutil, sys, zipfile
download, lucene = sys.argv[1:]
os.makedirs(lucene, exist_ok=True)
with zipfile.ZipFile(glob.glob(download + "/*.whl")[0]) as wheel:
    for name in wheel.namelist():
        if name.endswith("-fatjar.jar"):
            with wheel.open(name) as source, open(os.path.join(lucene, os.path.basename(name)), "wb") as target:
                shutil.copyfileobj(source, target)
EXTRACT
    else
        say "Lucene is left out: its jar could not be downloaded"
        exit 0
    fi
fi
mkdir -p "$lucene/classes"
if [ benchmarks/peers/LucenePeer.java -nt "$lucene/classes/LucenePeer.class" ]; then
    javac -cp "$(ls "$lucene"/*.jar | paste -sd:)" -d "$lucene/classes" benchmarks/peers/LucenePeer.java ||
        say "Lucene is left out: its program could not be compiled"
fi
