"""One golden case: a network and its data from a seed, and what PyTorch computes from them."""

import math
import zlib

import torch

import cells
from networks import Network
from training import STEPS, conditions_of, mean_loss, train


def make(
    name,
    *,
    draw=None,
    batch=2,
    steps=3,
    inputs=2,
    hidden=3,
    outputs=3,
    cell="gru",
    reset_after=True,
    layers=1,
    bidirectional=False,
    dropout=0,
    recurrent_dropout=0,
    at="every",
    kind="features",
    vocabulary=None,
    lengths=None,
    initial=False,
    gates=False,
    scale=1.0,
    grid=64,
    loss="crossEntropy",
    optimizer=None,
    **extras,
):
    """Settings are those of the case; `extras` are clipNorm, labelSmoothing, … by the names they have there.

    `hidden` is one size for all layers, or a list with one for each. `initial` draws states to begin with, `gates` has
    the gates among what is expected. `scale` multiplies parameters, features and initial states. They are then rounded
    to multiples of 1/`grid`, which are short to write.
    """
    sizes = {"hiddenSizes": hidden} if isinstance(hidden, list) else {"hiddenSize": hidden, "layers": layers}
    model = {
        "cell": cell,
        **({"resetAfter": reset_after} if cell == "gru" else {}),
        "inputSize": vocabulary if kind == "oneHot" else inputs,
        **sizes,
        "bidirectional": bidirectional,
        **({"dropout": dropout} if dropout else {}),
        **({"recurrentDropout": recurrent_dropout} if recurrent_dropout else {}),
        "head": {"size": outputs, "at": at},
    }
    if kind == "embedding":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary, "size": inputs}
    elif kind == "oneHot":
        model["input"] = {"kind": kind, "vocabularySize": vocabulary}

    # A name is a seed that stays when cases are added or change places; `draw` is another.
    torch.manual_seed(zlib.crc32(name.encode()) if draw is None else draw)
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
    begin = initial_states(model, batch, scale, grid) if initial else {}

    case = {
        "model": model,
        "params": {key: tensor(p) for key, p in network.named().items()},
        "x": tensor(x),
        **({"lengths": lengths} if lengths else {}),
        **({"initial": {key: tensor(state) for key, state in begin.items()}} if begin else {}),
        "y": tensor(y),
        "loss": loss,
        "optimizer": optimizer or {"type": "adam", "learningRate": 0.01},
        **extras,
        "steps": STEPS,
    }
    lengths = torch.tensor(lengths) if lengths else None
    expected = first_step(network, case, x, y, lengths, begin)
    by_hand = first_step(network, case, x, y, lengths, begin, by_hand=True)
    check(expected, by_hand)
    norm = math.sqrt(sum(g.square().sum().item() for key, g in expected["gradients"].items() if key in case["params"]))
    begin = {key: state.detach() for key, state in begin.items()}
    written = {
        "outputs": tensor(expected["outputs"]),
        # PyTorch does not tell what c was on the way.
        "states": named_tensors(part(by_hand["seen"] | expected["seen"], cells.state_names(model), model)),
        "loss": rounded(expected["loss"].item()),
        "gradients": named_tensors(expected["gradients"]),
    }
    if gates:
        written["gates"] = named_tensors(part(by_hand["seen"], None, model))
    if "interventions" in case:
        written["edited"] = edited(network, case, x, lengths, begin)
    if "trace" in case:
        written["trace"] = trace(network, case, x, lengths, begin)
    losses = train(network, case, x.detach(), y, lengths, begin)
    print(f"    {name}: gradient norm {norm:.3f}, losses {losses[0]:.4f} … {losses[-1]:.4f}")
    return {"name": name, "case": case, "expected": {**written, "losses": [rounded(value) for value in losses]}}


def initial_states(model, batch, scale, grid):
    return {
        f"{name}_l{layer}": on_grid(scale * torch.rand(batch, hidden) - scale / 2, grid).double().requires_grad_()
        for layer, hidden in enumerate(cells.hidden_sizes(model))
        for name in cells.state_names(model)
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


def first_step(network, case, x, y, lengths, initial, by_hand=False):
    conditions = conditions_of(case, 1, x, initial)
    outputs, seen = network(x, lengths, conditions, by_hand)
    loss = mean_loss(case, outputs, y, lengths)
    wanted = {
        **network.named(),
        **({"x": x} if x.requires_grad else {}),
        **{f"initial.{key}": state for key, state in initial.items()},
    }
    gradients = torch.autograd.grad(loss, list(wanted.values()))
    return {"outputs": outputs, "seen": seen, "loss": loss, "gradients": dict(zip(wanted, gradients))}


def edited(network, case, x, lengths, initial):
    """What the network computes under the interventions, without dropout."""
    conditions = cells.Conditions(initial=initial, interventions=case["interventions"])
    outputs, seen = network(x, lengths, conditions)
    model = case["model"]
    states = named_tensors(part(seen, cells.state_names(model), model))
    return {"outputs": tensor(outputs), "states": states, "gates": named_tensors(part(seen, None, model))}


def trace(network, case, x, lengths, initial):
    """∂ outputs[b, step, output] / ∂ of every sequence's own vectors x and of its h, without dropout."""
    vectors = network.vectors(x).detach().requires_grad_()
    seen, outputs, last = cells.recurrence(
        case["model"], network.named(), vectors, lengths, cells.Conditions(initial=initial)
    )
    at_last = case["model"]["head"]["at"] == "last"
    chosen = network.head(last if at_last else outputs[:, case["trace"]["step"]])[:, case["trace"]["output"]]
    h = part(seen, ["h"], case["model"])
    of_x, *of_h = torch.autograd.grad(
        chosen.sum(), [vectors, *(state for course in h.values() for state in course)], allow_unused=True
    )
    of_h = iter(of_h)
    gradients = {}
    for name, course in h.items():
        found = [(state, next(of_h)) for state in course]
        gradients[name] = [torch.zeros_like(state) if g is None else g for state, g in found]
    return {"x": tensor(of_x), "states": named_tensors(gradients)}


def check(framework, by_hand):
    """The framework's numbers are those of the equations, padding and all. Says nothing where there is no framework."""
    for name, value in flat(framework).items():
        torch.testing.assert_close(value, flat(by_hand)[name], rtol=1e-12, atol=1e-12)


def flat(expected):
    seen = {name: stacked(course) for name, course in expected["seen"].items()}
    lasts = {
        f"last {name}": course[0 if name.endswith("reverse") else -1]
        for name, course in seen.items()
        if not name.startswith("last ")
    }
    rest = {key: value for key, value in expected.items() if key not in ("gradients", "seen")}
    return {**lasts, **seen, **rest, **expected["gradients"]}


def stacked(course):
    """[T, B, ·], or a last state as it is."""
    return course if isinstance(course, torch.Tensor) else torch.stack(list(course))


def part(seen, names, model):
    """The courses of these states, or those of the gates."""
    states = cells.state_names(model)
    found = {name: name.split("_l")[0] for name in seen if not name.startswith("last ")}
    return {
        name: seen[name] for name, short in found.items() if (short in names if names else short not in states)
    }


def named_tensors(values):
    return {name: tensor(stacked(value)) for name, value in values.items()}


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
