"""Tables of several series, and the errors of the last value, the last season, drift and mean on the last fifth of each: writes
`series.json` beside this file.

Run by hand, in a second; the tests read the JSON and need no Python:

    python3 -m venv series-venv
    series-venv/bin/pip install numpy==2.4.6 pandas==3.1.1
    series-venv/bin/python scripts/golden/tables/make_series.py

A file is a list of { "name", "csv", "id", "time", "target", "period", "form", "series", "rows", "lastValue", "lastSeason", "drift",
"mean" }. `csv` is the table as it stands in a file; `rows` are those of each series; the errors are root mean squared errors one row ahead over the
held-out rows of all series, computed in float64 and rounded to nine significant digits; `lastSeason` is null without a period.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd

HELD_OUT = 0.2


def days(count, start="2024-01-01"):
    return pd.date_range(start, periods=count, freq="D").strftime("%Y-%m-%d")


def two_shops():
    """One below the other, at 10 and at 900."""
    values = np.tile([10, 11, 12], 7)[:20]
    north = pd.DataFrame({"date": days(20), "sales": values, "shop": "north"})
    south = pd.DataFrame({"date": days(20), "sales": values + 890, "shop": "south"})
    return pd.concat([north, south])


def interleaved():
    """Sorted by time, then by the number of the shop; one begins later."""
    random = np.random.default_rng(2)
    parts = [
        pd.DataFrame(
            {
                "when": days(60 - first, pd.Timestamp("2024-01-01") + pd.Timedelta(days=first)),
                "kiosk": kiosk,
                "sold": np.round(level + random.normal(0, 2, 60 - first), 1),
            }
        )
        for kiosk, level, first in ((3, 40, 0), (7, 300, 0), (8, 5, 12))
    ]
    return pd.concat(parts).sort_values(["when", "kiosk"])


def weekly():
    """With a week each, the newest row first."""
    random = np.random.default_rng(3)
    week = np.array([0, 1, 3, 2, 5, 9, 7])
    parts = [
        pd.DataFrame(
            {
                "Stock": name,
                "visits": np.round(level + week[np.arange(98) % 7] + random.normal(0, 0.3, 98), 2),
                "Date": days(98),
            }
        )[::-1]
        for name, level in (("AA", 20), ("BB", 80), ("CC", 50))
    ]
    return pd.concat(parts)


def rising():
    """Each by a slope of its own, one falls; the season of a week is the same. One begins later."""
    random = np.random.default_rng(4)
    week = np.array([0, 2, 4, 3, 6, 9, 1])
    parts = [
        pd.DataFrame(
            {
                "day": days(140 - first, pd.Timestamp("2024-01-01") + pd.Timedelta(days=first)),
                "product": name,
                "orders": np.round(
                    level + slope * np.arange(140 - first) + week[np.arange(first, 140) % 7] + random.normal(0, 0.4, 140 - first),
                    1,
                ),
            }
        )
        for name, level, slope, first in (("lamp", 50, 0.5, 0), ("chair", 400, -1.5, 0), ("table", 900, 4, 20))
    ]
    return pd.concat(parts).sort_values(["day", "product"])


def errors(table, id, time, target, period):
    last, season, drift, mean = [], [], [], []
    for _, rows in table.groupby(id, sort=False):
        values = rows.sort_values(time)[target].to_numpy(dtype=np.float64)
        held = round(len(values) * HELD_OUT)
        truth = values[-held:]
        last.append(truth - values[-held - 1 : -1])
        if period:
            season.append(truth - values[-held - period : -period])
        train = values[:-held]
        drift.append(truth - values[-held - 1 : -1] - np.diff(train).mean())
        mean.append(truth - train.mean())

    def rmse(parts):
        return float(f"{np.sqrt(np.mean(np.concatenate(parts) ** 2)):.9g}")

    return {
        "lastValue": rmse(last),
        "lastSeason": rmse(season) if period else None,
        "drift": rmse(drift),
        "mean": rmse(mean),
    }


def case(name, table, id, time, target, period=None, form="value"):
    counts = table.groupby(id, sort=False).size()
    return {
        "name": name,
        "csv": table.to_csv(index=False),
        "id": id,
        "time": time,
        "target": target,
        "period": period,
        "form": form,
        "series": [str(name) for name in counts.index],
        "rows": [int(count) for count in counts],
        **errors(table, id, time, target, period),
    }


CASES = [
    case("two shops, one below the other", two_shops(), "shop", "date", "sales", 3),
    case("kiosks, day by day", interleaved(), "kiosk", "when", "sold"),
    case("stocks, the newest day first", weekly(), "Stock", "Date", "visits", 7),
    case("products that rise and fall", rising(), "product", "day", "orders", 7, "seasonalChange"),
]

place = Path(__file__).with_name("series.json")
place.write_text(json.dumps(CASES, indent=1) + "\n")
