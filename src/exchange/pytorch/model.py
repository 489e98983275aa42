"""A network of the GRU playground, in plain PyTorch.

    import model
    network = model.load("model.safetensors")
    outputs, states = network(torch.tensor([[0, 1, 2]]))

What it is (`network.config`) and what its numbers mean (`network.meaning`: the symbol of each token id, the names of
classes, how numbers are scaled) stand in the metadata of the safetensors file. Beside the file:

    python model.py                      compares the network with check.json
    python model.py generate "Once" 200  goes on with a text, where the network predicts the next symbol

Symbols: B sequences, T steps, I inputs of a layer, H hidden units, D directions, O outputs.
"""

import json
import pathlib
import struct
import sys

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

OWN = {"gru": nn.GRU, "lstm": nn.LSTM, "rnn": nn.RNN}
"""Cells that PyTorch has."""


class Network(nn.Module):
    """Embedding, one-hot symbols or features -> recurrent layers -> linear head."""

    def __init__(self, config, meaning=None):
        super().__init__()
        self.config, self.meaning = config, meaning or {}
        given = config["input"]
        if given["kind"] == "embedding":
            self.embedding = nn.Embedding(given["vocabularySize"], given["size"])
        self.rnn = recurrent_layers(config)
        self.head = nn.Linear(directions(config) * config["hiddenSizes"][-1], config["head"]["size"])

    def forward(self, x, lengths=None, states=None):
        """x: token ids [B, T], or scaled features [B, T, I]; lengths: the valid steps of each sequence [B], or all.

        Returns the outputs before any softmax, [B, T, O] at every step or [B, O] after the last valid one, and the
        states, which a next call goes on from."""
        kind = self.config["input"]["kind"]
        if kind == "embedding":
            x = self.embedding(x)
        elif kind == "oneHot":
            x = nn.functional.one_hot(x, self.config["input"]["vocabularySize"]).to(self.head.weight.dtype)
        outputs, last, states = run(self.rnn, x, lengths, states)
        return self.head(outputs if self.config["head"]["at"] == "every" else last), states

    def predict(self, x):
        """Probabilities of the classes, or the numbers in their own units.

        Where `meaning["outputs"]` is empty they stay as the network answers: what was forecast is a change, a logarithm
        or scaled series by series, which a shift and a scale do not undo, or nobody knows."""
        with torch.no_grad():
            outputs, _ = self(x)
        loss = self.config["loss"]["kind"]
        if loss != "meanSquaredError":
            return outputs.softmax(-1) if loss == "crossEntropy" else outputs.sigmoid()
        scaling = self.meaning.get("outputs") or []
        for o, one in enumerate(scaling):
            outputs[..., o] = outputs[..., o] * one["scale"] + one["shift"]
        return outputs

    def generate(self, beginning, count, temperature=1.0, seed=None):
        """`count` token ids after `beginning`, a list of them, each drawn from what the network expects next."""
        generator = torch.Generator()
        generator.manual_seed(torch.seed() if seed is None else seed)
        written, states, read = [], None, torch.tensor([beginning])
        with torch.no_grad():
            for _ in range(count):
                outputs, states = self(read, None, states)
                scores = outputs[0, -1].double()
                if temperature == 0:
                    token = int(scores.argmax())
                else:
                    odds = (scores / temperature).softmax(0)
                    token = int(torch.multinomial(odds.cpu(), 1, generator=generator))
                written.append(token)
                read = torch.tensor([[token]])
        return written


def directions(config):
    return 2 if config["bidirectional"] else 1


def input_size(config):
    given = config["input"]
    return given["vocabularySize"] if given["kind"] == "oneHot" else given["size"]


def suffixes(config, layer):
    return [f"_l{layer}", f"_l{layer}_reverse"][: directions(config)]


def recurrent_layers(config):
    """PyTorch's own module where it has one for all layers, else `Layers`; with the same names of parameters."""
    sizes, cell = config["hiddenSizes"], config["cell"]
    if cell not in OWN or len(set(sizes)) > 1 or config["recurrentDropout"] > 0:
        return Layers(config)
    return OWN[cell](
        input_size(config),
        sizes[0],
        len(sizes),
        batch_first=True,
        dropout=config["dropout"] if len(sizes) > 1 else 0.0,
        bidirectional=config["bidirectional"],
    )


def run(rnn, x, lengths, states):
    """x [B, T, I] -> outputs [B, T, D H], those after the last valid step [B, D H], and the states."""
    if isinstance(rnn, Layers):
        return rnn(x, lengths, states)
    read = x
    if lengths is not None:
        read = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
    outputs, states = rnn(read, states)
    if lengths is not None:
        outputs, _ = pad_packed_sequence(outputs, batch_first=True, total_length=x.shape[1])
    h = states[0] if isinstance(states, tuple) else states
    return outputs, torch.cat(list(h[-2 if rnn.bidirectional else -1 :]), 1), states


class Layers(nn.Module):
    """Layers step by step: cells that PyTorch does not have, layers of different sizes, variational dropout.

    A step that is not valid carries the states through. The reverse direction runs from T - 1 down to 0."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        below = input_size(config)
        for layer, hidden in enumerate(config["hiddenSizes"]):
            for suffix in suffixes(config, layer):
                for name, shape in SHAPES[config["cell"]](below, hidden).items():
                    values = torch.empty(shape).uniform_(-(hidden**-0.5), hidden**-0.5)
                    self.register_parameter(name + suffix, nn.Parameter(values))
            below = hidden * directions(config)

    def forward(self, x, lengths=None, states=None):
        after, top = {}, len(self.config["hiddenSizes"]) - 1
        for layer in range(top + 1):
            outputs, last = [], []
            for suffix in suffixes(self.config, layer):
                own, after[suffix] = self.direction(x, lengths, (states or {}).get(suffix), layer, suffix)
                outputs.append(own)
                last.append(after[suffix][0])
            x = torch.cat(outputs, 2)
            if layer < top:
                x = nn.functional.dropout(x, self.config["dropout"], self.training)
        return x, torch.cat(last, 1), after

    def direction(self, x, lengths, states, layer, suffix):
        """One layer in one direction: its outputs [B, T, H], and its states after the last step."""
        hidden, cell = self.config["hiddenSizes"][layer], self.config["cell"]
        w = {name: getattr(self, name + suffix) for name in SHAPES[cell](1, 1)}
        zeros = x.new_zeros(x.shape[0], hidden)
        states = states or [zeros] * (2 if cell == "lstm" else 1)
        mask = nn.functional.dropout(torch.ones_like(zeros), self.config["recurrentDropout"], self.training)
        from_x = x if cell == "fourGate" else nn.functional.linear(x, w["weight_ih"], w["bias_ih"])
        outputs = [zeros] * x.shape[1]
        for t in reversed(range(x.shape[1])) if suffix.endswith("_reverse") else range(x.shape[1]):
            new = STEPS[cell](w, from_x[:, t], states[0] * mask, *states)
            if lengths is not None:
                valid = (t < lengths.to(x.device)).unsqueeze(1)
                new = [torch.where(valid, one, before) for one, before in zip(new, states)]
            states = new
            outputs[t] = states[0]
        return torch.stack(outputs, 1), list(states)


# One step of each cell: the weights of a layer, its part from x (x itself for the four-gate cell), h as it enters
# products, and the states before. Gives the states after, h first.


def gru_step(w, a, inside, h):
    a_r, a_z, a_n = a.chunk(3, 1)
    h_r, h_z, q = nn.functional.linear(inside, w["weight_hh"], w["bias_hh"]).chunk(3, 1)
    r, z = torch.sigmoid(a_r + h_r), torch.sigmoid(a_z + h_z)
    n = torch.tanh(a_n + r * q)
    return [(1 - z) * n + z * h]


def gru_reset_before_step(w, a, inside, h):
    """arXiv 1406.1078v1, Keras' reset_after=False: one bias, and r before the product."""
    a_r, a_z, a_n = a.chunk(3, 1)
    w_r, w_z, w_n = w["weight_hh"].chunk(3)
    r = torch.sigmoid(a_r + inside @ w_r.T)
    z = torch.sigmoid(a_z + inside @ w_z.T)
    n = torch.tanh(a_n + (r * inside) @ w_n.T)
    return [(1 - z) * n + z * h]


def four_gate_step(w, x, inside, h):
    """An input, a forget and an output gate around a candidate, whose bias stands outside of its tanh."""
    both = torch.cat([inside, x], 1)
    i = torch.sigmoid(both @ w["weight_i"].T + w["bias_i"])
    f = torch.sigmoid(both @ w["weight_f"].T + w["bias_f"])
    c = torch.tanh(torch.cat([inside * (1 - f), x * i], 1) @ w["weight_c"].T) + w["bias_c"]
    o = torch.sigmoid(torch.cat([c, inside], 1) @ w["weight_o"].T + w["bias_o"])
    return [o * c + (1 - o) * h]


def lstm_step(w, a, inside, h, c):
    i, f, g, o = (a + nn.functional.linear(inside, w["weight_hh"], w["bias_hh"])).chunk(4, 1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return [torch.sigmoid(o) * torch.tanh(c), c]


def rnn_step(w, a, inside, h):
    return [torch.tanh(a + nn.functional.linear(inside, w["weight_hh"], w["bias_hh"]))]


STEPS = {
    "gru": gru_step,
    "gruResetBefore": gru_reset_before_step,
    "fourGate": four_gate_step,
    "lstm": lstm_step,
    "rnn": rnn_step,
}


def gated(gates, *biases):
    def shapes(inputs, hidden):
        rows = gates * hidden
        return {"weight_ih": (rows, inputs), "weight_hh": (rows, hidden)} | {name: (rows,) for name in biases}

    return shapes


def four_gate_shapes(inputs, hidden):
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


SHAPES = {
    "gru": gated(3, "bias_ih", "bias_hh"),
    "gruResetBefore": gated(3, "bias_ih"),
    "fourGate": four_gate_shapes,
    "lstm": gated(4, "bias_ih", "bias_hh"),
    "rnn": gated(1, "bias_ih", "bias_hh"),
}


TYPES = {"F32": torch.float32, "F64": torch.float64, "I32": torch.int32}


def read_safetensors(path):
    """The tensors by name, and the metadata: https://github.com/huggingface/safetensors has the form."""
    data = bytearray(pathlib.Path(path).read_bytes())
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, one in header.items():
        begin, end = (8 + length + offset for offset in one["data_offsets"])
        kind = TYPES[one["dtype"]]
        values = torch.frombuffer(data[begin:end], dtype=kind) if end > begin else torch.empty(0, dtype=kind)
        tensors[name] = values.reshape(one["shape"])
    return tensors, metadata


def write_safetensors(path, tensors, metadata):
    tensors = {name: one.detach().cpu().float().contiguous() for name, one in tensors.items()}
    header, end = {"__metadata__": metadata}, 0
    for name, one in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(one.shape), "data_offsets": [end, end + 4 * one.numel()]}
        end += 4 * one.numel()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for one in tensors.values():
            file.write(one.numpy().tobytes())


def load(path="model.safetensors"):
    """The network of a file, ready to predict."""
    tensors, metadata = read_safetensors(path)
    network = Network(json.loads(metadata["config"]), json.loads(metadata.get("meaning", "{}")))
    network.load_state_dict(tensors)
    return network.eval()


def compare(folder):
    """The largest difference between this network's outputs and those in check.json."""
    check = json.loads((folder / "check.json").read_text())
    kind = torch.float32 if len(check["input"]["shape"]) == 3 else torch.int64
    x = torch.tensor(check["input"]["data"], dtype=kind).reshape(check["input"]["shape"])
    with torch.no_grad():
        outputs, _ = load(folder / "model.safetensors")(x)
    expected = torch.tensor(check["output"]["data"]).reshape(check["output"]["shape"])
    return float((outputs - expected).abs().max())


def continue_text(folder, beginning, count):
    network = load(folder / "model.safetensors")
    symbols = network.meaning.get("vocabulary") or []
    if len(symbols) != network.config["head"]["size"] or network.config["head"]["at"] != "every":
        raise SystemExit("This network does not predict the next symbol.")
    # A vocabulary with a symbol of several characters is one of words, which stand apart.
    words = any(len(symbol) > 1 and symbol.isalnum() for symbol in symbols)
    given = beginning.split() if words else list(beginning)
    unknown = [symbol for symbol in given if symbol not in symbols]
    if unknown or not given:
        raise SystemExit(f"The network knows no symbol {unknown[0]!r}." if unknown else "Give a beginning.")
    ids = network.generate([symbols.index(symbol) for symbol in given], count)
    return (" " if words else "").join(given + [symbols[i] for i in ids])


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    if sys.argv[1:2] == ["generate"] and len(sys.argv) in (3, 4):
        print(continue_text(here, sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else 200))
    elif len(sys.argv) == 1:
        print(f"The largest difference from check.json is {compare(here):.1e}.")
    else:
        raise SystemExit('Usage: python model.py [generate "BEGINNING" [COUNT]]')
