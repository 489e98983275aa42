"""Golden cases for the GRU, from PyTorch: writes gru.json beside this file.

Run by hand; the tests read the JSON and need no Python:

    apt-get install python3-torch        # any PyTorch from 1.13 on
    /usr/bin/python3 scripts/golden/make_golden.py

Parameters and inputs are float32 values. Everything expected is computed from them in float64 and rounded to nine
significant digits, so the error of a float32 engine is its own.

The file is a list of { "name", "case", "expected" }. `case` is what `npm run conformance` reads and `expected` what it
prints, with one addition for token inputs, where `x` holds token ids [B, T]:

    "model": { "input": { "kind": "embedding", "vocabularySize": V, "size": E }, "inputSize": E, … }
    "model": { "input": { "kind": "oneHot", "vocabularySize": V }, "inputSize": V, … }

With an embedding, `embedding.weight` [V, E] is one of the parameters. Token ids have no gradient, so `x` is then
missing among the gradients. Without `input`, `x` holds features [B, T, I].

Symbols: B batch, T time steps, I input size, H hidden units, O outputs, V vocabulary size, E embedding size.
"""

import copy
import json
import math
import pathlib

import torch

STEPS = 10
LEARNING_RATE = 0.01
CLIP_NORM = 1.0


class Network(torch.nn.Module):
    """Embedding, one-hot or features -> GRU (reset after) -> linear head at every step."""

    def __init__(self, kind, inputs, hidden, outputs, vocabulary):
        super().__init__()
        self.kind = kind
        self.vocabulary = vocabulary
        if kind == "embedding":
            self.embedding = torch.nn.Embedding(vocabulary, inputs)
        self.gru = torch.nn.GRU(inputs, hidden, batch_first=True)
        self.head = torch.nn.Linear(hidden, outputs)

    def forward(self, x):
        if self.kind == "embedding":
            x = self.embedding(x)
        elif self.kind == "oneHot":
            x = torch.nn.functional.one_hot(x, self.vocabulary).double()
        hidden, _ = self.gru(x)  # [B, T, H]
        return self.head(hidden), hidden

    def named(self):
        """Parameters by their names in the case."""
        return {name.removeprefix("gru."): p for name, p in self.named_parameters()}


def mean_loss(outputs, y):
    return torch.nn.functional.cross_entropy(outputs.flatten(0, 1), y.flatten())


def make(name, seed, batch, steps, hidden, outputs, kind="features", inputs=None, vocabulary=None, scale=1.0):
    torch.manual_seed(seed)
    inputs = vocabulary if kind == "oneHot" else inputs
    network = Network(kind, inputs, hidden, outputs, vocabulary)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(scale)
    network.double()  # exact: the values stay float32 values

    if kind == "features":
        x = (scale * torch.randn(batch, steps, inputs)).double().requires_grad_()
    else:
        x = torch.randint(vocabulary, (batch, steps))
    y = torch.randint(outputs, (batch, steps))

    model = {"cell": "gru", "resetAfter": True, "inputSize": inputs, "hiddenSize": hidden, "layers": 1,
             "bidirectional": False, "head": {"size": outputs, "at": "every"}}
    if kind == "embedding":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary, "size": inputs}
    elif kind == "oneHot":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary}
    case = {
        "model": model,
        "params": {key: tensor(p) for key, p in network.named().items()},
        "x": tensor(x),
        "y": tensor(y),
        "loss": "crossEntropy",
        "optimizer": {"type": "adam", "learningRate": LEARNING_RATE, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        "clipNorm": CLIP_NORM,
        "steps": STEPS,
    }
    expected = {**first_step(network, x, y), "losses": train(copy.deepcopy(network), x.detach(), y, CLIP_NORM)}
    unclipped = train(network, x.detach(), y, math.inf)
    print(f"{name}: gradient norm {gradient_norm(expected):.3f}, losses "
          f"{expected['losses'][0]:.4f} … {expected['losses'][-1]:.4f} (unclipped {unclipped[-1]:.4f})")
    if scale > 1:
        assert abs(unclipped[-1] - expected["losses"][-1]) > 0.01, "clipping must show in this case"
    return {"name": name, "case": case, "expected": expected}


def first_step(network, x, y):
    outputs, hidden = network(x)
    loss = mean_loss(outputs, y)
    loss.backward()
    gradients = {key: tensor(p.grad) for key, p in network.named().items()}
    if x.requires_grad:
        gradients["x"] = tensor(x.grad)
    return {
        "outputs": tensor(outputs),
        "hidden": tensor(hidden.transpose(0, 1).unsqueeze(0)),  # [1, T, B, H]
        "loss": rounded(loss.item()),
        "gradients": gradients,
    }


def train(network, x, y, clip_norm):
    """The loss before each of the steps."""
    adam = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    losses = []
    for _ in range(STEPS):
        adam.zero_grad()
        loss = mean_loss(network(x)[0], y)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), clip_norm)
        adam.step()
        losses.append(rounded(loss.item()))
    return losses


def gradient_norm(expected):
    parameters = (g["data"] for key, g in expected["gradients"].items() if key != "x")
    return math.sqrt(sum(value * value for data in parameters for value in data))


def tensor(values):
    data = values.detach().reshape(-1).tolist()
    return {"shape": list(values.shape), "data": [rounded(v) for v in data]}


def rounded(value):
    """Nine significant digits tell any two float32 values apart."""
    return value if isinstance(value, int) else float(f"{value:.9g}")


def main():
    cases = [
        make("odd sizes", 1, batch=3, steps=4, inputs=5, hidden=7, outputs=3),
        make("one of everything", 2, batch=1, steps=1, inputs=1, hidden=1, outputs=2),
        make("multiples of four", 3, batch=2, steps=9, inputs=8, hidden=16, outputs=4),
        make("saturated gates", 8, batch=3, steps=6, inputs=5, hidden=9, outputs=4, scale=5.0),
        make("embedding", 5, batch=3, steps=7, kind="embedding", inputs=6, hidden=11, outputs=13, vocabulary=13),
        make("one-hot", 6, batch=2, steps=6, kind="oneHot", hidden=10, outputs=9, vocabulary=9),
    ]
    lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
    path = pathlib.Path(__file__).with_name("gru.json")
    path.write_text(f"[\n{lines}\n]\n")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
