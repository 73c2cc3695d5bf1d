"""spaCy is imported without its commands, and misses nothing."""

import subprocess
import sys


def test_spacy_without_its_commands() -> None:
    """They are not loaded with the reader, and are there when somebody asks for them."""
    script = (
        "import sys\n"
        "from recension.models import load_pipeline\n"
        "load_pipeline()\n"
        "print('spacy.cli' in sys.modules)\n"
        "import spacy.cli\n"
        "print(spacy.cli.download.__name__, spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert told.split() == ["False", "download", "True"]
