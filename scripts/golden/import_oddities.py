"""Networks that are nearly of a kind that is known here, for `checkImports.ts`: what is read of them is right, or they are refused.

    python scripts/golden/import_oddities.py DIR
    node scripts/run.mjs scripts/golden/checkImports.ts DIR

Files as of `import_cases.py`, with `known` in NAME.json: whether they have to be read, or may be refused. Needs what that needs.
"""

import pathlib
import sys
import warnings

import numpy
import onnx
import torch
from import_cases import Case, Graph, keras, layers, write
from onnx import helper
from safetensors.torch import save_file, save_model
from torch import nn

B, T, I, H, O, V = 2, 6, 5, 7, 3, 11


class Odd(nn.Module):
    """Its parts by their names, and what becomes of an input."""

    def __init__(self, of, **parts):
        super().__init__()
        self.of = of
        for name, part in parts.items():
            setattr(self, name, part)

    def forward(self, x):
        return self.of(self, x)


class Gives(nn.Module):
    """What a part gives as its outputs, of all that it gives."""

    def __init__(self, part, place=0):
        super().__init__()
        self.part, self.place = part, place

    def forward(self, x):
        return self.part(x)[self.place]


def rnn(kind=nn.GRU, inputs=I, **settings):
    return kind(inputs, H, batch_first=True, **settings)


def head(width=H, outputs=O, **settings):
    return nn.Linear(width, outputs, **settings)


def tied(own_bias=False):
    network = Odd(lambda m, x: m.out(m.rnn(m.embed(x))[0]), embed=nn.Embedding(V, H), rnn=rnn(inputs=H), out=head(H, V, bias=own_bias))
    network.out.weight = network.embed.weight
    return network


def learned_beginning(m, x):
    return m.out(m.rnn(x, m.h0.expand(-1, len(x), -1).contiguous())[0])


def with_beginning():
    network = Odd(learned_beginning, rnn=rnn(), out=head())
    network.h0 = nn.Parameter(torch.randn(1, 1, H))
    return network


def gru(of, **parts):
    return Odd(of, rnn=rnn(), out=head(), **parts)


def two_ways(of, **parts):
    return Odd(of, rnn=rnn(bidirectional=True), out=head(2 * H), **parts)


# Name -> (network, what it reads, whether it has to be read); of those for ONNX alone the state dict does not tell.
EXPORTED = {
    "lastOfSteps": (gru(lambda m, x: m.out(m.rnn(x)[0][:, -1])), "features", True),
    "lastOfStepsKept": (gru(lambda m, x: m.out(m.rnn(x)[0][:, -1:])[:, 0]), "features", False),
    "lastAfterHead": (gru(lambda m, x: m.out(m.rnn(x)[0])[:, -1]), "features", True),
    "firstOfSteps": (gru(lambda m, x: m.out(m.rnn(x)[0][:, 0])), "features", False),
    "beforeLast": (gru(lambda m, x: m.out(m.rnn(x)[0][:, -2])), "features", False),
    "someSteps": (gru(lambda m, x: m.out(m.rnn(x)[0][:, 2:])), "features", False),
    "lastOfBothWays": (two_ways(lambda m, x: m.out(m.rnn(x)[0][:, -1])), "features", False),
    "lastStatesOfBothWays": (two_ways(lambda m, x: m.out(torch.cat([*m.rnn(x)[1]], 1))), "features", True),
    "statesTheOtherWay": (two_ways(lambda m, x: m.out(torch.cat([m.rnn(x)[1][1], m.rnn(x)[1][0]], 1))), "features", False),
    "turnedStates": (two_ways(lambda m, x: m.out(m.rnn(x)[1].transpose(0, 1).reshape(len(x), -1))), "features", False),
    "mean": (gru(lambda m, x: m.out(m.rnn(x)[0].mean(1))), "features", False),
    "largest": (gru(lambda m, x: m.out(m.rnn(x)[0].max(1)[0])), "features", False),
    "relu": (gru(lambda m, x: m.out(m.rnn(x)[0].relu())), "features", False),
    "reluOfLast": (gru(lambda m, x: m.out(m.rnn(x)[1][0].relu())), "features", False),
    "twice": (gru(lambda m, x: m.out(m.mid(m.rnn(x)[0]).relu()), mid=nn.Linear(H, H)), "features", False),
    "norm": (gru(lambda m, x: m.out(m.norm(m.rnn(x)[0])), norm=nn.LayerNorm(H)), "features", False),
    "normBefore": (gru(lambda m, x: m.out(m.rnn(m.norm(x))[0]), norm=nn.LayerNorm(I)), "features", False),
    "projected": (gru(lambda m, x: m.out(m.rnn(m.into(x))[0]), into=nn.Linear(I, I)), "features", False),
    "around": (Odd(lambda m, x: m.out(m.rnn(x)[0] + x), rnn=rnn(inputs=H), out=head()), "wide", False),
    "scaledEmbedding": (Odd(lambda m, x: m.out(m.rnn(m.embed(x) * 2)[0]), embed=nn.Embedding(V, I), rnn=rnn(), out=head()), "tokens", False),
    "tied": (tied(), "tokens", True),
    "tiedWithBias": (tied(True), "tokens", True),
    "oneNumberALine": (Odd(lambda m, x: m.out(m.rnn(x)[0][:, -1])[:, 0], rnn=rnn(), out=head(H, 1)), "features", False),
    "oneNumberAStep": (Odd(lambda m, x: m.out(m.rnn(x)[0])[..., 0], rnn=rnn(), out=head(H, 1)), "features", False),
    "flatHead": (gru(lambda m, x: m.out(m.rnn(x)[0].reshape(-1, H)).reshape(len(x), -1, O)), "features", True),
    "probabilities": (gru(lambda m, x: m.out(m.rnn(x)[0]).softmax(-1).log().exp()), "features", False),
    "reluAfter": (gru(lambda m, x: m.out(m.rnn(x)[0]).relu()), "features", False),
    "reluCell": (Odd(lambda m, x: m.out(m.rnn(x)[0]), rnn=rnn(nn.RNN, nonlinearity="relu"), out=head()), "features", False),
    "learnedBeginning": (with_beginning(), "features", False),
    "otherSizes": (
        Odd(lambda m, x: m.out(m.top(m.rnn(x)[0])[0]), rnn=rnn(), top=nn.GRU(H, 4, batch_first=True), out=head(4)),
        "features",
        True,
    ),
    "otherCells": (
        Odd(lambda m, x: m.out(m.top(m.rnn(x)[0])[0]), rnn=rnn(), top=nn.LSTM(H, H, batch_first=True), out=head()),
        "features",
        False,
    ),
    "sideBySide": (
        Odd(lambda m, x: m.out(m.rnn(x)[0] + m.other(x)[0]), rnn=rnn(), other=rnn(), out=head()),
        "features",
        False,
    ),
}
STATES_TELL = {"twice", "norm", "normBefore", "projected", "tied", "tiedWithBias", "otherSizes", "sideBySide", "learnedBeginning"}
"""Those whose state dict shows what they are; of the others it is that of a usual network."""


class Told:
    """What `write` asks of a case."""

    def __init__(self, reads, input):
        self.reads, self.input = reads, input


def read_by(reads):
    random = numpy.random.default_rng(7)
    if reads == "tokens":
        return Told("tokens", random.integers(0, V, (B, T)))
    return Told("features", random.normal(0, 1, (B, T, H if reads == "wide" else I)).astype("float32"))


def from_pytorch(folder):
    for name, (network, reads, known) in EXPORTED.items():
        torch.manual_seed(3)
        told = read_by(reads)
        network.eval()
        x = torch.tensor(told.input)
        with torch.no_grad():
            answer = network(x)
        place = "every" if answer.ndim == 3 else "last"
        if answer.ndim == 2 and answer.shape == (B, T):
            place, answer = "every", answer[..., None]
        elif answer.ndim == 1:
            answer = answer[:, None]
        for folds in (True, False):
            path = folder / f"{name}{'' if folds else 'Unfolded'}.odd.onnx"
            axes = {"x": {0: "batch", 1: "steps"}}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                torch.onnx.export(
                    network, (x,), path, input_names=["x"], dynamic_axes=axes, opset_version=17, dynamo=False, do_constant_folding=folds
                )
            write(path, told, name, known=known and folds, **{place: answer})
        if name in STATES_TELL:
            path = folder / f"{name}.odd.safetensors"
            save_model(network, path)
            may = name in ("tied", "tiedWithBias")
            write(path, told, name, known=may, **{place: answer})


def other_names(folder):
    """State dicts with names that tell little, and of cells."""
    told = read_by("tokens")
    for name in ("lookup", "tok", "table"):
        network = nn.ModuleDict({name: nn.Embedding(V, I), "rnn": rnn(), "out": head()})
        with torch.no_grad():
            answers = {"every": network["out"](network["rnn"](network[name](torch.tensor(told.input)))[0])}
            answers["last"] = answers["every"][:, -1]
        path = folder / f"{name}.odd.safetensors"
        save_file(network.state_dict(), path)
        write(path, told, name, known=True, **answers)
    told = read_by("features")
    cell = nn.ModuleDict({"cell": nn.GRUCell(I, H), "out": head()})
    path = folder / "cell.odd.safetensors"
    save_file(cell.state_dict(), path)
    write(path, told, "GRUCell", known=False)


def onnx_nodes(folder):
    """What no exporter of PyTorch writes."""
    kinds = {
        "reversed": ("GRU", {"direction": "reverse"}),
        "exchangedActivations": ("GRU", {"activations": ["Tanh", "Sigmoid"]}),
        "sigmoidCell": ("RNN", {"activations": ["Sigmoid"]}),
        "coupled": ("LSTM", {"input_forget": 1}),
        "clipped": ("GRU", {"clip": 0.5}),
        "batchFirst": ("GRU", {"layout": 1}),
        "givenActivations": ("LSTM", {"activations": ["Sigmoid", "Tanh", "Tanh"]}),
    }
    for name, (op, attributes) in kinds.items():
        case, graph = Case(0), Graph()
        told = read_by("features")
        gates = {"GRU": 3, "LSTM": 4, "RNN": 1}[op]
        weights = [graph.weight(case.draw(1, gates * H, size)) for size in (I, H)]
        turned = "x" if name == "batchFirst" else graph.add("Transpose", ["x"], perm=[1, 0, 2])
        every, _ = graph.add(op, [turned, *weights], 2, hidden_size=H, **attributes)[:2]
        axis, place = (2, [0, 0, 1, 2]) if name == "batchFirst" else (1, [0, 1, 2])
        squeezed = graph.add("Squeeze", [every, graph.weight(numpy.array([axis]))])
        back = squeezed if name == "batchFirst" else graph.add("Transpose", [squeezed], perm=[1, 0, 2])
        out = graph.add("MatMul", [back, graph.weight(case.draw(H, O))])
        kind = onnx.TensorProto.FLOAT
        model = helper.make_model(
            helper.make_graph(
                graph.nodes,
                "network",
                [helper.make_tensor_value_info("x", kind, ["B", "T", I])],
                [helper.make_tensor_value_info(out, kind, ["B", "T", O])],
                graph.weights,
            ),
            opset_imports=[helper.make_opsetid("", 17)],
            ir_version=8,
        )
        path = folder / f"{name}.odd.onnx"
        onnx.save(model, path)
        answers = {}
        if name == "givenActivations":
            import onnxruntime

            session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
            answers["every"] = session.run([out], {"x": told.input})[0]
        write(path, told, name, known=name == "givenActivations", **answers)


def keras_networks():
    """Name -> (layers, what they read, whether they have to be read)."""
    steps = {"return_sequences": True}
    ways = layers.Bidirectional
    return {
        "reluGru": ([layers.GRU(H, activation="relu"), layers.Dense(O)], "features", False),
        "hardGru": ([layers.GRU(H, recurrent_activation="hard_sigmoid"), layers.Dense(O)], "features", False),
        "linearRnn": ([layers.SimpleRNN(H, activation="linear"), layers.Dense(O)], "features", False),
        "backwards": ([layers.LSTM(H, go_backwards=True), layers.Dense(O)], "features", False),
        "summedWays": ([ways(layers.GRU(H), merge_mode="sum"), layers.Dense(O)], "features", False),
        "meanWays": ([ways(layers.LSTM(H, **steps), merge_mode="ave"), ways(layers.LSTM(H)), layers.Dense(O)], "features", False),
        "otherBackward": (
            [ways(layers.GRU(H), backward_layer=layers.GRU(H, go_backwards=True, activation="relu")), layers.Dense(O)],
            "features",
            False,
        ),
        "mixedResets": ([layers.GRU(H, reset_after=False, **steps), layers.GRU(H), layers.Dense(O)], "features", False),
        "mixedCells": ([layers.GRU(H, **steps), layers.LSTM(H), layers.Dense(O)], "features", False),
        "mixedWays": ([ways(layers.GRU(H, **steps)), layers.GRU(H), layers.Dense(O)], "features", False),
        "maskedZero": ([layers.Embedding(V, I, mask_zero=True), layers.GRU(H), layers.Dense(O)], "tokens", True),
        "eachStep": ([layers.GRU(H, **steps), layers.TimeDistributed(layers.Dense(O))], "features", True),
        "twice": ([layers.GRU(H), layers.Dense(H, activation="relu"), layers.Dense(O)], "features", False),
        "denseBefore": ([layers.Dense(I), layers.GRU(H)], "features", False),
        "denseBetween": ([layers.GRU(H, **steps), layers.Dense(H), layers.GRU(H)], "features", False),
        "reluBetween": ([layers.GRU(H), layers.Activation("relu"), layers.Dense(O)], "features", False),
        "softmaxBetween": ([layers.GRU(H), layers.Softmax(), layers.Dense(O)], "features", False),
        "reluAfter": ([layers.GRU(H), layers.Dense(O, activation="relu")], "features", False),
        "reluBehind": ([layers.GRU(H), layers.Dense(O), layers.Activation("relu")], "features", False),
        "masking": ([layers.Masking(0.0), layers.GRU(H), layers.Dense(O)], "features", True),
        "flat": ([layers.GRU(H, **steps), layers.Flatten(), layers.Dense(O)], "features", False),
        "reshaped": ([layers.GRU(H, **steps), layers.Reshape((T * H,)), layers.Dense(O)], "features", False),
        "mean": ([layers.GRU(H, **steps), layers.GlobalAveragePooling1D(), layers.Dense(O)], "features", False),
        "normed": ([layers.GRU(H, **steps), layers.LayerNormalization(), layers.GRU(H), layers.Dense(O)], "features", False),
        "noisy": ([layers.GaussianNoise(0.1), layers.GRU(H), layers.Dense(O)], "features", True),
        "spatialDropout": ([layers.SpatialDropout1D(0.1), layers.GRU(H), layers.Dense(O)], "features", True),
        "doublePrecision": ([layers.GRU(H, dtype="float64"), layers.Dense(O, dtype="float64")], "features", True),
        "namedByHand": ([layers.GRU(H, name="memory", **steps), layers.GRU(H, name="gru"), layers.Dense(O, name="gru_1")], "features", True),
        "noHead": ([layers.GRU(H)], "features", True),
        "legacyLstm": ([layers.RNN(layers.LSTMCell(H)), layers.Dense(O)], "features", False),
        "statefulUnrolled": ([layers.LSTM(H, unroll=True, **steps), layers.Dense(O, activation="softmax")], "features", True),
    }


def from_keras(folder):
    random = numpy.random.default_rng(5)
    for name, (parts, reads, known) in keras_networks().items():
        told = read_by(reads)
        if name == "maskedZero":  # what it masks is padding, of which a sequence has none here
            told.input[told.input == 0] = 1
        given = layers.Input((T,), dtype="int32") if reads == "tokens" else layers.Input((T, I))
        network = keras.Sequential([given, *parts])
        for weight in network.weights:
            weight.assign(random.normal(0, 0.3, weight.shape))
        path = folder / f"{name}.odd.keras"
        network.save(path)
        if getattr(network.layers[-1], "activation", None) is keras.activations.softmax:
            network.layers[-1].activation = keras.activations.linear
        x = told.input.astype("int32") if reads == "tokens" else told.input
        answer = numpy.asarray(network(x, training=False).detach())
        hidden = {"hidden": True} if name == "noHead" else {}
        write(path, told, name, known=known, **hidden, **{"every" if answer.ndim == 3 else "last": answer})


def skipping(folder):
    """A Functional model whose layers are not one behind the other."""
    told = read_by("wide")
    x = layers.Input((T, H))
    first = layers.GRU(H, return_sequences=True)(x)
    for name, second in (("skipped", x), ("shared", None)):
        if name == "skipped":
            layers.GRU(H, return_sequences=True)(first)
            both = [layers.Dense(O)(first), layers.GRU(H)(x)]
            network = keras.Model(x, both)
        else:
            shared = layers.GRU(H, return_sequences=True)
            network = keras.Model(x, layers.Dense(O)(shared(shared(x))))
        path = folder / f"{name}.odd.keras"
        network.save(path)
        answers = {} if name == "skipped" else {"every": numpy.asarray(network(told.input, training=False).detach())}
        write(path, told, name, known=False, **answers)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for make in (from_pytorch, other_names, onnx_nodes, from_keras, skipping):
        make(folder)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
