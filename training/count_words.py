"""Makes the list of common English words from the vocabulary of the packaged static encoder.

    python training/count_words.py

The vocabulary (BERT's WordPiece, Apache-2.0) holds whole words in the order of their frequency in English, so that
their rank tells how common they are. Writes `src/recension/rules/common_words.toml`; takes a second.
"""

import json
import textwrap
from pathlib import Path

from recension.text.words import make_stem

PACKAGE = Path(__file__).parent.parent / "src" / "recension"
VOCABULARY = PACKAGE / "models" / "static_minilm" / "tokenizer.json"
TARGET = PACKAGE / "rules" / "common_words.toml"

# The word at this rank stands in one report of five hundred; what is rarer counts as not known beforehand.
MOST = 20_000

HEAD = """\
# Stems of English words, the most frequent first: where few articles are given, they cannot tell by themselves that
# "official" is a common word and "trawler" is not. Made by training/count_words.py from the vocabulary of the packaged
# encoder (BERT's, Apache-2.0).
"""
EXAMPLES = """
[[examples]]
in = "officials of the ministry"
out = ["offici", "ministri"]
"""


def main() -> None:
    """Writes the list."""
    vocabulary = json.loads(VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    ranked = sorted((word for word in vocabulary if len(word) > 1 and word.isalpha()), key=vocabulary.__getitem__)
    stems = list(dict.fromkeys(make_stem(word) for word in ranked[:MOST]))
    lines = textwrap.fill(" ".join(stems), 118, break_long_words=False, break_on_hyphens=False)
    TARGET.write_text(f'{HEAD}words = """\n{lines}\n"""\n{EXAMPLES}', encoding="utf-8")
    print(f"{TARGET}: {len(stems):,} stems")


if __name__ == "__main__":
    main()
