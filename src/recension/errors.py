"""Everything that Recension raises on purpose.

    RecensionError
    ├── ReadError      an input cannot be read as an article
    ├── RulesError     a rules file is not of the expected shape
    └── SettingsError  a setting has a value that cannot be used

Each message names what is wrong, where, and the next step.
"""


class RecensionError(Exception):
    """The base: `except RecensionError` catches all of them and nothing else."""


class ReadError(RecensionError):
    """An input cannot be read as an article."""


class RulesError(RecensionError):
    """A rules file is not of the expected shape."""


class SettingsError(RecensionError):
    """A setting has a value that cannot be used."""
