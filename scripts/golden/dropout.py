"""The masks of dropout, which the engine draws by hashing, so that any other implementation can draw the same.

    mask[i] = 0 if hash(i + hash(seed + hash(salt))) < p·2³², else 1 / (1 - p)

with p rounded down to a multiple of 2⁻³², everything modulo 2³², and the seed of step s (from 1) being 1000003·seed + s.
A mask of layer l's outputs is [T, B, directions·H] and has salt l; that of a direction's state is [B, H] and has salt
100 + 2l, or 101 + 2l in the reverse direction. `hash` is the PCG hash of Jarzynski and Olano (JCGT 9(3), 2020).
"""

import math

import torch

from cells import Conditions, hidden_sizes, suffixes

WORDS = 2**32


def hashed(value):
    state = (value * 747796405 + 2891336453) % WORDS
    word = ((state >> ((state >> 28) + 4)) ^ state) * 277803737 % WORDS
    return (word >> 22) ^ word


def mask(share, seed, salt, shape):
    threshold = math.floor(share * WORDS)
    key = hashed(seed + hashed(salt))
    kept = WORDS / (WORDS - threshold)
    drawn = [0.0 if hashed(i + key) < threshold else kept for i in range(math.prod(shape))]
    return torch.tensor(drawn, dtype=torch.float64).reshape(shape)


def masks(case, step, batch, steps):
    """The conditions of one training step."""
    model = case["model"]
    seed = case.get("seed", 0) * 1000003 + step
    sizes = hidden_sizes(model)
    directions = 1 + model["bidirectional"]
    conditions = Conditions()
    if model.get("dropout"):
        for layer, hidden in enumerate(sizes[:-1]):
            drawn = mask(model["dropout"], seed, layer, [steps, batch, directions * hidden])
            conditions.output_masks[layer] = drawn.transpose(0, 1)
    if model.get("recurrentDropout"):
        for layer, hidden in enumerate(sizes):
            for reverse, suffix in enumerate(suffixes(model, layer)):
                salt = 100 + 2 * layer + reverse
                conditions.state_masks[suffix] = mask(model["recurrentDropout"], seed, salt, [batch, hidden])
    return conditions
