"""Models by name."""

import sys
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest
import spacy

from recension.errors import SettingsError
from recension.models import list_models, load_encoder, load_pipeline


def test_packaged_models_are_listed() -> None:
    """Each packaged model has a size, a licence and figures, loads by its name, and all together are small."""
    packaged = [model for model in list_models() if model.size]
    assert [model.name for model in packaged] == ["static", "tuned", "contextual", "reader", "contradiction"]
    assert all(model.licence and model.figures for model in packaged)
    folders = {model.size: model for model in packaged}
    assert sum(folders) < 65e6


@pytest.mark.parametrize("name", ["static", "tuned", "contextual"])
def test_encoders_of_the_package(name: str) -> None:
    """A paraphrase is nearer than another sentence; rows have unit length."""
    rows = load_encoder(name).encode(["The minister resigned.", "The minister stepped down.", "Snow fell in Oslo."])
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize("sentence", ["no stop " * 900, "x1y2z3" * 9000, "zqxj " * 3000, "🙂" * 5000])
def test_a_sentence_without_end_is_encoded(sentence: str) -> None:
    """As far as the network reads, without an error."""
    assert load_encoder("contextual").encode([sentence]).shape == (1, 384)


def test_a_static_model_on_disk() -> None:
    """A folder of model2vec's is an encoder."""
    with as_file(files("recension.models") / "static_minilm") as folder:
        assert load_encoder(str(folder)).encode(["One."]).shape == load_encoder("static").encode(["One."]).shape


def test_an_unknown_encoder_names_what_there_is() -> None:
    """The message tells the next step."""
    with pytest.raises(SettingsError, match=r"No encoder 'minilm'. Available: static, tuned, contextual"):
        load_encoder("minilm")


def test_a_broken_encoder_is_told_before_the_work(tmp_path: Path) -> None:
    """Whatever a library raises for what lies in the folder."""
    (tmp_path / "config.json").write_text('{"model_type": "model2vec"}', encoding="utf-8")
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_text("no model", encoding="utf-8")
    with pytest.raises(SettingsError, match="holds no model that model2vec can read"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("meta", ["no JSON", "{}"])
def test_a_broken_pipeline_is_told(meta: str, tmp_path: Path) -> None:
    """The folder is named, and what spaCy says of it."""
    (tmp_path / "meta.json").write_text(meta, encoding="utf-8")
    (tmp_path / "config.cfg").write_text('[nlp]\nlang = "en"\npipeline = ["none"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be read by spaCy"):
        load_pipeline(str(tmp_path))


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence-transformers folder without the library asks for recension[transformers]."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    (tmp_path / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"install recension\[transformers\]"):
        load_encoder(str(tmp_path))


def test_an_unknown_pipeline_names_what_there_is() -> None:
    """The message names the packaged reader."""
    with pytest.raises(SettingsError, match=r"No pipeline 'xx_none'. Available: reader"):
        load_pipeline("xx_none")


def test_a_pipeline_on_disk(tmp_path: Path) -> None:
    """A folder with a spaCy pipeline that finds entities will do; one that finds none will not."""
    blank = spacy.blank("en")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="finds no entities"):
        load_pipeline(str(tmp_path / "blank"))
    blank.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Vale"}])  # type: ignore[attr-defined]
    blank.to_disk(tmp_path / "ruler")
    doc = next(iter(load_pipeline(str(tmp_path / "ruler")).pipe(["Fog over Vale."])))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Vale", "GPE")]
