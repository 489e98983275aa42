"""The networks: embedding, one-hot or features -> recurrent layers -> linear head.

The recurrent layers are PyTorch's or Keras', on padded batches with lengths: PyTorch packs them, Keras masks them. Each
class here takes x [B, T, I], lengths [B] or None and `cells.Conditions`, and gives what `cells.recurrence` gives, of the
states as far as the framework tells them.
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
        self.head = torch.nn.Linear(directions * cells.hidden_sizes(model)[-1], model["head"]["size"])

    def input_kind(self):
        return self.model.get("input", {}).get("kind", "features")

    def vectors(self, x):
        """What the first layer reads, [B, T, I]."""
        if self.input_kind() == "embedding":
            return self.embedding(x)
        if self.input_kind() == "oneHot":
            return torch.nn.functional.one_hot(x, self.model["inputSize"]).double()
        return x

    def forward(self, x, lengths, conditions, by_hand=False):
        """Outputs [B, T, O] or [B, O], and the states. `by_hand` goes through the equations in `cells`."""
        x = self.vectors(x)
        if by_hand or conditions.output_masks or conditions.state_masks or conditions.interventions:
            seen, outputs, last = cells.recurrence(self.model, self.named(), x, lengths, conditions)
        else:
            seen, outputs, last = self.recurrent(x, lengths, conditions)
        return self.head(last if self.model["head"]["at"] == "last" else outputs), seen

    def named(self):
        """Parameters by their names in the case."""
        return {name.removeprefix("recurrent.").removeprefix("rnn."): p for name, p in self.named_parameters()}


def recurrent_layers(model):
    if model["cell"] == "fourGate" or len(set(cells.hidden_sizes(model))) > 1:
        return ByHand(model)
    return Keras(model) if model.get("resetAfter") is False else Torch(model)


class Torch(torch.nn.Module):
    """nn.GRU, nn.LSTM, nn.RNN."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.rnn = self.create(len(cells.hidden_sizes(model)))

    def create(self, layers):
        kind = {"gru": torch.nn.GRU, "lstm": torch.nn.LSTM, "rnn": torch.nn.RNN}[self.model["cell"]]
        sizes = (self.model["inputSize"], cells.hidden_sizes(self.model)[0], layers)
        return kind(*sizes, batch_first=True, bidirectional=self.model["bidirectional"])

    def forward(self, x, lengths, conditions):
        """PyTorch tells the states of the top layer only. Those of a lower layer are the top of a lower network."""
        seen = {}
        for layers in range(1, self.rnn.num_layers):
            lower, _ = self.run(self.lower(layers), x, lengths, conditions)
            seen |= self.by_name(lower, layers - 1)
        top, last = self.run(self.rnn, x, lengths, conditions)
        seen |= self.by_name(top, self.rnn.num_layers - 1)
        if isinstance(last, tuple):  # h and c of all layers and directions
            last, last_c = last
            names = [suffix for layer in range(self.rnn.num_layers) for suffix in cells.suffixes(self.model, layer)]
            seen |= {f"last c{suffix}": c for suffix, c in zip(names, last_c)}
        return seen, torch.cat(top, 2), torch.cat(list(last[-len(top) :]), 1)

    def by_name(self, directions, layer):
        return {f"h{suffix}": h.unbind(1) for suffix, h in zip(cells.suffixes(self.model, layer), directions)}

    def lower(self, layers):
        lower = self.create(layers).double()
        weights = self.rnn.state_dict()
        lower.load_state_dict({key: weights[key] for key in lower.state_dict()})
        return lower

    def initial(self, rnn, conditions):
        """PyTorch's h_0, or (h_0, c_0), or None for zeros."""
        if not conditions.initial:
            return None
        states = [
            torch.stack([conditions.initial[f"{name}_l{layer}"] for layer in range(rnn.num_layers)])
            for name in cells.state_names(self.model)
        ]
        return tuple(states) if len(states) > 1 else states[0]

    def run(self, rnn, x, lengths, conditions):
        initial = self.initial(rnn, conditions)
        if lengths is None:
            h, last = rnn(x, initial)
        else:
            packed, last = rnn(pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False), initial)
            h, _ = pad_packed_sequence(packed, batch_first=True, total_length=x.shape[1])
        directions = list(h.chunk(1 + self.model["bidirectional"], 2))
        if lengths is not None:
            # Padding holds zeros, as the reverse direction carries through it. The forward one carries its last state.
            steps = torch.minimum(torch.arange(x.shape[1]), lengths.unsqueeze(1) - 1)
            directions[0] = directions[0].gather(1, steps.unsqueeze(2).expand_as(directions[0]))
        return directions, last


class Named(torch.nn.Module):
    """Parameters for layers that PyTorch lacks, in its manner of names and with its initial values."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.suffixes = []
        below = model["inputSize"]
        for layer, hidden in enumerate(cells.hidden_sizes(model)):
            for suffix in cells.suffixes(model, layer):
                self.suffixes.append(suffix)
                for name, shape in shapes(model, below, hidden).items():
                    values = torch.empty(shape).uniform_(-(hidden**-0.5), hidden**-0.5)
                    self.register_parameter(name + suffix, torch.nn.Parameter(values))
            below = hidden * (1 + model["bidirectional"])


def shapes(model, inputs, hidden):
    """{ name: shape } for one layer in one direction."""
    if model["cell"] == "fourGate":
        return {
            "weight_i": (inputs, hidden + inputs),
            "bias_i": (inputs,),
            "weight_f": (hidden, hidden + inputs),
            "bias_f": (hidden,),
            "weight_c": (hidden, hidden + inputs),
            "bias_c": (hidden,),
            "weight_o": (hidden, 2 * hidden),
            "bias_o": (hidden,),
        }
    rows = {"gru": 3, "lstm": 4, "rnn": 1}[model["cell"]] * hidden
    matrices = {"weight_ih": (rows, inputs), "weight_hh": (rows, hidden), "bias_ih": (rows,)}
    return matrices if model.get("resetAfter") is False else matrices | {"bias_hh": (rows,)}


class Keras(Named):
    """Keras' GRU with reset_after=False, one Keras layer for each layer and direction."""

    def __init__(self, model):
        super().__init__(model)
        self.keras = []  # in a list, PyTorch does not take their own weights for parameters
        for suffix in self.suffixes:
            hidden = cells.hidden_sizes(model)[0]
            layer = keras.layers.GRU(hidden, reset_after=False, return_sequences=True, return_state=True)
            layer.build((None, None, getattr(self, f"weight_ih{suffix}").shape[1]))
            self.keras.append(layer)

    def forward(self, x, lengths, conditions):
        seen = {}
        mask = None if lengths is None else torch.arange(x.shape[1]) < lengths.unsqueeze(1)
        for layer in range(len(cells.hidden_sizes(self.model))):
            directions, last = [], []
            for suffix in cells.suffixes(self.model, layer):
                h, final = self.run(suffix, x, mask, conditions.initial.get(f"h{suffix}"))
                seen[f"h{suffix}"] = h.unbind(1)
                directions.append(h)
                last.append(final)
            x = torch.cat(directions, 2)
        return seen, x, torch.cat(last, 1)

    def run(self, suffix, x, mask, initial):
        layer = self.keras[self.suffixes.index(suffix)]
        weights = [
            keras_gates(getattr(self, f"weight_ih{suffix}")).T,
            keras_gates(getattr(self, f"weight_hh{suffix}")).T,
            keras_gates(getattr(self, f"bias_ih{suffix}")),
        ]
        backwards = suffix.endswith("reverse")
        if backwards:
            x = x.flip(1)
            mask = None if mask is None else mask.flip(1)
        given = {} if initial is None else {"initial_state": [initial]}
        (h, last), _ = layer.stateless_call(weights, layer.non_trainable_variables, x, mask=mask, **given)
        return (h.flip(1) if backwards else h), last


def keras_gates(rows):
    """Rows r, z, n -> z, r, n."""
    r, z, n = rows.chunk(3)
    return torch.cat([z, r, n])


class ByHand(Named):
    """The four-gate cell, and layers of different sizes."""

    def forward(self, x, lengths, conditions):
        return cells.recurrence(self.model, dict(self.named_parameters()), x, lengths, conditions)
