"""Forecasts step after step, by a loop around PyTorch's own GRU: what the engine's are compared with.

    python3 -m venv rollout-venv
    rollout-venv/bin/pip install torch==2.13.0
    rollout-venv/bin/python scripts/golden/forecasts/rollouts.py

Writes rollouts.json beside it, which src/session/engine/futureReading.test.ts compares with. The loop knows values alone: it reads the
last T rows, answers for the next `horizon`, undoes the form, appends the values, and goes on. A case has

    "network": { "inputSize": I, "hiddenSize": H, "outputs": O }, "params": { name: numbers }
    "data": the fields of a series as the page keeps them: quantities, transform, rows [N, I] scaled, values [N, K] in their own
            units, parts, and what is known of the F rows to come
    "window": T
    "expected": for some last rows, one of them held out, the forecast [F or fewer, K]
"""

import json
import math
import pathlib

import torch

torch.set_default_dtype(torch.float64)


def network(inputs, hidden, outputs):
    rnn = torch.nn.GRU(inputs, hidden, batch_first=True)
    head = torch.nn.Linear(hidden, outputs)
    with torch.no_grad():
        for p in [*rnn.parameters(), *head.parameters()]:
            p.copy_((torch.randn_like(p) * 0.6 * 64).round() / 64)

    def answers(window):
        with torch.no_grad():
            _, last = rnn(torch.tensor([window]))
            return head(last[-1])[0].tolist()

    named = {**{name: p for name, p in rnn.named_parameters()}, "head.weight": head.weight, "head.bias": head.bias}
    return answers, {name: p.flatten().tolist() for name, p in named.items()}


def wave(rows, columns, level, seed):
    torch.manual_seed(seed)
    time = torch.arange(rows)
    columns = [level + level * 0.3 * torch.sin(time * (0.5 + 0.2 * k)) + level * 0.05 * torch.randn(rows) for k in range(columns)]
    return (torch.stack(columns, 1) * 64).round().div(64).tolist()


class Form:
    """u = (g(y) - g(reference) - shift) / scale, as Box and Jenkins difference."""

    def __init__(self, back=0, season=None, log=False, scale=1.0, shifts=(0.0,), quantity=(0.0, 1.0), least=None):
        self.back, self.season, self.log = back, season, log
        self.scale, self.shifts, self.quantity, self.least = scale, shifts, quantity, least

    def g(self, y):
        return math.log(y) if self.log else y

    def read(self, values, k):
        """The feature of the last of these rows."""
        before = self.g(values[-1 - self.back][k]) if self.back else 0.0
        shift, scale = self.quantity
        return (self.g(values[-1][k]) - before - shift) / scale

    def undo(self, values, k, ahead, u):
        if self.season:
            at = len(values) - 1 + ahead - self.season * math.ceil(ahead / self.season)
            reference = self.g(values[at][k])
        elif self.back:
            reference = self.g(values[-1][k])
        else:
            reference = 0.0
        value = u * self.scale + self.shifts[ahead - 1] + reference
        value = math.exp(value) if self.log else value
        return value if self.least is None else max(self.least, value)


def roll(answers, forms, window, known, extras, ahead_extras, count, horizon):
    """known [.., K] ends with the last row that was read; extras likewise; ahead_extras(j) of the j-th row to come."""
    K = len(forms)
    values = [list(row) for row in known]
    read = [
        [form.read(values[: t + 1], k) for k, form in enumerate(forms)] + extras[t]
        for t in range(len(values) - window, len(values))
    ]
    found = []
    while len(found) < count:
        said = answers(read[-window:])
        block = [
            [form.undo(values, k, h + 1, said[h * K + k]) for k, form in enumerate(forms)]
            for h in range(min(horizon, count - len(found)))
        ]
        for row in block:
            values.append(row)
            found.append(row)
            read.append([form.read(values, k) for k, form in enumerate(forms)] + ahead_extras(len(found)))
    return found


def quantity(name, shift=0.0, scale=1.0):
    return {"name": name, "unit": None, "shift": shift, "scale": scale}


def recursive():
    """One column of values, one row ahead."""
    window, rows, ahead, held = 6, 40, 10, 35
    form = Form(quantity=(16.0, 8.0), scale=8.0, shifts=(16.0,))
    values = wave(rows, 1, 16.0, 1)
    answers, params = network(1, 5, 1)
    extras = [[] for _ in values]
    run = lambda last, count: roll(answers, [form], window, values[: last + 1], extras[: last + 1], lambda j: [], count, 1)
    one = quantity("y", 16.0, 8.0)
    return {
        "name": "values, one row at a time",
        "window": window,
        "network": {"inputSize": 1, "hiddenSize": 5, "outputs": 1},
        "params": params,
        "data": {
            "features": [one],
            "outputs": [one],
            "horizon": 1,
            "columns": ["y"],
            "transform": None,
            "rows": [[(row[0] - 16) / 8] for row in values],
            "values": values,
            "trainRows": 30,
            "parts": None,
            "future": {"rows": ahead, "inputs": [[0.0]] * ahead, "known": [[0]], "isChange": [0]},
        },
        "expected": [{"row": rows - 1, "forecast": run(rows - 1, ahead)}, {"row": held, "forecast": run(held, rows - 1 - held)}],
    }


def blocks():
    """Two columns of seasonal changes of their logarithm, three rows ahead, with inputs that are known for a while."""
    window, rows, ahead, held, horizon, season = 5, 48, 8, 38, 3, 4
    values = wave(rows + ahead, 2, 300.0, 2)
    level = [row[0] for row in wave(rows + ahead, 1, 4.0, 3)]
    moving = [row[0] for row in wave(rows + ahead, 1, 20.0, 4)]
    kind = [(t // 3) % 2 for t in range(rows + ahead)]
    forms = [
        Form(back=season, season=season, log=True, scale=0.25, shifts=(0.0, 0.0625, -0.03125), quantity=(0.125, 0.5)),
        Form(back=season, season=season, log=True, scale=0.5, shifts=(0.03125, 0.0, 0.0625), quantity=(0.0, 0.25)),
    ]
    answers, params = network(8, 6, horizon * 2)
    calendar = lambda t: [math.sin(2 * math.pi * t / 12), math.cos(2 * math.pi * t / 12)]
    change = lambda t: (moving[t] - moving[t - 1] - 0.5) / 2.0
    features = lambda t: [(level[t] - 4) / 2, change(t) if t else 0.0, float(kind[t] == 0), float(kind[t] == 1), *calendar(t)]
    extras = [features(t) for t in range(rows + ahead)]
    known = {"level": 4, "moving": 2, "kind": 5}

    def ahead_extras(last):
        def of(j):
            at = lambda count: last + min(j, count)
            moved = change(last + j) if j <= known["moving"] else (0.0 - 0.5) / 2.0
            return [
                (level[at(known["level"])] - 4) / 2,
                moved,
                float(kind[at(known["kind"])] == 0),
                float(kind[at(known["kind"])] == 1),
                *calendar(last + j),
            ]

        return of

    run = lambda last, count: roll(
        answers, forms, window, values[: last + 1], extras[: last + 1], ahead_extras(last), count, horizon
    )
    links = {"offset": 0, "least": 1.0}
    form = lambda one: {"link": links, "limits": {"least": 0, "most": None}, "scale": one.scale, "shifts": list(one.shifts)}
    read = [
        [one.read(values[: t + 1], k) if t >= season else 0.0 for k, one in enumerate(forms)] + extras[t] for t in range(rows)
    ]
    names = ["a", "b"]
    return {
        "name": "seasonal changes of logarithms of two columns, three rows at a time, with other inputs",
        "window": window,
        "network": {"inputSize": 8, "hiddenSize": 6, "outputs": 6},
        "params": params,
        "data": {
            "features": [
                quantity("a", *forms[0].quantity),
                quantity("b", *forms[1].quantity),
                quantity("level", 4.0, 2.0),
                quantity("moving", 0.5, 2.0),
                *[quantity(name) for name in ("kind 0", "kind 1", "sine", "cosine")],
            ],
            "outputs": [quantity(names[o % 2], 300.0, 64.0) for o in range(6)],
            "horizon": horizon,
            "columns": names,
            "transform": {"form": "seasonalRelativeChange", "season": season, "columns": [form(one) for one in forms]},
            "rows": read,
            "values": values[:rows],
            "trainRows": 36,
            "parts": None,
            "future": {
                "rows": ahead,
                "inputs": [[0.0, 0.0, *extras[rows + j]] for j in range(ahead)],
                "known": [[0, 0, known["level"], known["moving"], known["kind"], known["kind"], ahead, ahead]],
                "isChange": [0, 0, 0, 1, 0, 0, 0, 0],
            },
        },
        "expected": [{"row": rows - 1, "forecast": run(rows - 1, ahead)}, {"row": held, "forecast": run(held, ahead)}],
    }


def several():
    """Changes of two series, each with scales of its own and one that is never below 0."""
    window, ahead, horizon, lengths = 4, 7, 2, (30, 26)
    scales = [(10.0, 4.0, 0.5, 2.0), (900.0, 128.0, -8.0, 64.0)]
    values = [wave(lengths[0], 1, 10.0, 5), wave(lengths[1], 1, 900.0, 6)]
    answers, params = network(1, 4, horizon)
    expected, parts, rows, start = [], [], [], 0
    for series, (own, (shift, scale, mean, spread)) in enumerate(zip(values, scales)):
        form = Form(back=1, scale=spread, shifts=(mean, 2 * mean), quantity=(mean, spread), least=0.0 if series == 0 else None)
        extras = [[] for _ in own]
        run = lambda last, count: roll(answers, [form], window, own[: last + 1], extras[: last + 1], lambda j: [], count, horizon)
        last = len(own) - 1
        expected += [{"row": start + row, "forecast": run(row, min(ahead, last - row) or ahead)} for row in (last, last - 5)]
        rows += [[form.read(own[: t + 1], 0) if t else 0.0] for t in range(len(own))]
        parts.append(
            {
                "name": f"series {series}",
                "start": start,
                "end": start + len(own),
                "trainRows": len(own) - 6,
                "quantities": {
                    "features": [quantity("y", mean, spread)],
                    "outputs": [quantity("y", shift, scale)] * horizon,
                },
                "forms": [{"link": None, "limits": {"least": form.least, "most": None}, "scale": spread, "shifts": list(form.shifts)}],
            }
        )
        start += len(own)
    return {
        "name": "changes of two series, each scaled by itself, two rows at a time",
        "window": window,
        "network": {"inputSize": 1, "hiddenSize": 4, "outputs": horizon},
        "params": params,
        "data": {
            "features": [quantity("y", 0.0, 1.0)],
            "outputs": [quantity("y", 400.0, 256.0)] * horizon,
            "horizon": horizon,
            "columns": ["y"],
            "transform": {"form": "change", "season": 1, "columns": parts[0]["forms"]},
            "rows": rows,
            "values": values[0] + values[1],
            "trainRows": sum(lengths) - 12,
            "parts": parts,
            "future": {"rows": ahead, "inputs": [[0.0]] * (2 * ahead), "known": [[0], [0]], "isChange": [0]},
        },
        "expected": expected,
    }


def main():
    cases = [recursive(), blocks(), several()]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    place = pathlib.Path(__file__).with_name("rollouts.json")
    place.write_text(f"[\n{lines}\n]\n")


main()
