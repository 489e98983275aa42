"""Networks of random sizes as other programs save them, for `checkImports.ts`:

    python scripts/golden/import_cases.py DIR [COUNT]
    node scripts/run.mjs scripts/golden/checkImports.ts DIR

Each is a file of DIR with NAME.json beside it: what it is; `reads` ("tokens" or "features"), `input`, batch first; and
what the framework answers before any activation, `every` step and after the `last` one, or what its recurrent layers give
where it has no head (`hidden`). A file that tells where it answers has that answer alone. Needs torch, keras, onnx,
onnxruntime, safetensors and numpy.
"""

import json
import os
import pathlib
import sys
import warnings

import numpy
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from safetensors.torch import save_file
from torch import nn

os.environ["KERAS_BACKEND"] = "torch"
import keras  # noqa: E402
from keras import layers  # noqa: E402

CELLS = {"gru": nn.GRU, "lstm": nn.LSTM, "rnn": nn.RNN}
GATES = {"gru": 3, "lstm": 4, "rnn": 1}


class Case:
    """What is drawn of a network, whatever saves it."""

    def __init__(self, number):
        self.random = numpy.random.default_rng(2000 + number)
        self.number = number
        self.cell = ("gru", "lstm", "rnn")[number % 3]
        self.layers = int(self.random.integers(1, 5))
        self.hidden = int(self.random.integers(1, 34))
        self.two_ways = self.chance()
        self.reads = self.pick("tokens", "tokens", "features")
        self.symbols = int(self.random.integers(2, 41))
        self.inputs = int(self.random.integers(1, 10))
        self.outputs = int(self.random.integers(1, 13))
        self.at = self.pick("every", "last")
        self.biased, self.head_biased = self.chance(0.8), self.chance(0.8)
        shape = (int(self.random.integers(1, 4)), int(self.random.integers(1, 21)))
        if self.reads == "tokens":
            self.input = self.random.integers(0, self.symbols, shape)
        else:
            self.input = self.random.normal(0, 1, (*shape, self.inputs)).astype("float32")

    def chance(self, share=0.5):
        return bool(self.random.random() < share)

    def pick(self, *of):
        return of[int(self.random.integers(0, len(of)))]

    def draw(self, *shape):
        """Of a size at which four layers of 33 units do not make much of a rounding error."""
        return self.random.normal(0, 0.4 / max(1, shape[-1]) ** 0.5 if len(shape) > 1 else 0.2, shape).astype("float32")

    def words(self, *more):
        ways = "both directions" if self.two_ways else "one direction"
        return ", ".join([self.cell, f"{self.layers} × {self.hidden}", ways, self.reads, *more])


def write(path, case, said, **answers):
    values = {"what": said, "reads": case.reads, "input": case.input} | answers
    as_json = {key: numbers(one) if isinstance(one, (numpy.ndarray, torch.Tensor)) else one for key, one in values.items()}
    path.with_name(f"{path.name}.json").write_text(json.dumps(as_json) + "\n")


def numbers(values):
    values = numpy.asarray(values)
    return {"shape": list(values.shape), "data": values.flatten().tolist()}


# PyTorch, by safetensors.


class Module(nn.Module):
    """Names as people give them."""

    def __init__(self, case, names, has_head=True):
        super().__init__()
        self.case, self.names, self.has_head = case, names, has_head
        if case.reads == "tokens":
            self.add_module(names[0], nn.Embedding(case.symbols, case.inputs))
        rnn = CELLS[case.cell](
            case.inputs, case.hidden, case.layers, bias=case.biased, bidirectional=case.two_ways, batch_first=True
        )
        self.add_module(names[1], rnn)
        if has_head:
            self.add_module(names[2], nn.Linear(case.hidden * (1 + case.two_ways), case.outputs, bias=case.head_biased))

    def forward(self, x, at=None):
        x = getattr(self, self.names[0])(x) if self.case.reads == "tokens" else x
        outputs, states = getattr(self, self.names[1])(x)
        h = states[0] if isinstance(states, tuple) else states
        if (at or self.case.at) == "last":
            outputs = torch.cat([h[-2], h[-1]], 1) if self.case.two_ways else h[-1]
        return getattr(self, self.names[2])(outputs) if self.has_head else outputs


NAMES = [
    ("embedding", "rnn", "fc"),
    ("emb", "gru", "out"),
    ("word_embeddings", "encoder", "classifier"),
    ("wte", "lstm", "lm_head"),
    ("embed", "cell", "a_head"),
    ("encoder", "rnn", "decoder"),
]
PREFIXES = ["", "", "module.", "_orig_mod.", "model.net."]
TYPES = [torch.float32, torch.float32, torch.float64, torch.float16, torch.bfloat16]


def from_pytorch(folder, number):
    case = Case(number)
    has_head, alone = case.chance(0.8), case.chance(0.15)
    if alone:
        case.reads, has_head = "features", False
        case.input = case.random.normal(0, 1, (*case.input.shape[:2], case.inputs)).astype("float32")
    names, prefix, dtype = case.pick(*NAMES), case.pick(*PREFIXES), case.pick(*TYPES)
    module = Module(case, names, has_head).to(dtype).double().eval()
    saved = getattr(module, names[1]) if alone else module
    tensors = {("" if alone else prefix) + name: one.to(dtype) for name, one in saved.state_dict().items()}
    path = folder / f"{number:02}.safetensors"
    save_file(tensors, path)
    x = torch.tensor(case.input)
    x = x.double() if case.reads == "features" else x
    with torch.no_grad():
        answers = {at: module(x, at) for at in ("every", "last")}
    said = case.words(f"“{prefix}{names[1]}”", str(dtype), "with a head" if has_head else "alone" if alone else "no head")
    write(path, case, said, hidden=not has_head, **answers)


# PyTorch's exporter to ONNX.


def from_exporter(folder, number):
    case = Case(number + 100)
    module = Module(case, NAMES[0]).eval()
    x = torch.tensor(case.input)
    path = folder / f"{number:02}.exported.onnx"
    axes = {"x": {0: "batch", 1: "steps"}} if case.chance() else None
    opset = case.pick(13, 14, 17)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module, (x,), path, input_names=["x"], dynamic_axes=axes, opset_version=opset, dynamo=False)
    with torch.no_grad():
        answer = module(x)
    sizes = "any sizes" if axes else "fixed sizes"
    write(path, case, case.words(f"opset {opset}", sizes, case.at), **{case.at: answer})


# ONNX written node by node, answered by ONNX Runtime.


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def add(self, op, inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"{op}{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=f"{op}{self.count}", **attributes))
        return names[0] if outputs == 1 else names

    def weight(self, values, constant=False):
        self.count += 1
        name = f"w{self.count}"
        tensor = numpy_helper.from_array(numpy.asarray(values), name)
        if constant:
            self.nodes.append(helper.make_node("Constant", [], [name], value=tensor))
        else:
            self.weights.append(tensor)
        return name


def from_nodes(folder, number):
    case = Case(number + 200)
    sizes = [int(case.random.integers(1, 34)) for _ in range(case.layers)]
    D = 1 + case.two_ways
    before = case.cell == "gru" and case.chance()
    one_hot = case.reads == "tokens" and case.chance()
    constant = case.chance(0.3)
    graph = Graph()
    x = graph.add("Transpose", ["x"], perm=[1, 0, 2] if case.reads == "features" else [1, 0])
    width = case.inputs
    if one_hot:
        width = case.symbols
        depth, values = graph.weight(numpy.int64(width)), graph.weight(numpy.array([0, 1], "float32"))
        x = graph.add("OneHot", [x, depth, values])
    elif case.reads == "tokens":
        x = graph.add("Gather", [graph.weight(case.draw(case.symbols, width), constant), x])
    for hidden in sizes:
        rows = GATES[case.cell] * hidden
        W, R = (graph.weight(case.draw(D, rows, size), constant) for size in (width, hidden))
        given = [x, W, R] + ([graph.weight(case.random.normal(0, 0.2, (D, 2 * rows)).astype("float32"))] if case.biased else [])
        attributes = {"hidden_size": hidden, "direction": "bidirectional" if case.two_ways else "forward"}
        if case.cell == "gru" and (not before or case.chance()):
            attributes["linear_before_reset"] = int(not before)
        every, last = graph.add(case.cell.upper(), given, 2, **attributes)[:2]
        x = graph.add("Transpose", [every], perm=[0, 2, 1, 3])  # [T, B, D, H]
        x = graph.add("Reshape", [x, graph.weight(numpy.array([0, 0, D * hidden]))])
        width = D * hidden
    if case.at == "last":
        x = graph.add("Transpose", [last], perm=[1, 0, 2])
        x = graph.add("Reshape", [x, graph.weight(numpy.array([0, width]))])
    else:
        x = graph.add("Transpose", [x], perm=[1, 0, 2])
    head, bias = case.draw(case.outputs, width), case.draw(case.outputs)
    if case.at == "last" and case.chance():
        x = graph.add("Gemm", [x, graph.weight(head)] + ([graph.weight(bias)] if case.head_biased else []), transB=1)
    else:
        x = graph.add("MatMul", [x, graph.weight(numpy.ascontiguousarray(head.T), constant)])
        if case.head_biased:
            x = graph.add("Add", [x, graph.weight(bias)] if case.chance() else [graph.weight(bias), x])
    activation = case.pick(None, "Softmax", "Sigmoid")
    answer = graph.add(activation, [x]) if activation else x
    kind = onnx.TensorProto.INT64 if case.reads == "tokens" else onnx.TensorProto.FLOAT
    known = case.chance()

    def value(name, kind, shape):
        return helper.make_tensor_value_info(name, kind, shape)

    shape = ["batch", "steps", case.outputs] if case.at == "every" else ["batch", case.outputs]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "network",
            [value("x", kind, ["batch", "steps", case.inputs] if case.reads == "features" else ["batch", "steps"])],
            [value(answer, onnx.TensorProto.FLOAT, shape)],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", case.pick(14, 17, 21) if known else 14)],
        ir_version=8 if not known else 10,
    )
    path = folder / f"{number:02}.nodes.onnx"
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)
    model.graph.output.append(value(x, onnx.TensorProto.FLOAT, shape)) if activation else None
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (before_activation,) = session.run([x], {"x": case.input})
    said = case.words(f"H = {sizes}", "reset before" if before else "", "one-hot" if one_hot else "", case.at)
    write(path, case, said, **{case.at: before_activation})


# Keras.


def from_keras(folder, number):
    case = Case(number + 300)
    sizes = [int(case.random.integers(1, 34)) for _ in range(case.layers)]
    kind = {"gru": layers.GRU, "lstm": layers.LSTM, "rnn": layers.SimpleRNN}[case.cell]
    after = case.cell == "gru" and case.chance()
    one_hot = case.reads == "tokens" and case.chance(0.3)
    parts = [layers.Input((None, case.inputs) if case.reads == "features" else (None,), dtype="float32" if case.reads == "features" else "int32")]
    if one_hot:
        parts += [layers.Reshape((-1, 1)), layers.CategoryEncoding(case.symbols, output_mode="one_hot")]
    elif case.reads == "tokens":
        parts.append(layers.Embedding(case.symbols, case.inputs))
    dropped = case.chance(0.3)
    for i, hidden in enumerate(sizes):
        keeps = i < len(sizes) - 1 or case.at == "every"
        given = {"reset_after": after} if case.cell == "gru" else {}
        layer = kind(hidden, return_sequences=keeps, use_bias=case.biased, dropout=0.1 if dropped else 0, **given)
        parts += [layers.Bidirectional(layer) if case.two_ways else layer] + ([layers.Dropout(0.2)] if dropped else [])
    activation = case.pick("linear", "softmax", "sigmoid")
    apart = activation == "softmax" and case.chance()
    parts.append(layers.Dense(case.outputs, use_bias=case.head_biased, activation="linear" if apart else activation))
    parts += [layers.Softmax()] if apart else []
    functional = case.chance(0.3)
    network = keras.Sequential(parts)
    if functional:
        x = parts[0]
        for part in parts[1:]:
            x = part(x)
        network = keras.Model(parts[0], x)
    for weight in network.weights:
        weight.assign(case.draw(*weight.shape) if len(weight.shape) == 2 else case.random.normal(0, 0.2, weight.shape))
    path = folder / f"{number:02}.keras"
    network.save(path)
    (network.layers[-2] if apart else network.layers[-1]).activation = keras.activations.linear
    bare = keras.Model(network.inputs, network.layers[-2].output) if apart else network
    given = case.input.astype("int32") if case.reads == "tokens" else case.input
    bare.predict_function = None
    answer = numpy.asarray(bare(given, training=False).detach())
    said = case.words(
        f"H = {sizes}",
        "reset after" if after else "",
        "one-hot" if one_hot else "",
        "Functional" if functional else "Sequential",
        "bias" if case.biased else "no bias",
        case.at,
    )
    write(path, case, said, **{case.at: answer})


def main(folder, count=40):
    folder.mkdir(parents=True, exist_ok=True)
    print(f"torch {torch.__version__}, keras {keras.__version__}, onnx {onnx.__version__}, onnxruntime {onnxruntime.__version__}")
    for number in range(int(count)):
        torch.manual_seed(number)
        for make in (from_pytorch, from_exporter, from_nodes, from_keras):
            make(folder, number)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
