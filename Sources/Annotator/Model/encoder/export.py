"""Writes a trained network as the file that the program embeds, `encoder.bin`.

The format is told in Sources/Annotator/Encoder/EncoderFile.swift.
"""

import argparse
import hashlib
import struct

import numpy
import torch

import corpus
import network
import quantize
from pieces import chosen_pieces

WEIGHING = 15 + 14


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", required=True, help="the folder of a training run")
    parser.add_argument("--minilm", required=True, help="the folder of MiniLM's weights")
    parser.add_argument("--output", required=True)
    parser.add_argument("--words", help="what it was trained on, for --pieces")
    parser.add_argument("--pieces", type=int, help="drop all pieces but these many, needed most")
    options = parser.parse_args()
    with open(f"{options.run}/pieces.txt", encoding="utf-8") as file:
        pieces = file.read().split("\n")[:-1]
    trained = network.Network(len(pieces))
    saved = torch.load(f"{options.run}/checkpoint.pt", map_location="cpu", weights_only=False)
    trained.load_state_dict(saved["network"])
    if options.pieces:
        pieces = cut(trained, pieces, options)
    content = encoded(trained, pieces, vectors(options.minilm, pieces))
    with open(options.output, "wb") as file:
        file.write(content)
    print(f"{options.output}: {len(content)} bytes, step {saved['step']}, "
          f"SHA-256 {hashlib.sha256(content).hexdigest()}")


def cut(trained, old, options):
    """Drops pieces from a trained network; words that had them are cut to shorter ones."""
    with open(f"{options.minilm}/vocab.txt", encoding="utf-8") as file:
        full = file.read().split("\n")[:-1]
    kept = chosen_pieces(full, corpus.counted_words(options.words), options.pieces)
    numbers = {piece: number for number, piece in enumerate(old)}
    trained.encoder.pieces = trained.encoder.pieces[[numbers[piece] for piece in kept]]
    return kept


def vectors(minilm, pieces):
    """MiniLM's vectors of pieces, which training leaves as they are but for rounding: rounded ones
    cannot be rounded again."""
    with open(f"{minilm}/vocab.txt", encoding="utf-8") as file:
        numbers = {piece: number for number, piece in enumerate(file.read().split("\n")[:-1])}
    tensors = network.read_safetensors(f"{minilm}/model.safetensors")
    words = tensors["embeddings.word_embeddings.weight"]
    return words[[numbers[piece] for piece in pieces]]


def encoded(trained, pieces, vectors):
    assert torch.equal(quantize.rounded(vectors), trained.encoder.pieces)
    text = "".join(piece + "\n" for piece in pieces).encode()
    out = bytearray(b"ENCODER1" + struct.pack(
        "<10I", len(pieces), len(text), network.WIDTH, network.LAYERS, network.HEADS, network.INNER,
        network.POSITIONS, network.ROLE_WIDTH, network.ROLE_HEADS, network.ROLE_INNER))
    out += bytes(64 - len(out))
    append(out, text)
    encoder = trained.encoder
    append_packed(out, vectors)
    append_bytes(out, encoder.positions)
    for part in (encoder.shapes, encoder.quotes, encoder.starts):
        append_floats(out, part)
    append_affine(out, encoder.norm)
    for layer in encoder.layers:
        append_layer(out, layer)
    append_affine(out, trained.tags)
    append_affine(out, trained.names)
    roles = trained.roles
    append_linear(out, roles.state)
    append_linear(out, roles.cue)
    append_affine(out, roles.tags)
    append_floats(out, roles.distances)
    append_floats(out, roles.kinds)
    append_affine(out, roles.norm)
    append_layer(out, roles.layer)
    append_affine(out, roles.output)
    # `train --encoder` learns these: how claims are weighed against those of the instant tier.
    append(out, bytes(4 * WEIGHING))
    return bytes(out)


def append(out, content):
    out += content
    out += bytes(-len(out) % 4)


def append_floats(out, numbers):
    append(out, numbers.detach().float().numpy().astype("<f4").tobytes())


def append_affine(out, module):
    append_floats(out, module.weight)
    append_floats(out, module.bias)


def append_bytes(out, matrix):
    """A row's scale, then its numbers as signed bytes."""
    matrix = matrix.detach().float()
    scales = matrix.abs().amax(-1).clamp(min=1e-8) / 127
    append_floats(out, scales)
    append(out, (matrix / scales.unsqueeze(-1)).round().numpy().astype("i1").tobytes())


def append_packed(out, matrix):
    numbers, factors, scales = quantize.packed(matrix.detach().float())
    append_floats(out, scales)
    for part in (factors, numbers):
        nibbles = part.reshape(-1).numpy().astype(numpy.int8).astype(numpy.uint8) & 15
        append(out, (nibbles[0::2] | nibbles[1::2] << 4).tobytes())


def append_linear(out, linear):
    append_packed(out, linear.weight)
    append_floats(out, linear.bias)


def append_layer(out, layer):
    append_linear(out, layer.attention.query_key_value)
    append_linear(out, layer.attention.output)
    append_affine(out, layer.attention_norm)
    append_linear(out, layer.inner)
    append_linear(out, layer.outer)
    append_affine(out, layer.norm)


if __name__ == "__main__":
    main()
