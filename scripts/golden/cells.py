"""The cells, one time step each, and the recurrence over layers, directions and time.

Written from the equations alone, in PyTorch with its autograd. Where a framework has what a case asks for, its numbers
are the golden ones and these are compared with them; for the rest (the four-gate cell, layers of different sizes, given
masks of dropout, interventions) these are the golden ones.

Each step takes the weights of one layer in one direction by their names without suffix, x [B, I], h' as it enters
products [B, H], and the states before it, h' first. `edit(name, value)` gives each value as an intervention leaves it. A
step returns its states by name, h first, and its gates.
"""

from dataclasses import dataclass, field

import torch
from torch import sigmoid, tanh


@dataclass
class Conditions:
    """What a network may be run under, beside its weights and inputs."""

    initial: dict = field(default_factory=dict)
    """States before the first step, [B, H] by name: h_l0, c_l0, …; zeros where there is none."""
    output_masks: dict = field(default_factory=dict)
    """By layer, [B, T, directions·H]: what multiplies its outputs on their way to the next layer."""
    state_masks: dict = field(default_factory=dict)
    """By suffix, [B, H]: what multiplies h' where it enters products."""
    interventions: list = field(default_factory=list)


def gru(w, x, inside, edit, h):
    """Reset after the recurrent product: cuDNN, PyTorch, Keras' default."""
    x_r, x_z, x_n = (x @ w["weight_ih"].T + w["bias_ih"]).chunk(3, 1)
    h_r, h_z, q = (inside @ w["weight_hh"].T + w["bias_hh"]).chunk(3, 1)
    r = edit("r", sigmoid(x_r + h_r))
    z = edit("z", sigmoid(x_z + h_z))
    n = edit("n", tanh(x_n + r * q))
    return {"h": edit("h", (1 - z) * n + z * h)}, {"r": r, "z": z, "n": n, "q": q}


def gru_reset_before(w, x, inside, edit, h):
    """Reset before the recurrent product, one bias: arXiv 1406.1078v1, Keras' reset_after=False."""
    w_r, w_z, w_n = w["weight_hh"].chunk(3)
    x_r, x_z, x_n = (x @ w["weight_ih"].T + w["bias_ih"]).chunk(3, 1)
    r = edit("r", sigmoid(x_r + inside @ w_r.T))
    z = edit("z", sigmoid(x_z + inside @ w_z.T))
    n = edit("n", tanh(x_n + (r * inside) @ w_n.T))
    return {"h": edit("h", (1 - z) * n + z * h)}, {"r": r, "z": z, "n": n}


def lstm(w, x, inside, edit, h, c):
    gates = (x @ w["weight_ih"].T + w["bias_ih"] + inside @ w["weight_hh"].T + w["bias_hh"]).chunk(4, 1)
    i, f, o = (edit(name, sigmoid(gates[place])) for name, place in [("i", 0), ("f", 1), ("o", 3)])
    g = edit("g", tanh(gates[2]))
    c = edit("c", f * c + i * g)
    return {"h": edit("h", o * tanh(c)), "c": c}, {"i": i, "f": f, "g": g, "o": o}


def rnn(w, x, inside, edit, h):
    sums = x @ w["weight_ih"].T + w["bias_ih"] + inside @ w["weight_hh"].T + w["bias_hh"]
    return {"h": edit("h", tanh(sums))}, {}


def four_gate(w, x, inside, edit, h):
    """i [B, I] gates the features of x; f, c, o [B, H]; the bias of the candidate c is outside its tanh.

    i = σ(W_i [h', x] + b_i)
    f = σ(W_f [h', x] + b_f)
    c = tanh(W_c [h' ⊙ (1 - f), x ⊙ i]) + b_c
    o = σ(W_o [c, h'] + b_o)
    h = o ⊙ c + (1 - o) ⊙ h'
    """
    both = torch.cat([inside, x], 1)
    i = edit("i", sigmoid(both @ w["weight_i"].T + w["bias_i"]))
    f = edit("f", sigmoid(both @ w["weight_f"].T + w["bias_f"]))
    c = edit("c", tanh(torch.cat([inside * (1 - f), x * i], 1) @ w["weight_c"].T) + w["bias_c"])
    o = edit("o", sigmoid(torch.cat([c, inside], 1) @ w["weight_o"].T + w["bias_o"]))
    return {"h": edit("h", o * c + (1 - o) * h)}, {"i": i, "f": f, "c": c, "o": o}


def step_of(model):
    if model["cell"] == "gru":
        return gru if model["resetAfter"] else gru_reset_before
    return {"lstm": lstm, "rnn": rnn, "fourGate": four_gate}[model["cell"]]


def state_names(model):
    return ["h", "c"] if model["cell"] == "lstm" else ["h"]


def hidden_sizes(model):
    return model.get("hiddenSizes") or [model["hiddenSize"]] * model["layers"]


def suffixes(model, layer):
    return [f"_l{layer}", f"_l{layer}_reverse"][: 1 + model["bidirectional"]]


def recurrence(model, weights, x, lengths, conditions):
    """x [B, T, I] -> what every layer and direction did, by name ("h_l0", "z_l0", …), a list over t of [B, ·] each, and
    the top layer's outputs [B, T, directions·H] and last states [B, directions·H].

    A step t >= length carries the states through. The reverse direction runs from T - 1 down to 0, so its last state is
    the one at 0. An upper layer reads both directions of the layer below, the forward one first.
    """
    seen = {}
    for layer, hidden in enumerate(hidden_sizes(model)):
        outputs, last = [], []
        for suffix in suffixes(model, layer):
            own = {key.removesuffix(suffix): w for key, w in weights.items() if key.endswith(suffix)}
            values = over_time(model, own, x, lengths, conditions, layer, suffix, hidden)
            seen |= {name + suffix: course for name, course in values.items()}
            outputs.append(torch.stack(values["h"], 1))
            last.append(values["h"][0 if suffix.endswith("reverse") else -1])
        x = torch.cat(outputs, 2) * conditions.output_masks.get(layer, 1)
    return seen, x, torch.cat(last, 1)


def over_time(model, weights, x, lengths, conditions, layer, suffix, hidden):
    """All states and gates of one layer in one direction, each a list over t of [B, ·]."""
    step = step_of(model)
    batch, steps, _ = x.shape
    zeros = torch.zeros(batch, hidden, dtype=x.dtype)
    states = {name: conditions.initial.get(name + suffix, zeros) for name in state_names(model)}
    mask = conditions.state_masks.get(suffix, 1)
    reverse = suffix.endswith("reverse")
    course = {}
    for t in reversed(range(steps)) if reverse else range(steps):
        edit = editor(conditions.interventions, layer, reverse, t)
        after, gates = step(weights, x[:, t], states["h"] * mask, edit, *states.values())
        if lengths is not None:
            valid = (t < lengths).unsqueeze(1)
            after = {name: torch.where(valid, new, states[name]) for name, new in after.items()}
        states = after
        for name, value in (states | gates).items():
            course.setdefault(name, [None] * steps)[t] = value
    return course


def editor(interventions, layer, reverse, t):
    """A gate's or state's value [B, ·] -> the same with the interventions of this time step."""

    def edit(name, value):
        for one in interventions:
            here = one["layer"] == layer and one.get("reverse", 0) == reverse and one["value"] == name
            if not here or not (one["steps"] == "all" or t in one["steps"]):
                continue
            units = torch.arange(value.shape[1])
            chosen = torch.isin(units, units if one["units"] == "all" else torch.tensor(one["units"]))
            value = torch.where(chosen, changed(one["action"], value, t), value)
        return value

    return edit


def changed(action, value, t):
    if action["kind"] == "scale":
        return value * action["by"]
    return torch.full_like(value, action["to"] if action["kind"] == "clamp" else action["with"][t])
