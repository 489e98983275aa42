"""The page's data in the page's order: its random numbers, and the batches that they lead to.

A batch is a dict: x [B, T] or [B, T, I], targets, lengths [B] or None, fresh (no state is carried into it); where not
all of it is measured also counted [B, T].
"""

import numpy
import torch

import measure


def signed(value):
    value &= 0xFFFFFFFF
    return value - (1 << 32) if value >> 31 else value


class Random:
    """xoroshiro128+ on 32-bit halves, as the package pure-rand has it."""

    def __init__(self, state):
        self.state = [value & 0xFFFFFFFF for value in state]

    @staticmethod
    def from_seed(seed):
        return Random([-1, ~seed, seed, 0])

    def next(self):
        s01, s00, s11, s10 = self.state
        out = signed(s00 + s10)
        a0, a1 = s10 ^ s00, s11 ^ s01
        self.state = [
            (s01 << 24 ^ s00 >> 8 ^ a1 ^ (a1 << 16 | a0 >> 16)) & 0xFFFFFFFF,
            (s00 << 24 ^ s01 >> 8 ^ a0 ^ a0 << 16) & 0xFFFFFFFF,
            (a0 << 5 ^ a1 >> 27) & 0xFFFFFFFF,
            (a1 << 5 ^ a0 >> 27) & 0xFFFFFFFF,
        ]
        return out

    def integer(self, low, high):
        """Uniform, both ends included."""
        size = high - low + 1
        limit = (1 << 32) // size * size if size > 2 else 1 << 32
        drawn = self.next() + (1 << 31)
        while drawn >= limit:
            drawn = self.next() + (1 << 31)
        return drawn % size + low


def mix(*values):
    """MurmurHash3's finalizer."""
    state = 0x9E3779B9
    for value in values:
        state = (state * 31 + value) & 0xFFFFFFFF
        state = ((state ^ state >> 16) * 0x85EBCA6B) & 0xFFFFFFFF
        state = ((state ^ state >> 13) * 0xC2B2AE35) & 0xFFFFFFFF
        state ^= state >> 16
    return signed(state)


def shuffled(values, random):
    order = values.copy()
    for i in range(len(order) - 1, 0, -1):
        j = random.integer(0, i)
        order[i], order[j] = order[j], order[i]
    return order


def opened(tensors, config):
    return (Text if config["data"]["kind"] == "text" else Examples)(tensors, config)


class Text:
    """Windows of a text, whose targets are the text one symbol further."""

    def __init__(self, tensors, config):
        self.tokens = tensors["tokens"].numpy().astype(numpy.int64)
        self.training, self.train_length = config["training"], config["data"]["trainLength"]
        rows, size = numpy.array(config["data"]["validation"]), self.training["batchSize"]
        self.validation = [self.pieces(rows[first : first + size]) for first in range(0, len(rows), size)]

    def pieces(self, rows):
        """What follows the places from `start` to before `end` is measured; reading begins before, at `begin`."""
        begin, start, end = rows.T[..., None]
        places = begin + numpy.arange((end - begin).max())
        read = numpy.minimum(places, len(self.tokens) - 2)
        symbols, following = (torch.from_numpy(self.tokens[read + ahead]) for ahead in (0, 1))
        counted = torch.from_numpy((places >= start) & (places < end))
        return {"x": symbols, "targets": following, "lengths": None, "fresh": True, "counted": counted}

    def windows(self, starts, fresh=False):
        places = starts[:, None] + numpy.arange(self.training["sequenceLength"] + 1)
        symbols = torch.from_numpy(self.tokens[places])
        return {"x": symbols[:, :-1], "targets": symbols[:, 1:], "lengths": None, "fresh": fresh}

    def held_out(self, size):
        """The page measures a text where it validates."""
        return self.validation

    def measures(self):
        return measure.Classes()

    def draw(self, random, step, size, part):
        """Sequences `part` (a slice) of the `size` of a step."""
        last = self.train_length - self.training["sequenceLength"] - 1
        if self.training["windows"] == "random":
            starts = [random.integer(0, last) for _ in range(size)]
            return self.windows(numpy.array(starts)[part])
        T = self.training["sequenceLength"]
        stream = (self.train_length - 1) // size
        window = step % max(1, stream // T)
        begins = [b * stream if stream >= T else b * last // max(1, size - 1) for b in range(size)]
        return self.windows(numpy.array(begins)[part] + window * T, window == 0)


class Examples:
    """Sequences with an answer each, or one at every step: each once an epoch, in an order that follows from the seed."""

    def __init__(self, tensors, config):
        self.tensors, self.config, self.training = tensors, config, config["training"]
        self.order = {}
        self.validation = [self.batch(numpy.array(indices)) for indices in config["data"]["validation"]]

    def draw(self, random, step, size, part):
        count = self.config["data"]["train"]
        indices = [self.epoch(place // count)[place % count] for place in range(step * size, (step + 1) * size)]
        return self.batch(numpy.array(indices)[part])

    def held_out(self, size):
        """Batches of what is held out, with the place of each example in it."""
        for places in torch.arange(len(self.config["data"]["heldOut"])).split(size):
            indices = numpy.array(self.config["data"]["heldOut"])[places.numpy()]
            yield self.batch(indices) | {"places": places}

    def measures(self):
        units = self.config["data"]["units"]
        if units is None:
            return measure.Classes()
        lengths = self.tensors["lengths"][self.config["data"]["heldOut"]]
        every = self.config["network"]["head"]["at"] == "every"
        return measure.Numbers(units, self.tensors, (lengths if every else torch.ones_like(lengths)).tolist())

    def epoch(self, number):
        if number not in self.order:
            train = list(range(self.config["data"]["train"]))
            self.order = {key: value for key, value in self.order.items() if key == number - 1}
            self.order[number] = shuffled(train, Random.from_seed(mix(self.training["seed"], number)))
        return self.order[number]

    def batch(self, indices):
        """Shorter ones are filled up with zeros."""
        inputs, answers = self.tensors["inputs"], self.tensors["answers"]
        starts, lengths = (self.tensors[name][indices] for name in ("starts", "lengths"))
        T, every = self.training["sequenceLength"], self.config["network"]["head"]["at"] == "every"
        x = inputs.new_zeros((len(indices), T, *inputs.shape[1:]))
        targets = answers.new_zeros((len(indices), T, *answers.shape[1:])) if every else answers[indices]
        answer_starts = self.tensors["answerStarts"] if every else None
        for b, (start, length) in enumerate(zip(starts.tolist(), lengths.tolist())):
            x[b, :length] = inputs[start : start + length]
            if every:
                first = int(answer_starts[indices[b]])
                targets[b, :length] = answers[first : first + length]
        whole = {name: one.long() if one.dtype == torch.int32 else one for name, one in (("x", x), ("targets", targets))}
        masked = None if bool((lengths == T).all()) else lengths.long()
        return whole | {"lengths": masked, "fresh": False}


def valid_positions(batch, at_every):
    """[B, T], or [B]: all of them."""
    if not at_every:
        return torch.ones(len(batch["x"]), dtype=torch.bool)
    if "counted" in batch:
        return batch["counted"]
    steps = torch.arange(batch["x"].shape[1])
    if batch["lengths"] is None:
        return torch.ones(batch["x"].shape[:2], dtype=torch.bool)
    return steps < batch["lengths"].unsqueeze(1)


def prepared(batch, config):
    """The batch with targets of -100 where nothing counts, and the weight of what does."""
    loss, valid = config["loss"], valid_positions(batch, config["head"]["at"] == "every")
    targets = batch["targets"]
    if loss["kind"] != "crossEntropy":
        return batch | {"valid": valid, "weight": float(valid.sum())}
    if loss["ignoredClass"] is not None:
        valid = valid & (targets != loss["ignoredClass"])
    targets = torch.where(valid, targets, -100)
    weights = loss["classWeights"]
    weight = float(torch.tensor(weights)[targets[valid]].sum()) if weights else float(valid.sum())
    return batch | {"valid": valid, "targets": targets, "weight": weight}
