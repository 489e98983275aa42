"""How good a network is on what is held out, by the page's measures: sums over batches, which processes add up.

Symbols: R answers, each of O outputs; output h·K + k is column k, h + 1 rows ahead.
"""

import math

import torch


class Classes:
    """Accuracy, and the mean -ln p of what is right in nats, without smoothing and weights of classes."""

    shape = (3,)

    def sums(self, outputs, batch):
        counts = batch["targets"] != -100
        scores, right = outputs.double()[counts].log_softmax(-1), batch["targets"][counts]
        nats = -scores.gather(-1, right.unsqueeze(-1)).sum()
        return torch.stack([counts.sum(), (scores.argmax(-1) == right).sum(), nats])

    def result(self, sums):
        count, right, nats = sums.tolist()
        return {"answers": int(count), "accuracy": right / count, "loss": nats / count} if count else None


class Numbers:
    """RMSE and MAE of each column over all rows ahead, in the units of the data, on what the data have."""

    def __init__(self, units, tensors, lengths):
        """`lengths`: answers of each example that is held out."""
        self.columns, self.shape = units["columns"], (len(units["columns"]), 3)
        self.truth, self.base = tensors["heldOutTruth"], tensors["heldOutBase"]
        self.units, self.series = units["series"], tensors["heldOutSeries"].long()
        self.rows = torch.arange(len(self.truth)).split(lengths)

    def sums(self, outputs, batch):
        rows = torch.cat([self.rows[place] for place in batch["places"]])
        errors = self.in_units(outputs[batch["valid"]], rows) - self.truth[rows]
        errors = errors.reshape(-1, len(self.columns))
        # What a network answers that has gone astray is no number, and counts.
        known = ~self.truth[rows].reshape(-1, len(self.columns)).isnan()
        errors = torch.where(known, errors, 0.0)
        return torch.stack([known.sum(0), (errors**2).sum(0), errors.abs().sum(0)], 1)

    def in_units(self, answers, rows):
        """[R, O]: exp(u · scale + base) - offset, or without a logarithm; a count is whole, and a limit is kept to."""
        ahead = answers.shape[1] // len(self.columns)

        def each(name, default):
            values = [[default if one[name] is None else one[name] for one in own] * ahead for own in self.units]
            return torch.tensor(values, dtype=torch.float64)[self.series[rows]]

        values = answers.double() * each("scale", 1) + self.base[rows]
        values = torch.where(each("offset", math.nan).isnan(), values, values.exp() - each("offset", 0))
        values = torch.where(each("isWhole", 0) > 0, (values + 0.5).floor(), values)
        return values.clamp(each("least", -math.inf), each("most", math.inf))

    def result(self, sums):
        return [
            {"column": column, "answers": int(count), "rmse": math.sqrt(squares / count), "mae": absolute / count}
            for column, (count, squares, absolute) in zip(self.columns, sums.tolist())
            if count
        ]
