"""Goes on with a run of the GRU playground, on one machine or several, in plain PyTorch.

    python train.py --steps 5000
    torchrun --nproc_per_node=4 train.py --steps 5000

Same data and split, same weights and optimizer, same order of batches. On one process the losses are those of the page
(but for dropout, which PyTorch draws by itself); N processes read N times the batch, as one with `--batch-size` N·B would.

In this folder: config.json (the network, how it is trained, the data's split), training.safetensors (weights and
optimizer), data.safetensors. Written to --out: losses.csv, last.pt, from which the same command goes on,
result.safetensors, which the page opens as a run, and held_out.json: how good the network is at the end on what is held
out, by the page's measures. `--steps 0` only measures.
"""

import argparse
import contextlib
import csv
import json
import math
import os
import pathlib
import sys
import time

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

import batches
import model

HERE = pathlib.Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=1000, help="train up to this step, counted from the run's first")
    parser.add_argument("--batch-size", type=int, help="sequences of a step of one process; that of the run by default")
    parser.add_argument("--accumulate", type=int, default=1, help="take a step's sequences in so many parts, one after the other")
    parser.add_argument("--precision", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--compile", action="store_true", help="torch.compile")
    parser.add_argument("--device", help="cuda where there is one, else cpu")
    parser.add_argument("--validate-every", type=int, help="steps; as often as the page by default, 0 for never")
    parser.add_argument("--save-every", type=int, default=200, help="steps")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "out")
    parser.add_argument("--fresh", action="store_true", help="do not go on from last.pt")
    return parser.parse_args()


# Loss: the mean over all valid positions of all processes.


def loss_sum(outputs, batch, config):
    loss, targets = config["loss"], batch["targets"]
    outputs = outputs.float()
    if loss["kind"] == "crossEntropy":
        weights = loss["classWeights"]
        return nn.functional.cross_entropy(
            outputs.flatten(0, -2),
            targets.flatten(),
            weight=torch.tensor(weights, device=outputs.device) if weights else None,
            ignore_index=-100,
            reduction="sum",
            label_smoothing=loss["labelSmoothing"],
        )
    of = nn.functional.mse_loss if loss["kind"] == "meanSquaredError" else nn.functional.binary_cross_entropy_with_logits
    each = of(outputs, targets.reshape(outputs.shape), reduction="none").mean(-1)
    return each[batch["valid"]].sum()


# Optimizer and schedule.


def optimizer_of(training, parameters):
    one, rate = training["optimizer"], training["learningRate"]
    if one["type"] in ("adam", "adamw"):
        kind = torch.optim.Adam if one["type"] == "adam" else torch.optim.AdamW
        betas = (one["beta1"], one["beta2"])
        return kind(parameters, rate, betas=betas, eps=one["epsilon"], weight_decay=one["weightDecay"])
    if one["type"] == "sgd":
        return torch.optim.SGD(
            parameters, rate, momentum=one["momentum"], nesterov=one["nesterov"], weight_decay=one["weightDecay"]
        )
    return torch.optim.RMSprop(
        parameters, rate, alpha=one["alpha"], eps=one["epsilon"], momentum=one["momentum"], weight_decay=one["weightDecay"]
    )


MOMENTS = {
    "adam": ("exp_avg", "exp_avg_sq"),
    "adamw": ("exp_avg", "exp_avg_sq"),
    "sgd": ("momentum_buffer", None),
    "rmsprop": ("momentum_buffer", "square_avg"),
}
"""PyTorch's names of the two moments that training.safetensors has of each parameter."""


def set_moments(optimizer, network, tensors, kind, step):
    for name, parameter in network.named_parameters():
        state = {key: tensors[f"{which}.{name}"].to(parameter) for key, which in moments_of(kind) if key}
        if kind != "sgd":
            state["step"] = torch.tensor(float(step))
        optimizer.state[parameter] = state


def moments_of(kind):
    return zip(MOMENTS[kind], ("first", "second"))


def moments(optimizer, network, kind):
    """By the names that training.safetensors has."""
    found = {}
    for name, parameter in network.named_parameters():
        for key, which in moments_of(kind):
            value = optimizer.state[parameter].get(key) if key else None
            found[f"{which}.{name}"] = torch.zeros_like(parameter) if value is None else value
    return found


def rate_factor(schedule, step, plateau_factor):
    """Of the rate at a step, counted from 1."""
    warmup, decay = schedule["warmupSteps"], schedule["decay"]
    if step <= warmup:
        return step / warmup
    passed = step - warmup - 1
    if decay["kind"] == "cosine":
        share = min(1, passed / decay["steps"])
        return decay["floor"] + (1 - decay["floor"]) * 0.5 * (1 + math.cos(math.pi * share))
    if decay["kind"] == "step":
        return decay["factor"] ** (passed // decay["every"])
    if decay["kind"] == "exponential":
        return decay["factor"] ** passed
    return plateau_factor if decay["kind"] == "plateau" else 1


def after_validation(before, step, loss, training):
    """What follows from one more validation, of a step: (progress, whether it is the best, whether to stop)."""

    def below(limit):
        return math.isfinite(loss) if limit is None else loss < limit

    decay, patience = training["schedule"]["decay"], training["patience"]
    best = below(before["best"])
    since_best = 0 if best else before["validationsSinceBest"] + 1
    better = below(before["plateau"] and before["plateau"] * (1 - 1e-4))
    since_reduction = 0 if better else before["validationsSinceReduction"] + 1
    stop = patience is not None and since_best >= patience
    reduce = decay["kind"] == "plateau" and since_reduction > decay["patience"]
    progress = {
        "best": loss if best else before["best"],
        "bestStep": step if best else before.get("bestStep"),
        "undone": before.get("undone", 0),
        "plateau": loss if better else before["plateau"],
        "validationsSinceBest": 0 if stop else since_best,
        "validationsSinceReduction": 0 if reduce else since_reduction,
        "plateauFactor": before["plateauFactor"] * decay["factor"] if reduce else before["plateauFactor"],
    }
    return progress, best, stop


# Processes.


class Processes:
    def __init__(self, device):
        self.count, self.rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
        kind = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.device = torch.device(kind, int(os.environ.get("LOCAL_RANK", 0)) if kind == "cuda" else None)
        if kind == "cuda":
            torch.cuda.set_device(self.device)
        if self.count > 1:
            dist.init_process_group("nccl" if kind == "cuda" else "gloo")

    def sum(self, *values):
        total = torch.tensor(values, dtype=torch.float64, device=self.device)
        if self.count > 1:
            dist.all_reduce(total)
        return total.tolist()

    def all(self, value):
        """The value of every process, one after the other."""
        if self.count == 1:
            return [value]
        values = [None] * self.count
        dist.all_gather_object(values, value)
        return values

    def close(self):
        if self.count > 1:
            dist.destroy_process_group()


class Run:
    def __init__(self, options):
        self.options, self.processes = options, Processes(options.device)
        self.config = json.loads((HERE / "config.json").read_text())
        self.training, self.network_config = self.config["training"], self.config["network"]
        self.size = options.batch_size or self.training["batchSize"]
        tensors, _ = model.read_safetensors(HERE / "training.safetensors")
        data, _ = model.read_safetensors(HERE / "data.safetensors")
        self.data = batches.opened(data, self.config)
        torch.manual_seed(self.training["seed"] + self.processes.rank)
        self.network = model.Network(self.network_config, self.config["meaning"])
        names = self.network.state_dict()
        self.network.load_state_dict({name: tensors[name] for name in names})
        self.network.to(self.processes.device)
        self.optimizer = optimizer_of(self.training, self.network.parameters())
        self.kind = self.training["optimizer"]["type"]
        self.step, self.progress = self.config["step"], self.config["progress"]
        if self.taken() > 0:
            set_moments(self.optimizer, self.network, tensors, self.kind, self.taken())
        self.random = batches.Random(self.config["generator"])
        self.states, self.best = self.carried(tensors), self.best_of(tensors, names)
        self.resume()
        self.run = self.network
        if options.compile:
            self.run = torch.compile(self.run)
        if self.processes.count > 1:
            self.run = DistributedDataParallel(self.run)

    def carried(self, tensors):
        """The states that the page's streams ended in; for these streams alone, and PyTorch's own layers."""
        streams = self.training["windows"] == "streams" and self.size * self.processes.count == self.training["batchSize"]
        found = [(name, one) for name, one in tensors.items() if name.startswith("carried.")]
        if not streams or not found:
            return None
        part = self.part()
        each = [one[:, part].to(self.processes.device) for _, one in found]  # [S, B, H] a layer
        if isinstance(self.network.rnn, model.Layers):
            return {name.removeprefix("carried."): list(one) for (name, _), one in zip(found, each)}
        stacked = torch.stack(each, 1)
        return tuple(stacked) if len(stacked) > 1 else stacked[0]

    def best_of(self, tensors, names):
        found = {name: tensors[f"best.{name}"] for name in names if f"best.{name}" in tensors}
        return found or None

    def part(self):
        first = self.processes.rank * self.size
        return slice(first, first + self.size)

    def resume(self):
        path = self.options.out / "last.pt"
        if self.options.fresh or not path.exists():
            return
        kept = torch.load(path, map_location=self.processes.device, weights_only=True)
        self.network.load_state_dict(kept["network"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.step, self.progress, self.best = kept["step"], kept["progress"], kept["best"]
        self.random = batches.Random(kept["generator"])
        self.states = kept["states"][self.processes.rank] if len(kept["states"]) == self.processes.count else None
        self.say(f"Goes on from step {self.step} of {path}.")

    def say(self, line):
        if self.processes.rank == 0:
            print(line, flush=True)

    def autocast(self):
        if self.options.precision == "float32":
            return contextlib.nullcontext()
        return torch.autocast(self.processes.device.type, dtype=torch.bfloat16)

    def on_device(self, batch):
        device = self.processes.device
        return {key: one.to(device) if torch.is_tensor(one) else one for key, one in batch.items()}

    def outputs(self, network, batch, states):
        with self.autocast():
            return network(batch["x"], batch["lengths"], states)

    def taken(self):
        """With the steps that were taken back: what the optimizer counts, and what is drawn goes on from."""
        return self.step + self.progress.get("undone", 0)

    def advance(self):
        """One step; its loss, before the update."""
        random = batches.Random(self.random.state)
        batch = self.data.draw(random, self.taken(), self.size * self.processes.count, self.part())
        batch = batches.prepared(batch, self.network_config)
        (weight,) = self.processes.sum(batch["weight"])
        streams = self.training["windows"] == "streams" and self.config["data"]["kind"] == "text"
        states = self.states if streams and not batch["fresh"] else None
        self.optimizer.zero_grad(set_to_none=True)
        total, after = 0.0, []
        self.network.train()
        parts = torch.arange(self.size).chunk(min(self.options.accumulate, self.size))
        for i, rows in enumerate(parts):
            part = self.on_device(rows_of(batch, rows))
            last = i == len(parts) - 1 or self.processes.count == 1
            with contextlib.nullcontext() if last else self.run.no_sync():
                outputs, own = self.outputs(self.run, part, states_of(states, rows))
                loss = loss_sum(outputs, part, self.network_config) / weight
                (loss * self.processes.count).backward()  # of whose gradients the processes take the mean
            total += float(loss.detach())
            after.append(own)
        (total,) = self.processes.sum(total)
        if not math.isfinite(total):
            raise SystemExit(f"At step {self.step + 1} the loss is no longer a finite number. last.pt has the state before.")
        self.update()
        self.random, self.step = random, self.step + 1
        self.states = joined_states(after) if streams else None
        return total

    def update(self):
        training, parameters = self.training, list(self.network.parameters())
        if training["clipNorm"] > 0:
            nn.utils.clip_grad_norm_(parameters, training["clipNorm"])
        if training["clipValue"] > 0:
            nn.utils.clip_grad_value_(parameters, training["clipValue"])
        factor = rate_factor(training["schedule"], self.step + 1, self.progress["plateauFactor"])
        for group in self.optimizer.param_groups:
            group["lr"] = training["learningRate"] * factor
        self.optimizer.step()

    def validate(self):
        """The mean loss on what the page validates on; its batches are shared among the processes."""
        self.network.eval()
        total = weight = 0.0
        with torch.no_grad():
            for batch in self.data.validation[self.processes.rank :: self.processes.count]:
                batch = self.on_device(batches.prepared(batch, self.network_config))
                outputs, _ = self.outputs(self.network, batch, None)
                total += float(loss_sum(outputs, batch, self.network_config))
                weight += batch["weight"]
        total, weight = self.processes.sum(total, weight)
        return total / weight

    def measure(self):
        """How good the network is on what is held out, as the page says it of the same weights."""
        measures = self.data.measures()
        total = torch.zeros(measures.shape, dtype=torch.float64)
        self.network.eval()
        with torch.no_grad():
            for number, batch in enumerate(self.data.held_out(self.size)):
                if number % self.processes.count == self.processes.rank:
                    batch = batches.prepared(batch, self.network_config)
                    on_device = self.on_device(batch)
                    outputs, _ = self.outputs(self.network, on_device, None)
                    total += measures.sums(outputs.cpu(), batch)
        return measures.result(torch.tensor(self.processes.sum(*total.flatten().tolist())).reshape(total.shape))

    def is_over(self):
        """Validates, where there is anything for it; whether training is to stop."""
        if not self.data.validation:
            return False
        loss = self.validate()
        self.say(f"Step {self.step}: validation loss {loss:.6f}.")
        return self.judge(loss)

    def judge(self, loss):
        """Whether to stop, with the best weights back in their places, at their step."""
        self.progress, best, stop = after_validation(self.progress, self.step, loss, self.training)
        if best and self.training["patience"] is not None:
            self.best = {name: one.detach().clone() for name, one in self.network.state_dict().items()}
        if stop and self.best:
            self.network.load_state_dict(self.best)
            if self.progress["bestStep"] is not None:
                undone = self.step - self.progress["bestStep"]
                self.progress["undone"] += undone
                self.step -= undone
        return stop

    def save(self):
        states = self.processes.all(cpu_states(self.states))
        if self.processes.rank > 0:
            return
        kept = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "progress": self.progress,
            "best": self.best,
            "generator": self.random.state,
            "states": states,
        }
        self.options.out.mkdir(parents=True, exist_ok=True)
        torch.save(kept, self.options.out / "last.pt.new")
        os.replace(self.options.out / "last.pt.new", self.options.out / "last.pt")
        self.write_result()

    def write_result(self):
        """In the form of training.safetensors, which the page opens. States of streams are not in it: they begin anew."""
        tensors = dict(self.network.state_dict()) | moments(self.optimizer, self.network, self.kind)
        tensors |= {f"best.{name}": one for name, one in (self.best or {}).items()}
        run = {
            "training": self.training | {"batchSize": self.size * self.processes.count},
            "step": self.step,
            "progress": self.progress,
            "generator": [batches.signed(value) for value in self.random.state],
        }
        texts = {"config": self.network_config, "meaning": self.config["meaning"], "run": run}
        metadata = {"format": "pt", "producer": "gru-playground"} | {key: json.dumps(one) for key, one in texts.items()}
        model.write_safetensors(self.options.out / "result.safetensors", tensors, metadata)

    def train(self):
        options, began, first = self.options, time.monotonic(), self.step
        every = self.config["data"]["validateEvery"] if options.validate_every is None else options.validate_every
        with Losses(options.out / "losses.csv", self.step, self.processes.rank == 0) as losses:
            # The page had come to a step that it had not yet validated.
            stop = self.progress.get("isValidationDue", False) and self.is_over()
            if stop:
                self.save()
            while not stop and self.step < options.steps:
                losses.add(self.step + 1, self.advance())
                stop = every > 0 and self.step % every == 0 and self.is_over()
                if stop or self.step % options.save_every == 0 or self.step == options.steps:
                    self.save()
            if stop:
                self.say("Stopped, with the best weights: validations bring no more progress.")
        elapsed = time.monotonic() - began
        if self.step > first:
            self.say(f"{self.step - first} steps, {1000 * elapsed / (self.step - first):.2f} ms each.")
        held_out = self.measure()
        self.say(f"Held out: {json.dumps(held_out, ensure_ascii=False)}")
        if self.processes.rank == 0:
            (options.out / "held_out.json").write_text(json.dumps(held_out, indent=1) + "\n")
        self.processes.close()


class Losses:
    """losses.csv, without what a run before had taken beyond the step that this one begins at."""

    def __init__(self, path, step, writes):
        self.path, self.step, self.file = path, step, None
        if writes:
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = list(csv.reader(path.open())) if path.exists() else []
            kept = [row for row in rows[1:] if len(row) == 2 and int(row[0]) <= step]
            self.file = path.open("w", newline="")
            self.writer = csv.writer(self.file)
            self.writer.writerows([["step", "loss"], *kept])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.file:
            self.file.close()

    def add(self, step, loss):
        if self.file:
            self.writer.writerow([step, repr(loss)])
            self.file.flush()


def rows_of(batch, rows):
    """Some sequences of a batch; all of it where these are all."""
    return {key: one[rows] if torch.is_tensor(one) else one for key, one in batch.items()}


def over_states(states, of, axis=1):
    """The same with each tensor of states: `[L, B, H]` of PyTorch's layers, [B, H] of model.Layers."""
    if isinstance(states, dict):
        return {key: [of(one, 0) for one in each] for key, each in states.items()}
    return tuple(of(one, axis) for one in states) if isinstance(states, tuple) else of(states, axis)


def states_of(states, rows):
    if states is None:
        return None
    return over_states(states, lambda one, axis: one.index_select(axis, rows.to(one.device)).contiguous())


def cpu_states(states):
    return None if states is None else over_states(states, lambda one, _: one.cpu())


def joined_states(parts):
    """Without what they came from: gradients end where a window ends."""
    parts = [over_states(part, lambda one, _: one.detach()) for part in parts]
    if isinstance(parts[0], dict):
        return {key: [torch.cat(each) for each in zip(*(part[key] for part in parts))] for key in parts[0]}
    if isinstance(parts[0], tuple):
        return tuple(torch.cat(each, 1) for each in zip(*parts))
    return torch.cat(parts, 1)


def main():
    missing = [name for name in ("config.json", "training.safetensors", "data.safetensors") if not (HERE / name).exists()]
    if missing:
        sys.exit(f"{HERE / missing[0]} is missing: README.md says how it is made.")
    Run(arguments()).train()


if __name__ == "__main__":
    main()
