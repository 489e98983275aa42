"""Losses, optimizers and clipping of a case, all PyTorch's own. `case` is the case as it is written to the file."""

import torch
from torch.nn import functional

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


def train(network, case, x, y, lengths):
    """The loss before each of the steps."""
    parameters = list(network.parameters())
    optimizer = create_optimizer(case["optimizer"], parameters)
    losses = []
    for _ in range(case["steps"]):
        optimizer.zero_grad()
        loss = mean_loss(case, network(x, lengths)[0], y, lengths)
        loss.backward()
        if "clipNorm" in case:
            torch.nn.utils.clip_grad_norm_(parameters, case["clipNorm"])
        if "clipValue" in case:
            torch.nn.utils.clip_grad_value_(parameters, case["clipValue"])
        optimizer.step()
        losses.append(loss.item())
    return losses
