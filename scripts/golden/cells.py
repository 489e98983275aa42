"""The cells, one time step each, and the recurrence over layers, directions and time.

Written from the equations alone, in PyTorch with its autograd. Where a framework has the cell, its numbers are the
golden ones and these are compared with them; the four-gate cell is in no framework, so there these are the golden ones.

Each step takes the weights of one layer in one direction by their names without suffix, x [B, I] and the state, a tuple
that begins with h [B, H], and returns the next state.
"""

import torch
from torch import sigmoid, tanh


def gru(w, x, h):
    """Reset after the recurrent product: cuDNN, PyTorch, Keras' default."""
    x_r, x_z, x_n = (x @ w["weight_ih"].T + w["bias_ih"]).chunk(3, 1)
    h_r, h_z, h_n = (h @ w["weight_hh"].T + w["bias_hh"]).chunk(3, 1)
    r = sigmoid(x_r + h_r)
    z = sigmoid(x_z + h_z)
    n = tanh(x_n + r * h_n)
    return ((1 - z) * n + z * h,)


def gru_reset_before(w, x, h):
    """Reset before the recurrent product, one bias: arXiv 1406.1078v1, Keras' reset_after=False."""
    w_r, w_z, w_n = w["weight_hh"].chunk(3)
    x_r, x_z, x_n = (x @ w["weight_ih"].T + w["bias_ih"]).chunk(3, 1)
    r = sigmoid(x_r + h @ w_r.T)
    z = sigmoid(x_z + h @ w_z.T)
    n = tanh(x_n + (r * h) @ w_n.T)
    return ((1 - z) * n + z * h,)


def lstm(w, x, h, c):
    gates = x @ w["weight_ih"].T + w["bias_ih"] + h @ w["weight_hh"].T + w["bias_hh"]
    i, f, g, o = gates.chunk(4, 1)
    c = sigmoid(f) * c + sigmoid(i) * tanh(g)
    return sigmoid(o) * tanh(c), c


def rnn(w, x, h):
    return (tanh(x @ w["weight_ih"].T + w["bias_ih"] + h @ w["weight_hh"].T + w["bias_hh"]),)


def four_gate(w, x, h):
    """i [B, I] gates the features of x; f, c, o [B, H]; the bias of the candidate c is outside its tanh.

    i = σ(W_i [h', x] + b_i)
    f = σ(W_f [h', x] + b_f)
    c = tanh(W_c [h' ⊙ (1 - f), x ⊙ i]) + b_c
    o = σ(W_o [c, h'] + b_o)
    h = o ⊙ c + (1 - o) ⊙ h'
    """
    both = torch.cat([h, x], 1)
    i = sigmoid(both @ w["weight_i"].T + w["bias_i"])
    f = sigmoid(both @ w["weight_f"].T + w["bias_f"])
    c = tanh(torch.cat([h * (1 - f), x * i], 1) @ w["weight_c"].T) + w["bias_c"]
    o = sigmoid(torch.cat([c, h], 1) @ w["weight_o"].T + w["bias_o"])
    return (o * c + (1 - o) * h,)


def step_of(model):
    if model["cell"] == "gru":
        return gru if model["resetAfter"] else gru_reset_before
    return {"lstm": lstm, "rnn": rnn, "fourGate": four_gate}[model["cell"]]


def recurrence(model, weights, x, lengths):
    """x [B, T, I] -> h of every layer and direction [L·directions, T, B, H], the top layer's last [B, directions·H].

    A step t >= length carries the state through. The reverse direction runs from T - 1 down to 0, so its last state is
    the one at 0. An upper layer reads both directions of the layer below, the forward one first.
    """
    states = []
    for layer in range(model["layers"]):
        directions, last = [], []
        for suffix in [f"_l{layer}", f"_l{layer}_reverse"][: 1 + model["bidirectional"]]:
            own = {key.removesuffix(suffix): w for key, w in weights.items() if key.endswith(suffix)}
            h = over_time(model, own, x, lengths, reverse=suffix.endswith("reverse"))
            directions.append(h)
            last.append(h[:, 0] if suffix.endswith("reverse") else h[:, -1])
        x = torch.cat(directions, 2)
        states += [h.transpose(0, 1) for h in directions]
    return torch.stack(states), torch.cat(last, 1)


def over_time(model, weights, x, lengths, reverse):
    """h [B, T, H] of one layer in one direction."""
    step = step_of(model)
    batch, steps, _ = x.shape
    state = (torch.zeros(batch, model["hiddenSize"], dtype=x.dtype),) * (2 if step is lstm else 1)
    h = [None] * steps
    for t in reversed(range(steps)) if reverse else range(steps):
        after = step(weights, x[:, t], *state)
        if lengths is not None:
            valid = (t < lengths).unsqueeze(1)
            after = tuple(torch.where(valid, new, old) for new, old in zip(after, state))
        state = after
        h[t] = state[0]
    return torch.stack(h, 1)
