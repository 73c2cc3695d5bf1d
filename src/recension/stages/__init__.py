"""The stages, in the order in which they run: each a pure function over records.

| stage | takes → gives | ranges over |
|---|---|---|
| read | Draft → Article | source |
| repair | Article → Article with its repairs, and what is not the report set aside | article |
| group | Articles → Stories | corpus |
| identify | a story's Articles → the same with the entities that they name | story |
| trace | Story and its articles → reuse, stemma, lines | story |
| attribute | Article → statements with speaker and via | article |
| collate | Story, articles, statements and trace → facts with verdicts, unique statements | story |
| compose | all that was found → Dossier | corpus |
"""

from recension.stages.attribute import attribute
from recension.stages.collate import collate
from recension.stages.compose import compose
from recension.stages.group import group
from recension.stages.identify import identify
from recension.stages.read import read
from recension.stages.repair import repair
from recension.stages.trace import trace

STAGES = (read, repair, group, identify, trace, attribute, collate, compose)

__all__ = ["STAGES", "attribute", "collate", "compose", "group", "identify", "read", "repair", "trace"]
