"""Losses, optimizers, clipping and schedules of a case, all PyTorch's own. `case` is the case as it is written to the file."""

import torch
from torch.nn import functional
from torch.optim import lr_scheduler

from dropout import masks

STEPS = 10


def mean_loss(case, outputs, y, lengths):
    """The mean over valid positions, and over the O outputs where the targets are per output.

    Cross-entropy with class weights w and label smoothing ε is PyTorch's: the sum over positions of
    (1 - ε) w[y] l[y] + ε/O Σ_c w[c] l[c], with l = -log softmax(outputs), divided by the sum of w[y].
    """
    if lengths is not None and case["model"]["head"]["at"] == "every":
        valid = torch.arange(outputs.shape[1]) < lengths.unsqueeze(1)
        outputs, y = outputs[valid], y[valid]
    if case["loss"] == "meanSquaredError":
        return functional.mse_loss(outputs, y)
    if case["loss"] == "binaryCrossEntropy":
        return functional.binary_cross_entropy_with_logits(outputs, y)
    weights = torch.tensor(case["classWeights"], dtype=outputs.dtype) if "classWeights" in case else None
    smoothing = case.get("labelSmoothing", 0.0)
    return functional.cross_entropy(outputs.flatten(0, -2), y.flatten(), weights, label_smoothing=smoothing)


def create_optimizer(settings, parameters):
    """PyTorch's names for what the case calls `settings`; what the case leaves out is PyTorch's default."""
    settings = dict(settings)
    kind = {
        "adam": torch.optim.Adam,
        "adamw": torch.optim.AdamW,
        "sgd": torch.optim.SGD,
        "rmsprop": torch.optim.RMSprop,
    }[settings.pop("type")]
    names = {"learningRate": "lr", "epsilon": "eps", "weightDecay": "weight_decay"}
    if "beta1" in settings or "beta2" in settings:
        settings["betas"] = (settings.pop("beta1", 0.9), settings.pop("beta2", 0.999))
    return kind(parameters, **{names.get(key, key): value for key, value in settings.items()})


def create_schedule(case, optimizer):
    """A warm-up in a straight line that reaches the whole rate at its last step, and then the decay."""
    schedule = case.get("schedule", {})
    decay = schedule.get("decay", {"kind": "constant"})
    rate = case["optimizer"]["learningRate"]
    after = {
        "constant": lambda: lr_scheduler.ConstantLR(optimizer, factor=1.0),
        "cosine": lambda: lr_scheduler.CosineAnnealingLR(optimizer, decay["steps"], eta_min=decay["floor"] * rate),
        "step": lambda: lr_scheduler.StepLR(optimizer, decay["every"], decay["factor"]),
        "exponential": lambda: lr_scheduler.ExponentialLR(optimizer, decay["factor"]),
    }[decay["kind"]]
    warmup = schedule.get("warmupSteps", 0)
    if warmup == 0:
        return after()
    rise = lr_scheduler.LinearLR(optimizer, start_factor=1 / warmup, total_iters=warmup - 1)
    return lr_scheduler.SequentialLR(optimizer, [rise, after()], milestones=[warmup])


def conditions_of(case, step, x, initial):
    conditions = masks(case, step, *x.shape[:2])
    conditions.initial = initial
    return conditions


def train(network, case, x, y, lengths, initial):
    """The loss before each of the steps."""
    parameters = list(network.parameters())
    optimizer = create_optimizer(case["optimizer"], parameters)
    schedule = create_schedule(case, optimizer)
    losses = []
    for step in range(1, case["steps"] + 1):
        optimizer.zero_grad()
        conditions = conditions_of(case, step, x, initial)
        if case.get("carry"):
            # What a step leaves is what the next one begins with, and no gradient goes back beyond it.
            _, seen = network(x, lengths, conditions, by_hand=True)
            initial = {name: seen[name][-1].detach() for name in initial}
        loss = mean_loss(case, network(x, lengths, conditions)[0], y, lengths)
        loss.backward()
        if "clipNorm" in case:
            torch.nn.utils.clip_grad_norm_(parameters, case["clipNorm"])
        if "clipValue" in case:
            torch.nn.utils.clip_grad_value_(parameters, case["clipValue"])
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return losses
