"""One golden case: a network and its data from a seed, and what PyTorch computes from them."""

import math
import zlib

import torch

from networks import Network
from training import STEPS, mean_loss, train


def make(
    name,
    *,
    seed=None,
    batch=2,
    steps=3,
    inputs=2,
    hidden=3,
    outputs=3,
    cell="gru",
    reset_after=True,
    layers=1,
    bidirectional=False,
    at="every",
    kind="features",
    vocabulary=None,
    lengths=None,
    scale=1.0,
    grid=64,
    loss="crossEntropy",
    optimizer=None,
    **extras,
):
    """Settings are those of the case; `extras` are clipNorm, labelSmoothing, … by the names they have there.

    `scale` multiplies parameters and features. They are then rounded to multiples of 1/`grid`, which are short to
    write.
    """
    model = {
        "cell": cell,
        **({"resetAfter": reset_after} if cell == "gru" else {}),
        "inputSize": vocabulary if kind == "oneHot" else inputs,
        "hiddenSize": hidden,
        "layers": layers,
        "bidirectional": bidirectional,
        "head": {"size": outputs, "at": at},
    }
    if kind == "embedding":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary, "size": inputs}
    elif kind == "oneHot":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary}

    # A name is a seed that stays when cases are added or change places.
    torch.manual_seed(zlib.crc32(name.encode()) if seed is None else seed)
    network = Network(model)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(on_grid(scale * parameter, grid))
    network.double()  # exact: the values stay float32 values
    if kind == "features":
        x = on_grid(scale * torch.randn(batch, steps, inputs), grid).double().requires_grad_()
    else:
        x = torch.randint(vocabulary, (batch, steps))
    y = targets(loss, [batch, steps] if at == "every" else [batch], outputs, grid)

    case = {
        "model": model,
        "params": {key: tensor(p) for key, p in network.named().items()},
        "x": tensor(x),
        **({"lengths": lengths} if lengths else {}),
        "y": tensor(y),
        "loss": loss,
        "optimizer": optimizer or {"type": "adam", "learningRate": 0.01},
        **extras,
        "steps": STEPS,
    }
    lengths = torch.tensor(lengths) if lengths else None
    expected = first_step(network, case, x, y, lengths)
    check(expected, first_step(network, case, x, y, lengths, by_hand=True))
    norm = math.sqrt(sum(g.square().sum().item() for key, g in expected["gradients"].items() if key != "x"))
    losses = train(network, case, x.detach(), y, lengths)
    print(f"    {name}: gradient norm {norm:.3f}, losses {losses[0]:.4f} … {losses[-1]:.4f}")
    return {
        "name": name,
        "case": case,
        "expected": {
            "outputs": tensor(expected["outputs"]),
            "hidden": tensor(expected["hidden"]),
            "loss": rounded(expected["loss"].item()),
            "gradients": {key: tensor(g) for key, g in expected["gradients"].items()},
            "losses": [rounded(value) for value in losses],
        },
    }


def on_grid(values, grid):
    return values if grid is None else torch.round(values * grid) / grid


def targets(loss, positions, outputs, grid):
    """Class ids [positions], any numbers or zeros and ones [positions, O]; masked positions have some as well."""
    if loss == "crossEntropy":
        return torch.randint(outputs, positions)
    if loss == "binaryCrossEntropy":
        return torch.randint(2, [*positions, outputs]).double()
    return on_grid(torch.randn(*positions, outputs), grid).double()


def first_step(network, case, x, y, lengths, by_hand=False):
    outputs, states = network(x, lengths, by_hand)
    loss = mean_loss(case, outputs, y, lengths)
    wanted = {**network.named(), **({"x": x} if x.requires_grad else {})}
    gradients = torch.autograd.grad(loss, list(wanted.values()))
    return {"outputs": outputs, "hidden": states, "loss": loss, "gradients": dict(zip(wanted, gradients))}


def check(framework, by_hand):
    """The framework's numbers are those of the equations, padding and all. Says nothing of the four-gate cell."""
    for name, value in flat(framework).items():
        torch.testing.assert_close(value, flat(by_hand)[name], rtol=1e-12, atol=1e-12)


def flat(expected):
    return {**{key: value for key, value in expected.items() if key != "gradients"}, **expected["gradients"]}


def must_differ(cases):
    """Cases of one network that train in different ways: it must show, well above float32's error."""
    for i, one in enumerate(cases):
        for other in cases[:i]:
            pairs = zip(one["expected"]["losses"], other["expected"]["losses"])
            most = max(abs(a - b) for a, b in pairs)
            assert most > 1e-3, f"{one['name']} and {other['name']} differ by {most}"


def tensor(values):
    data = values.detach().reshape(-1).tolist()
    return {"shape": list(values.shape), "data": [rounded(v) for v in data]}


def rounded(value):
    """Nine significant digits tell any two float32 values apart. There is no -0."""
    return value if isinstance(value, int) else float(f"{value:.9g}") + 0.0
