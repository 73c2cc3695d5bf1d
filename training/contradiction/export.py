"""Makes the packaged network from a checkpoint: as ONNX with int8 weights.

pip install onnx onnxruntime && python -m training.contradiction.export reader.pt contradiction.pt
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertConfig

from recension.models.contradiction import OUTPUTS
from training.contradiction.network import Network
from training.contradiction.train import CONFIG

TARGET = Path(__file__).parents[2] / "src" / "recension" / "models" / "contradiction_minilm"


class Exported(nn.Module):  # type: ignore[misc]
    """The network with its outputs in a row; pairs come one by one, so nothing is masked."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, sides: Tensor, pool: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `OUTPUTS`."""
        out = self.network(pieces, shapes, sides, None, pool)
        return tuple(out[name] for name in OUTPUTS)


def load_network(reader: Path, checkpoint: Path) -> Network:
    """The trained network; the vectors of word pieces are those of the reader's checkpoint."""
    saved = torch.load(checkpoint, weights_only=True)
    config = BertConfig.from_dict(CONFIG.to_dict() | {"_attn_implementation": "eager"})
    network = Network(config, saved["recipe"]["layers"])
    pieces = "encoder.embeddings.word_embeddings.weight"
    vectors = torch.load(reader, weights_only=True)
    vectors = vectors.get("state", vectors)[pieces]
    network.load_state_dict({name: w.float() for name, w in (saved["state"] | {pieces: vectors}).items()})
    network.eval()
    return network


def export(network: Network, target: Path) -> None:
    """Writes `network.onnx` to the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    pieces = torch.ones(1, 9, dtype=torch.int64)
    inputs = (pieces, pieces, torch.zeros_like(pieces), torch.ones(1, 5, 9))
    piece, word = "piece", "word"
    axes = {
        "pieces": {1: piece}, "shapes": {1: piece}, "sides": {1: piece}, "pool": {1: word, 2: piece},
        "clash": {1: word}, "links": {1: word, 2: word}, "matches": {1: word, 2: word},
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "network.onnx"
        torch.onnx.export(
            Exported(network),
            inputs,
            whole,
            input_names=["pieces", "shapes", "sides", "pool"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # Seven bits, so that processors without VNNI do not overflow.
        quantize_dynamic(
            whole, target / "network.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )


def main() -> None:
    """Reads the command line, exports, and says how large the file is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("reader", type=Path, help="the reader's checkpoint")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    export(load_network(arguments.reader, arguments.checkpoint), arguments.target)
    print(f"network.onnx: {(arguments.target / 'network.onnx').stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
