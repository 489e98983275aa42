"""Holds `train.py` to the engine: its losses, and what it says of what is held out.

    npm run accuracy -- --only NAME --seconds 5 --save FILE
    npm run export -- FILE --to pytorch --out DIR --only NAME
    node scripts/run.mjs scripts/golden/engineLosses.ts 200 FILE --to pytorch --out DIR --only NAME
    python scripts/golden/check_training.py DIR ...

Prints for each folder the worst relative difference of a loss, and that of a measure before the first of these steps; exit
code 1 where a loss is beyond 1e-4, a measure beyond 1e-5. Needs torch and numpy.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

LOSS, MEASURE = 1e-4, 1e-5


def train(folder, steps, out):
    # Without validations, which the engine's losses are without: none may stop it early.
    rest = ["--fresh", "--save-every", "100000", "--validate-every", "0"]
    command = [sys.executable, str(folder / "train.py"), "--steps", str(steps), "--out", out, *rest]
    said = subprocess.run(command, capture_output=True, text=True)
    if said.returncode:
        sys.exit(said.stderr)


def losses_of(path):
    return {int(step): float(loss) for step, loss in list(csv.reader(path.open()))[1:]}


def relative(actual, expected):
    return abs(actual - expected) / max(abs(expected), 1e-12)


def measures_of(said):
    rows = said if isinstance(said, list) else [said]
    return [{key: one[key] for key in ("accuracy", "loss", "rmse", "mae") if key in one} for one in rows]


def check(folder):
    expected = losses_of(folder / "losses.csv")
    measures = measures_of(json.loads((folder / "held_out.json").read_text()))
    with tempfile.TemporaryDirectory() as out:
        train(folder, 0, out)
        said = measures_of(json.loads((pathlib.Path(out) / "held_out.json").read_text()))
        train(folder, max(expected, default=0), out)
        actual = losses_of(pathlib.Path(out) / "losses.csv")
    assert actual.keys() == expected.keys(), (min(actual), max(actual), min(expected), max(expected))
    assert [one.keys() for one in said] == [one.keys() for one in measures], (said, measures)
    off = {step: relative(actual[step], loss) for step, loss in expected.items()}
    worst = max(off, key=off.get, default=None)
    measured = max(relative(one[key], other[key]) for one, other in zip(said, measures) for key in other)
    of_losses = f"{len(off)} losses from step {min(off)}, worst {off[worst]:.1e} at step {worst}" if off else "no losses"
    print(f"{folder.name}: {of_losses}; {', '.join(f'{k} {v:.6g}' for k, v in said[0].items())}, worst {measured:.1e}", flush=True)
    return max(off.values(), default=0) <= LOSS and measured <= MEASURE


if __name__ == "__main__":
    sys.exit(0 if all([check(pathlib.Path(one)) for one in sys.argv[1:]]) else 1)
