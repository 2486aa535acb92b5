# SPDX-License-Identifier: Apache-2.0
"""Writes FOLDER/files, a tree with keys and near misses in it, and FOLDER/labels.json, which says what is where.

Honesty: the detectors are not tuned to this corpus, nor this corpus to the detectors. Whoever works on it reads
neither the scanner's code nor its tests nor its providers.json: the formats come from shared/facts/providers.md and
from the providers' public documentation, the places from the documentation of the tools that write them.

The same seed gives the same bytes: no clock, no network, no locale. Keys are random, so none is real. In labels.json
is the SHA-256 of each key, never the key; where a file is text, also its line, column and length (of the base64 where
that is what stands there). An AWS access key id and its secret are one label: `pair_line` is the secret's line.
`member` says where a key is in a document, or in which commit.

    .venv/bin/python Benchmarks/Corpus/corpus.py FOLDER [--seed N] [--check]
"""

import argparse
import collections
import pathlib

from check import check
from code_places import CODE
from documents import write_documents
from git_history import write_git_history
from labels import Corpus
from near_miss_files import write_near_misses
from places import write_places
from styles import write_style
from tool_places import write_tool_places

KEYS_PER_PLACE = 36


def generate(folder: pathlib.Path, seed: int) -> Corpus:
    corpus = Corpus(folder, seed)
    write_places(corpus, KEYS_PER_PLACE)
    for style in CODE:
        write_style(corpus, style, KEYS_PER_PLACE)
    write_tool_places(corpus, KEYS_PER_PLACE)
    write_documents(corpus, KEYS_PER_PLACE)
    write_git_history(corpus, KEYS_PER_PLACE)
    write_near_misses(corpus)
    corpus.save()
    return corpus


def print_counts(corpus: Corpus):
    print(f"corpus_positives: {len(corpus.positives)}")
    print(f"corpus_negatives: {len(corpus.negatives)}")
    for name, labels in [("provider", corpus.positives), ("where", corpus.positives), ("kind", corpus.negatives)]:
        for value, count in sorted(collections.Counter(label[name] for label in labels).items()):
            print(f"corpus_{name}_{value}: {count}")


def main():
    parser = argparse.ArgumentParser(description="Writes a labelled corpus for secret scanners.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true", help="read every key back from its file")
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        parser.error(f"{arguments.folder} is not empty")
    print_counts(generate(arguments.folder, arguments.seed))
    if arguments.check:
        check(arguments.folder)


if __name__ == "__main__":
    main()
