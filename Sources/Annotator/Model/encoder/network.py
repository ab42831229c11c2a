"""The encoder and its three heads.

MiniLM's six layers of 384 read WordPieces; a word's state is that of its first piece. The tag head
says of each word whether it belongs to a source, a cue or a content; the role head is asked once for
each cue who said what; the name head finds names.
"""

import json
import math
import struct

import torch
from torch import nn
from torch.nn import functional

from quantize import PackedLinear, rounded

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
POSITIONS = 256
SHAPES, QUOTES, STARTS = 7, 4, 3
TAGS, ROLES, NAMES = 7, 5, 23
ROLE_WIDTH, ROLE_HEADS, ROLE_INNER = 192, 4, 384
DISTANCES = 64


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.query_key_value = PackedLinear(width, 3 * width)
        self.output = PackedLinear(width, width)

    def forward(self, states, mask):
        rows, length, width = states.shape
        mixed = self.query_key_value(states).view(rows, length, 3, self.heads, width // self.heads)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        # By hand: half the time of scaled_dot_product_attention on a processor without an accelerator.
        weights = torch.matmul(query * (width // self.heads) ** -0.5, key.transpose(-1, -2)) + mask
        found = torch.matmul(weights.softmax(-1).to(value.dtype), value)
        return self.output(found.transpose(1, 2).reshape(rows, length, width))


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = PackedLinear(width, inner)
        self.outer = PackedLinear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, states, mask):
        states = self.attention_norm(states + self.attention(states, mask))
        return self.norm(states + self.outer(functional.gelu(self.inner(states))))


class Encoder(nn.Module):
    """WordPieces to states."""

    def __init__(self, vocabulary):
        super().__init__()
        self.register_buffer("pieces", torch.zeros(vocabulary, WIDTH))
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.shapes = nn.Parameter(torch.zeros(SHAPES, WIDTH))
        self.quotes = nn.Parameter(torch.zeros(QUOTES, WIDTH))
        self.starts = nn.Parameter(torch.zeros(STARTS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, batch):
        states = (
            self.pieces[batch.pieces] + self.positions[batch.positions]
            + self.shapes[batch.shapes] + self.quotes[batch.quotes] + self.starts[batch.starts])
        states = self.dropout(self.norm(states))
        mask = mask_of(batch.mask)
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def load(self, path, vocabulary, kept):
        """Reads MiniLM's weights; `kept` are the pieces that stay, as they are stored."""
        tensors = read_safetensors(path)
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        words = tensors["embeddings.word_embeddings.weight"]
        with torch.no_grad():
            self.pieces.copy_(rounded(words[[numbers[piece] for piece in kept]]))
            self.positions.copy_(
                tensors["embeddings.position_embeddings.weight"][:POSITIONS]
                + tensors["embeddings.token_type_embeddings.weight"][0])
            copy(self.norm, tensors, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}"
                parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
                for name in ("weight", "bias"):
                    getattr(layer.attention.query_key_value, name).copy_(
                        torch.cat([tensors[f"{part}.{name}"] for part in parts]))
                copy(layer.attention.output, tensors, f"{at}.attention.output.dense")
                copy(layer.attention_norm, tensors, f"{at}.attention.output.LayerNorm")
                copy(layer.inner, tensors, f"{at}.intermediate.dense")
                copy(layer.outer, tensors, f"{at}.output.dense")
                copy(layer.norm, tensors, f"{at}.output.LayerNorm")


class RoleHead(nn.Module):
    """The words of a window as one cue sees them: its source, its content, or neither."""

    def __init__(self):
        super().__init__()
        self.state = PackedLinear(WIDTH, ROLE_WIDTH)
        self.cue = PackedLinear(WIDTH, ROLE_WIDTH)
        self.tags = nn.Linear(TAGS, ROLE_WIDTH)
        self.distances = nn.Parameter(torch.randn(DISTANCES, ROLE_WIDTH) * 0.02)
        self.kinds = nn.Parameter(torch.randn(3, ROLE_WIDTH) * 0.02)
        self.norm = nn.LayerNorm(ROLE_WIDTH, eps=1e-12)
        self.layer = Layer(ROLE_WIDTH, ROLE_HEADS, ROLE_INNER)
        self.output = nn.Linear(ROLE_WIDTH, ROLES)

    def forward(self, states, tags, windows, cue_words, distances, kinds, mask):
        """Scores of (cue, word, role).

        states and tags are (window, word, _); windows (cue) says where a cue stands; cue_words (cue,
        word) is 1 / count at its words; distances and kinds are (cue, word); mask (cue, word) is true
        at words.
        """
        seen = (self.state(states) + self.tags(tags))[windows]
        cues = torch.bmm(cue_words.unsqueeze(1).to(states.dtype), states[windows]).squeeze(1)
        seen = seen + self.cue(cues).unsqueeze(1) + self.distances[distances] + self.kinds[kinds]
        seen = functional.gelu(self.norm(seen))
        return self.output(self.layer(seen, mask_of(mask[:, None, None, :])))


class Network(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.names = nn.Linear(WIDTH, NAMES)
        self.roles = RoleHead()
        for linear in (self.tags, self.names):
            nn.init.normal_(linear.weight, std=0.02)
            nn.init.zeros_(linear.bias)


def mask_of(seen):
    """What is added to the weights of attention: nothing where something is seen."""
    return torch.zeros(seen.shape, dtype=torch.bfloat16, device=seen.device).masked_fill(~seen, -1e4)


def distance_bin(distance):
    """The bin of a signed distance in words: exact up to 16, then four to a doubling."""
    size = abs(distance)
    steps = size if size <= 16 else 16 + min(15, int(4 * math.log2(size / 16)))
    return 32 + steps if distance >= 0 else 32 - steps


def copy(module, tensors, name):
    module.weight.copy_(tensors[f"{name}.weight"])
    module.bias.copy_(tensors[f"{name}.bias"])


def read_safetensors(path):
    """The tensors of a file in the safetensors format, as floats."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    types = {"F32": torch.float32, "F16": torch.float16, "I64": torch.int64}
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        tensor = torch.frombuffer(data, dtype=types[entry["dtype"]], offset=start,
                                  count=(end - start) // types[entry["dtype"]].itemsize)
        tensors[name.removeprefix("bert.")] = tensor.reshape(entry["shape"]).float()
    return tensors
