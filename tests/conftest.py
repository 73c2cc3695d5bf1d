"""A small invented story that the tests of whole commands share."""

from pathlib import Path

import pytest

WIRE = """Meridian Wire
4 March 2026, 09:10 GMT

Fire destroys grain mill in Orr, two dead

ORR (Meridian Wire) - A fire destroyed the grain mill of Orr on Tuesday night and killed two people, officials said.

The fire broke out at 9:40 p.m. in the old drying tower and spread to the silos within minutes. Fourteen people were
taken to hospital, the county fire service said.

"We had nine engines here within the hour, and it was not enough," fire chief Ana Ruiz told reporters at the gate.

Ruiz said that the cause was not known. The mill, built in 1911, had passed an inspection in January.

The owner, Vale Milling, said in a statement that all 62 employees would be paid until the end of June.

The mayor of Orr, Tom Hale, declared Friday a day of mourning.
"""

REPRINT = """Harbour Courier
Home > News
Two dead as fire guts Orr grain mill
Wednesday 4 March 2026
From Meridian Wire

A FIRE destroyed the grain mill of Orr on Tuesday night and killed two people, officials said.

The fire broke out at 9:40 p.m. in the old drying tower and spread to the silos within minutes. Fourteen people were
taken to hospital, the county fire service said.

"We had nine engines here within the hour, and it was not enough," fire chief Ana Ruiz told reporters at the gate.

Ruiz said that the cause was not known. The mill, built in 1911, had passed an inspection in January.

The mayor of Orr, Tom Hale, declared Friday a day of mourning.

READ MORE: Council puts off vote on harbour wall
Sign up to our newsletter
"""

OWN = """The Vale Examiner
By Lena Park
5 March 2026

Mill workers had warned of dust, union says

The union of the mill workers of Orr says that it warned Vale Milling about dust in the drying tower three times last
year, most recently in November.

"They wrote back that it was on the list," the union's secretary, Marek Dolan, told the Examiner on Wednesday evening.

Two people died when the mill burned down on Tuesday night, and 40 were taken to hospital. Dolan knew both of the dead.

The fire broke out in the drying tower at 11:40 p.m., according to two men of the night shift who were in the canteen.

A spokeswoman for Vale Milling said that she had not seen the letters. The county has asked for copies of them.

Neighbours had complained of a smell of burning since the weekend, said Ida Brand, who lives across the road.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a wire report, its reprint and an independent report that differs in two facts."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in {"wire": WIRE, "reprint": REPRINT, "own": OWN}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
