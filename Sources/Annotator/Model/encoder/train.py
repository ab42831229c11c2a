"""Trains the encoder of the refined tier. See README.md beside this file."""

import argparse
import collections
import contextlib
import json
import math
import os
import random
import time

import torch
from torch.nn import functional

import corpus
import network
import pieces
import quantize

CUE = 0.65  # the least probability of a cue


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    os.makedirs(options.run, exist_ok=True)
    vocabulary = make_vocabulary(options)
    training = Training(options, vocabulary, device)
    training.resume()
    training.run()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", required=True, help="the file that `train --words` wrote")
    parser.add_argument("--minilm", required=True, help="the folder of MiniLM's weights")
    parser.add_argument("--run", required=True, help="where checkpoints and the log are kept")
    parser.add_argument("--begin-with", help="the checkpoint of another run, whose weights are taken")
    parser.add_argument("--minutes", type=float, help="the time that training may take")
    parser.add_argument("--steps", type=int, help="the steps of training, instead of the time")
    parser.add_argument("--claim-words", type=int, default=1000, help="words of claims a step")
    parser.add_argument("--name-words", type=int, default=450, help="words of names a step")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--rounded-from", type=float, default=0.3,
                        help="the share of training from which weights are rounded")
    parser.add_argument("--pieces", type=int, default=13_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20_231_027)
    return parser.parse_args()


def make_vocabulary(options):
    path = f"{options.run}/pieces.txt"
    with open(f"{options.minilm}/vocab.txt", encoding="utf-8") as file:
        full = file.read().split("\n")[:-1]
    if not os.path.exists(path):
        kept = pieces.chosen_pieces(full, corpus.counted_words(options.words), options.pieces)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(piece + "\n" for piece in kept)
    with open(path, encoding="utf-8") as file:
        return full, pieces.Pieces(file.read().split("\n")[:-1])


class Training:
    def __init__(self, options, vocabulary, device):
        self.options, self.device = options, device
        full, kept = vocabulary
        self.network = network.Network(len(kept))
        self.network.encoder.load(f"{options.minilm}/model.safetensors", full, kept.pieces)
        if options.begin_with:
            self.begin_with(torch.load(options.begin_with, map_location="cpu", weights_only=False))
        self.network.to(device)
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder.")
                 or n.startswith(("encoder.shapes", "encoder.quotes", "encoder.starts"))]
        ids = {id(p) for p in heads}
        body = [p for p in self.network.parameters() if id(p) not in ids]
        self.optimizer = torch.optim.AdamW(
            [{"params": body, "lr": 1.0, "factor": 1}, {"params": heads, "lr": 1.0, "factor": 4}],
            betas=(0.9, 0.98), weight_decay=0.01)
        read = lambda wanted: corpus.read_documents(options.words, kept, wanted)
        self.claims = corpus.Stream(read(r"^polnear\.train"), options.seed)
        self.names = corpus.Stream(
            [d for d in read(r"train|sentences") if d.masks is not None], options.seed + 1)
        self.dev = {name: sample(read(f"^{name}.dev"), words) for name, words in
                    (("polnear", 12_000), ("conll2003", 5_000), ("ieer", 5_000), ("uner_ewt", 4_000))}
        self.step, self.elapsed = 0, 0.0
        self.seen = collections.Counter()
        self.losses = collections.Counter()

    def begin_with(self, saved):
        """Takes the weights of another run; its pieces may be others."""
        weights = saved["network"]
        weights["encoder.pieces"] = self.network.encoder.pieces
        self.network.load_state_dict(weights)

    # Going on

    @property
    def share(self):
        if self.options.steps:
            return self.step / self.options.steps
        return self.elapsed / (60 * self.options.minutes)

    def checkpoint(self):
        path = f"{self.options.run}/checkpoint.pt"
        torch.save({
            "network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(),
            "claims": self.claims.taken, "names": self.names.taken, "step": self.step,
            "elapsed": self.elapsed, "seen": dict(self.seen), "chance": torch.get_rng_state(),
        }, path + ".new")
        os.replace(path + ".new", path)

    def resume(self):
        path = f"{self.options.run}/checkpoint.pt"
        if not os.path.exists(path):
            return
        saved = torch.load(path, map_location=self.device, weights_only=False)
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        for stream, taken in ((self.claims, saved["claims"]), (self.names, saved["names"])):
            for _ in range(taken):
                next(stream)
        self.step, self.elapsed = saved["step"], saved["elapsed"]
        self.seen = collections.Counter(saved["seen"])
        torch.set_rng_state(saved["chance"].cpu())
        self.log(f"taken up at step {self.step}")

    def log(self, text):
        line = f"{time.strftime('%H:%M:%S')} {text}"
        print(line, flush=True)
        with open(f"{self.options.run}/log.txt", "a", encoding="utf-8") as file:
            file.write(line + "\n")

    # Training

    def run(self):
        last = saved = judged = time.monotonic()
        while self.share < 1:
            quantize.PackedLinear.is_rounded = self.share >= self.options.rounded_from
            self.train_step()
            now = time.monotonic()
            self.elapsed += now - last
            last = now
            if self.step % 25 == 0:
                self.report()
            if now - saved > 480:
                self.checkpoint()
                saved = now
            if now - judged > 900:
                self.judge()
                judged = last = time.monotonic()
        self.checkpoint()
        quantize.PackedLinear.is_rounded = True
        self.judge()

    def train_step(self):
        chance = random.Random(f"{self.options.seed} {self.step}")
        segments = self.claims.take(self.options.claim_words)
        self.seen["claims"] += sum(s.end - s.start for s in segments)
        others = self.names.take(self.options.name_words)
        self.seen["names"] += sum(s.end - s.start for s in others)
        batch = corpus.Batch(segments + others, chance=chance).to(self.device)
        warm = min(1, (self.step + 1) / 120)
        rate = self.options.rate * warm * max(0.0, 1 - self.share)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["factor"]
        self.network.train()
        tags, roles, names = self.losses_of(batch)
        loss = tags + 0.7 * roles + 0.5 * names
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        for name, value in (("tags", tags), ("roles", roles), ("names", names)):
            self.losses[name] += value.item()
        self.losses["steps"] += 1

    def scores(self, batch):
        """The scores of tags, roles and names."""
        with torch.autocast(self.device, torch.bfloat16):
            states = self.network.encoder(batch)
            states = states.reshape(-1, network.WIDTH)[batch.first]
            tags = self.network.tags(states).float()
            names = self.network.names(states).float()
            roles = None
            if len(batch.windows) > 0:
                probabilities = tags.detach().softmax(-1)
                roles = self.network.roles(
                    states, probabilities, batch.windows, batch.cue_words, batch.distances,
                    batch.kinds, batch.is_word[batch.windows]).float()
        return tags, roles, names

    def losses_of(self, batch):
        tags, roles, names = self.scores(batch)
        tag_loss = functional.cross_entropy(
            tags.flatten(0, 1), batch.tags.flatten(), label_smoothing=0.02)
        role_loss = tags.new_zeros(())
        if roles is not None:
            role_loss = functional.cross_entropy(roles.flatten(0, 1), batch.roles.flatten())
        marked = batch.names != 0
        allowed = (batch.names[marked].unsqueeze(-1) >> torch.arange(
            network.NAMES, device=batch.names.device)) & 1 == 1
        found = names[marked].log_softmax(-1).masked_fill(~allowed, -1e4)
        return tag_loss, role_loss, -found.logsumexp(-1).mean()

    # Telling how it goes

    def report(self):
        steps = self.losses.pop("steps")
        losses = ", ".join(f"{name} {value / steps:.4f}" for name, value in self.losses.items())
        self.losses.clear()
        self.log(f"step {self.step}, {100 * self.share:.1f} %, {self.elapsed / 60:.1f} min, "
                 f"{self.seen['claims']} + {self.seen['names']} words, "
                 f"{sum(self.seen.values()) / self.elapsed:.0f} a second; {losses}")

    @torch.no_grad()
    def judge(self):
        """Scores by words on a small part of the dev sets."""
        self.network.eval()
        found = collections.Counter()
        for name, documents in self.dev.items():
            segments = [corpus.Segment(d, *window) for d in documents for window in d.windows()]
            for start in range(0, len(segments), 12):
                batch = corpus.Batch(segments[start:start + 12]).to(self.device)
                tags, roles, names = self.scores(batch)
                if name == "polnear":
                    p = tags.softmax(-1)
                    is_known = batch.tags != -100
                    count(found, "cue", (p[..., 3] + p[..., 4] > CUE) & is_known,
                          (batch.tags == 3) | (batch.tags == 4))
                    for part, first in (("source", 1), ("content", 3)) if roles is not None else ():
                        guess, gold = roles.argmax(-1), batch.roles
                        is_known = gold != -100
                        count(found, part, ((guess == first) | (guess == first + 1)) & is_known,
                              (gold == first) | (gold == first + 1))
                else:
                    guess = names.argmax(-1)
                    marked = batch.names != 0
                    is_name = marked & (batch.names & 1 == 0)
                    is_guess = marked & (guess != 0)
                    right = is_name & ((batch.names >> guess) & 1 == 1)
                    # What a corpus leaves open is no error.
                    is_wrong = is_guess & ((batch.names >> guess) & 1 == 0)
                    found[name, "right"] += right.sum().item()
                    found[name, "guess"] += (right | is_wrong).sum().item()
                    found[name, "gold"] += is_name.sum().item()
        self.network.train()
        kinds = dict.fromkeys(name for name, _ in found)
        self.log("dev, by words: " + ", ".join(
            f"{name} {100 * 2 * found[name, 'right'] / max(1, found[name, 'guess'] + found[name, 'gold']):.1f}"
            for name in kinds))


def count(found, name, guess, gold):
    found[name, "right"] += (guess & gold).sum().item()
    found[name, "guess"] += guess.sum().item()
    found[name, "gold"] += gold.sum().item()


def sample(documents, words):
    """Documents of so many words, from all over a corpus."""
    chosen = list(documents)
    random.Random(1).shuffle(chosen)
    taken = []
    for document in chosen:
        if words <= 0:
            break
        taken.append(document)
        words -= len(document.pieces)
    return taken


if __name__ == "__main__":
    main()
