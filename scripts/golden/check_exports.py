"""Holds exported networks to what the engine answers, in each framework.

    node scripts/run.mjs scripts/golden/exportCases.ts DIR
    python scripts/golden/check_exports.py DIR

Each folder of DIR has a folder a format, with check.json. Prints the worst difference of each format, over how many
networks; exit code 1 where one is beyond 1e-5. Needs torch, keras, onnx, onnxruntime, safetensors and numpy.
"""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import runpy
import sys

import numpy
import onnx
import onnxruntime
import safetensors
import safetensors.torch
import torch

os.environ["KERAS_BACKEND"] = "torch"
import keras  # noqa: E402

TOLERANCE = 1e-5


def check_of(folder):
    check = json.loads((folder / "check.json").read_text())
    shape = check["input"]["shape"]
    inputs = numpy.array(check["input"]["data"], "float32" if len(shape) == 3 else "int64").reshape(shape)
    outputs = numpy.array(check["output"]["data"]).reshape(check["output"]["shape"])
    return inputs, outputs, check["activation"]


def activated(outputs, activation):
    if activation == "softmax":
        odds = numpy.exp(outputs - outputs.max(-1, keepdims=True))
        return odds / odds.sum(-1, keepdims=True)
    return 1 / (1 + numpy.exp(-outputs)) if activation == "sigmoid" else outputs


def difference(actual, expected):
    assert actual.shape == expected.shape, (actual.shape, expected.shape)
    return float(numpy.abs(actual - expected).max())


def from_safetensors(folder):
    """By model.py, with tensors read by the safetensors package; in two parts where states can be carried."""
    spec = importlib.util.spec_from_file_location("model", folder / "model.py")
    model = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(model)
    network = model.load(folder / "model.safetensors")
    network.load_state_dict(safetensors.torch.load_file(folder / "model.safetensors"))
    inputs, expected, _ = check_of(folder)
    x = torch.tensor(inputs)
    with torch.no_grad():
        outputs, _ = network(x)
        lengths = torch.full((len(x),), x.shape[1])
        masked, _ = network(torch.cat([x, x], 1), lengths)
        if network.config["head"]["at"] == "every":
            masked = masked[:, : x.shape[1]]
        worst = max(difference(outputs.numpy(), expected), difference(masked.numpy(), expected))
        if not network.config["bidirectional"]:
            first, states = network(x[:, :3])
            rest, _ = network(x[:, 3:], None, states)
            both = torch.cat([first, rest], 1) if network.config["head"]["at"] == "every" else rest
            worst = max(worst, difference(both.numpy(), expected))
    return worst


def from_onnx(folder):
    """By ONNX Runtime; in two parts where states can be carried."""
    path = str(folder / "model.onnx")
    onnx.checker.check_model(path, full_check=True)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # it warns of initializers that may be overridden, which is what states are for
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    inputs, expected, activation = check_of(folder)
    (given,) = [one.name for one in session.get_inputs()]
    names = [one.name for one in session.get_outputs()]

    def run(x, states):
        return dict(zip(names, session.run(names, {given: x} | states)))

    whole = run(inputs, {})
    worst = difference(whole[names[0]], expected)
    if activation != "linear":
        worst = max(worst, difference(whole["probabilities"], activated(expected, activation)))
    carried = [name for name in names if name.endswith("_out")]
    if carried:
        first = run(inputs[:, :3], {})
        rest = run(inputs[:, 3:], {name.removesuffix("_out"): first[name] for name in carried})
        both = numpy.concatenate([first[names[0]], rest[names[0]]], 1) if expected.ndim == 3 else rest[names[0]]
        worst = max(worst, difference(both, expected))
    return worst


def from_keras(folder):
    network = keras.saving.load_model(folder / "model.keras", safe_mode=True)
    inputs, expected, activation = check_of(folder)
    worst = difference(numpy.asarray(network.predict(inputs, verbose=0)), activated(expected, activation))
    first = numpy.asarray(network.predict(inputs[:, :1], verbose=0))
    assert first.shape[0] == len(inputs), first.shape
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        script = runpy.run_path("keras_model.py")
    shapes = [[weight.shape for weight in script[name].weights] for name in ("model", "trained")]
    assert shapes[0] == shapes[1], shapes
    return worst


CHECKS = {"safetensors": from_safetensors, "onnx": from_onnx, "keras": from_keras}


def main(folder):
    print(f"torch {torch.__version__}, keras {keras.__version__}, onnx {onnx.__version__}, "
          f"onnxruntime {onnxruntime.__version__}, safetensors {safetensors.__version__}")
    failed = False
    for name, check in CHECKS.items():
        worst = {one.parent.name: check(one) for one in sorted(folder.glob(f"*/{name}"))}
        if not worst:
            continue
        case = max(worst, key=worst.get)
        failed |= not worst[case] <= TOLERANCE
        print(f"{name}: {len(worst)} networks, worst {worst[case]:.1e} (case {case})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
