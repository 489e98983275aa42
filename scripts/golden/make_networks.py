"""Small networks as each framework saves them, with what it answers: `python scripts/golden/make_networks.py`.

Writes scripts/golden/networks/: NAME.safetensors (PyTorch 2.13), NAME.keras (Keras 3.15), NAME.onnx (PyTorch's exporter),
each with NAME.FORMAT.json: input and output before any activation, batch first.
"""

import json
import os
import pathlib

import numpy
import torch
from safetensors.torch import save_file, save_model
from torch import nn

os.environ["KERAS_BACKEND"] = "torch"
import keras  # noqa: E402
from keras import layers  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent / "networks"


class Tagger(nn.Module):
    """As people write it: other names than ours, dropout, batch first."""

    def __init__(self, kind, two_ways):
        super().__init__()
        self.embed = nn.Embedding(11, 4)
        self.encoder = kind(4, 5, num_layers=2, bidirectional=two_ways, batch_first=True, dropout=0.1)
        self.fc = nn.Linear(10 if two_ways else 5, 11)

    def forward(self, tokens):
        return self.fc(self.encoder(self.embed(tokens))[0])


class Tied(nn.Module):
    """The head is the embedding, under a name that tells nothing; `save_model` writes it once."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(11, 4)
        self.rnn = nn.GRU(4, 4, batch_first=True)
        self.out = nn.Linear(4, 11)
        self.out.weight = self.table.weight

    def forward(self, tokens):
        return self.out(self.rnn(self.table(tokens))[0])


class Regressor(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 6, batch_first=True)
        self.out = nn.Linear(6, 1)

    def forward(self, x):
        return self.out(self.rnn(x)[0][:, -1])


def write(name, inputs, outputs):
    values = {key: {"shape": list(one.shape), "data": one.flatten().tolist()} for key, one in (("input", inputs), ("output", outputs))}
    (FOLDER / f"{name}.json").write_text(json.dumps(values) + "\n")


def from_pytorch(name, module, inputs):
    module.eval()
    with torch.no_grad():
        outputs = module(inputs)
    save_file(module.state_dict(), FOLDER / f"{name}.safetensors")
    write(f"{name}.safetensors", inputs.numpy(), outputs.numpy())
    axes = {"x": {0: "batch", 1: "steps"}}
    torch.onnx.export(
        module, (inputs,), FOLDER / f"{name}.onnx", input_names=["x"], dynamic_axes=axes, opset_version=14, dynamo=False
    )
    write(f"{name}.onnx", inputs.numpy(), outputs.numpy())


def from_save_model(name, module, inputs):
    with torch.no_grad():
        outputs = module(inputs)
    save_model(module, FOLDER / f"{name}.safetensors")
    write(f"{name}.safetensors", inputs.numpy(), outputs.numpy())


def from_keras(name, network, inputs):
    for weight in network.weights:
        weight.assign(numpy.random.default_rng(len(weight.path)).normal(0, 0.4, weight.shape))
    network.save(FOLDER / f"{name}.keras")
    bare = keras.models.clone_model(network)
    bare.set_weights(network.get_weights())
    top = bare.layers[-1]
    getattr(top, "layer", top).activation = keras.activations.linear
    write(f"{name}.keras", inputs, numpy.asarray(bare.predict(inputs, verbose=0)))


def main():
    FOLDER.mkdir(exist_ok=True)
    torch.manual_seed(1)
    tokens = torch.randint(0, 11, (2, 6))
    from_pytorch("gruTagger", Tagger(nn.GRU, True), tokens)
    from_pytorch("lstmTagger", Tagger(nn.LSTM, False), tokens)
    from_pytorch("rnnRegressor", Regressor(), torch.randn(2, 6, 3))
    from_save_model("tied", Tied(), tokens)
    ids, features = tokens.numpy().astype("int32"), numpy.random.default_rng(1).normal(0, 1, (2, 6, 3)).astype("float32")
    sequential = keras.Sequential
    gru = [layers.Input((None,), dtype="int32"), layers.Embedding(11, 4), layers.GRU(5, return_sequences=True)]
    from_keras("gru", sequential([*gru, layers.Dropout(0.2), layers.GRU(3), layers.Dense(2, activation="softmax")]), ids)
    before = layers.Bidirectional(layers.GRU(5, reset_after=False, return_sequences=True))
    from_keras("gruResetBefore", sequential([layers.Input((None, 3)), before, layers.Dense(2)]), features)
    from_keras("lstm", sequential([layers.Input((None, 3)), layers.LSTM(5), layers.Dense(1, activation="sigmoid")]), features)
    doubles = [layers.LSTM(5, return_sequences=True, dtype="float64"), layers.Dense(2, activation="softmax", dtype="float64")]
    from_keras("eachStep", sequential([layers.Input((None, 3)), doubles[0], layers.TimeDistributed(doubles[1])]), features)
    from_keras("simpleRnn", sequential([layers.Input((None, 3)), layers.SimpleRNN(5), layers.Dense(2)]), features)


if __name__ == "__main__":
    main()
