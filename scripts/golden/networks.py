"""The networks: embedding, one-hot or features -> recurrent layers -> linear head.

The recurrent layers are PyTorch's or Keras', on padded batches with lengths: PyTorch packs them, Keras masks them. Each
class here takes x [B, T, I] and lengths [B] or None, and gives what `cells.recurrence` gives: the states of every layer
and direction [L·directions, T, B, H] and the top layer's last ones [B, directions·H].
"""

import os

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

import cells

os.environ["KERAS_BACKEND"] = "torch"  # so that PyTorch's autograd gives the gradients
import keras  # noqa: E402
from keras.src.backend.common import dtypes  # noqa: E402

keras.config.set_floatx("float64")
# Keras' products turn float64 into float32 all the same (github.com/keras-team/keras/issues/23704), by this table.
dtypes.BIT64_TO_BIT32_DTYPE["float64"] = "float64"


class Network(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model
        if self.input_kind() == "embedding":
            self.embedding = torch.nn.Embedding(model["input"]["vocabularySize"], model["inputSize"])
        self.recurrent = recurrent_layers(model)
        directions = 1 + model["bidirectional"]
        self.head = torch.nn.Linear(directions * model["hiddenSize"], model["head"]["size"])

    def input_kind(self):
        return self.model.get("input", {}).get("kind", "features")

    def forward(self, x, lengths, by_hand=False):
        """Outputs [B, T, O] or [B, O], and the states. `by_hand` goes through the equations in `cells`."""
        if self.input_kind() == "embedding":
            x = self.embedding(x)
        elif self.input_kind() == "oneHot":
            x = torch.nn.functional.one_hot(x, self.model["inputSize"]).double()
        if by_hand:
            states, last = cells.recurrence(self.model, self.named(), x, lengths)
        else:
            states, last = self.recurrent(x, lengths)
        if self.model["head"]["at"] == "last":
            return self.head(last), states
        top = states[-1 - self.model["bidirectional"] :]  # [directions, T, B, H]
        return self.head(top.permute(2, 1, 0, 3).flatten(2)), states

    def named(self):
        """Parameters by their names in the case."""
        return {name.removeprefix("recurrent.").removeprefix("rnn."): p for name, p in self.named_parameters()}


def recurrent_layers(model):
    if model["cell"] == "fourGate":
        return ByHand(model)
    return Keras(model) if model.get("resetAfter") is False else Torch(model)


class Torch(torch.nn.Module):
    """nn.GRU, nn.LSTM, nn.RNN."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.rnn = self.create(model["layers"])

    def create(self, layers):
        kind = {"gru": torch.nn.GRU, "lstm": torch.nn.LSTM, "rnn": torch.nn.RNN}[self.model["cell"]]
        sizes = (self.model["inputSize"], self.model["hiddenSize"], layers)
        return kind(*sizes, batch_first=True, bidirectional=self.model["bidirectional"])

    def forward(self, x, lengths):
        """PyTorch tells the states of the top layer only. Those of a lower layer are the top of a lower network."""
        below = [self.run(self.lower(layers), x, lengths)[0].detach() for layers in range(1, self.model["layers"])]
        top, last = self.run(self.rnn, x, lengths)
        return torch.cat([*below, top]), last

    def lower(self, layers):
        lower = self.create(layers).double()
        weights = self.rnn.state_dict()
        lower.load_state_dict({key: weights[key] for key in lower.state_dict()})
        return lower

    def run(self, rnn, x, lengths):
        if lengths is None:
            h, last = rnn(x)
        else:
            packed, last = rnn(pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False))
            h, _ = pad_packed_sequence(packed, batch_first=True, total_length=x.shape[1])
        directions = list(h.chunk(1 + self.model["bidirectional"], 2))
        if lengths is not None:
            # Padding holds zeros, as the reverse direction carries through it. The forward one carries its last state.
            steps = torch.minimum(torch.arange(x.shape[1]), lengths.unsqueeze(1) - 1)
            directions[0] = directions[0].gather(1, steps.unsqueeze(2).expand_as(directions[0]))
        last = last[0] if isinstance(last, tuple) else last  # of (h, c)
        return torch.stack(directions).transpose(1, 2), torch.cat(list(last[-len(directions) :]), 1)


class Named(torch.nn.Module):
    """Parameters for cells that PyTorch lacks, in its manner of names and with its initial values."""

    def __init__(self, model, shapes):
        """`shapes`: input size -> { name: shape } for one layer in one direction."""
        super().__init__()
        self.model = model
        self.suffixes = []
        hidden = model["hiddenSize"]
        for layer in range(model["layers"]):
            inputs = model["inputSize"] if layer == 0 else hidden * (1 + model["bidirectional"])
            for suffix in [f"_l{layer}", f"_l{layer}_reverse"][: 1 + model["bidirectional"]]:
                self.suffixes.append(suffix)
                for name, shape in shapes(inputs).items():
                    values = torch.empty(shape).uniform_(-(hidden**-0.5), hidden**-0.5)
                    self.register_parameter(name + suffix, torch.nn.Parameter(values))


class Keras(Named):
    """Keras' GRU with reset_after=False, one Keras layer for each layer and direction."""

    def __init__(self, model):
        hidden = model["hiddenSize"]
        super().__init__(
            model,
            lambda inputs: {
                "weight_ih": (3 * hidden, inputs),
                "weight_hh": (3 * hidden, hidden),
                "bias_ih": (3 * hidden,),
            },
        )
        self.keras = []  # in a list, PyTorch does not take their own weights for parameters
        for suffix in self.suffixes:
            layer = keras.layers.GRU(hidden, reset_after=False, return_sequences=True, return_state=True)
            layer.build((None, None, getattr(self, f"weight_ih{suffix}").shape[1]))
            self.keras.append(layer)

    def forward(self, x, lengths):
        states = []
        mask = None if lengths is None else torch.arange(x.shape[1]) < lengths.unsqueeze(1)
        for layer in range(self.model["layers"]):
            directions, last = [], []
            for reverse in range(1 + self.model["bidirectional"]):
                h, final = self.run(len(states) + reverse, x, mask, backwards=reverse == 1)
                directions.append(h)
                last.append(final)
            x = torch.cat(directions, 2)
            states += [h.transpose(0, 1) for h in directions]
        return torch.stack(states), torch.cat(last, 1)

    def run(self, index, x, mask, backwards):
        layer, suffix = self.keras[index], self.suffixes[index]
        weights = [
            keras_gates(getattr(self, f"weight_ih{suffix}")).T,
            keras_gates(getattr(self, f"weight_hh{suffix}")).T,
            keras_gates(getattr(self, f"bias_ih{suffix}")),
        ]
        if backwards:
            x = x.flip(1)
            mask = None if mask is None else mask.flip(1)
        (h, last), _ = layer.stateless_call(weights, layer.non_trainable_variables, x, mask=mask)
        return (h.flip(1) if backwards else h), last


def keras_gates(rows):
    """Rows r, z, n -> z, r, n."""
    r, z, n = rows.chunk(3)
    return torch.cat([z, r, n])


class ByHand(Named):
    """The four-gate cell."""

    def __init__(self, model):
        hidden = model["hiddenSize"]
        super().__init__(
            model,
            lambda inputs: {
                "weight_i": (inputs, hidden + inputs),
                "bias_i": (inputs,),
                "weight_f": (hidden, hidden + inputs),
                "bias_f": (hidden,),
                "weight_c": (hidden, hidden + inputs),
                "bias_c": (hidden,),
                "weight_o": (hidden, 2 * hidden),
                "bias_o": (hidden,),
            },
        )

    def forward(self, x, lengths):
        return cells.recurrence(self.model, dict(self.named_parameters()), x, lengths)
