"""Baselines of forecasts, their bootstrap intervals and the KPSS statistic, from NumPy, pandas and statsmodels.

    python3 -m venv forecast-venv
    forecast-venv/bin/pip install numpy pandas statsmodels
    forecast-venv/bin/python scripts/golden/forecasts/forecasts.py

Writes forecasts.json beside it, which src/data/evaluation/golden.test.ts compares with: {series, trainRows, period, cases, kpss}.
A case has the horizon, RMSE and MAE of each baseline over all of it, and of some forecasts (the truth with noise of two sizes)
the improvement over the last value and its 95 % interval by moving blocks of the given length, of so many draws that NumPy's own
differ in the third digit.
"""

import json
import math
import pathlib
import warnings

import numpy as np
import pandas as pd
from statsmodels.tsa.stattools import kpss

warnings.filterwarnings("ignore")

rows, train_rows, period = 240, 190, 12
random = np.random.default_rng(11)
time = np.arange(rows)
series = np.round(3 * time + 80 * np.sin(2 * np.pi * time / period) + np.cumsum(random.normal(0, 9, rows)) + 200, 3)


def baselines(horizon):
    frame = pd.Series(series)
    last_rows = np.arange(train_rows - 1, rows - horizon)
    ahead = np.arange(1, horizon + 1)
    at = lambda index: frame.to_numpy()[index]
    truth = at(last_rows[:, None] + ahead)
    last = at(last_rows)[:, None] + 0 * ahead
    ago = period * np.ceil(ahead / period).astype(int)
    train = frame.iloc[:train_rows]
    slope = train.diff().mean()
    said = {
        "naive": last,
        "seasonal": at(last_rows[:, None] + ahead - ago),
        "drift": last + slope * ahead,
        "mean": np.full(truth.shape, train.mean()),
    }
    errors = {
        name: {"rmse": math.sqrt(((one - truth) ** 2).mean()), "mae": np.abs(one - truth).mean()}
        for name, one in said.items()
    }
    return truth, last, errors


def interval(own, other, block, draws=40_000):
    n = len(own)
    full, rest = divmod(n, block)
    sums = np.zeros((2, draws))
    for length in [block] * full + ([rest] if rest else []):
        starts = random.integers(0, n - length + 1, draws)
        for k, values in enumerate((own, other)):
            total = np.concatenate([[0], np.cumsum(values)])
            sums[k] += total[starts + length] - total[starts]
    return np.percentile(1 - np.sqrt(sums[0] / sums[1]), [2.5, 97.5]).tolist()


def case(horizon):
    truth, last, errors = baselines(horizon)
    squares = lambda said: ((said - truth) ** 2).sum(axis=1)
    n = len(truth)
    block = max(1, min(max(math.ceil(round(n ** (1 / 3), 9)), horizon), n // 3))
    compared = []
    for noise in (4.0, 60.0):
        said = np.round(truth + random.normal(0, noise, truth.shape), 3)
        own, other = squares(said), squares(last)
        compared.append(
            {
                "said": said.ravel().tolist(),
                "improvement": 1 - math.sqrt(own.sum() / other.sum()),
                "block": block,
                "interval": interval(own, other, block),
            }
        )
    return {"horizon": horizon, "errors": errors, "compared": compared}


def main():
    golden = {
        "series": series.tolist(),
        "trainRows": train_rows,
        "period": period,
        "cases": [case(1), case(5)],
        "kpss": [
            {"rows": n, "statistic": float(kpss(series[:n], regression="c", nlags=math.floor(3 * math.sqrt(n) / 13))[0])}
            for n in (train_rows, 60)
        ],
    }
    place = pathlib.Path(__file__).parent / "forecasts.json"
    place.write_text(json.dumps(golden) + "\n")


main()
