"""Golden cases from PyTorch and Keras: writes the JSON files beside this file, one for each subject in `subjects`.

Run by hand, in about a minute; the tests read the JSON and need no Python:

    python3 -m venv golden-venv
    golden-venv/bin/pip install torch==2.13.0 keras==3.15.1
    golden-venv/bin/python scripts/golden/make_golden.py            # or with subjects: … gru losses

Running it again gives the same files. Parameters and inputs are float32 values. Everything expected is computed from
them in float64 and rounded to nine significant digits, so the error of a float32 engine is its own.

A file is a list of { "name", "case", "expected" }. `case` is what `npm run conformance` reads:

    "model": { "cell": "gru" | "lstm" | "rnn" | "fourGate", "resetAfter": true | false (only gru), "inputSize": I,
               "hiddenSize": H, "layers": L, "bidirectional": false,
               "head": { "size": O, "at": "every" | "last" } }
    "params": { name: { "shape", "data" } }
    "x": features [B, T, I]
    "lengths": B numbers of valid steps, at least 1; optional
    "y": class ids [B, T] or [B]; for the other two losses targets [B, T, O] or [B, O]
    "loss": "crossEntropy" | "meanSquaredError" | "binaryCrossEntropy"
    "labelSmoothing": number, "classWeights": O numbers; optional, for crossEntropy
    "optimizer": { "type": "adam" | "adamw", "learningRate", "beta1", "beta2", "epsilon", "weightDecay" }
               | { "type": "sgd", "learningRate", "momentum", "nesterov", "weightDecay" }
               | { "type": "rmsprop", "learningRate", "alpha", "epsilon", "momentum", "weightDecay" }
    "clipNorm", "clipValue": numbers; optional, the norm is clipped first
    "steps": 10

Optimizers are PyTorch's: the weight decay of adam, sgd and rmsprop is added to the gradient (after clipping), that of
adamw to the update, and a field that is missing has PyTorch's default (adamw's weight decay is then 0.01).

Token inputs are an addition, where `x` holds token ids [B, T]:

    "model": { "input": { "kind": "embedding", "vocabularySize": V, "size": E }, "inputSize": E, … }
    "model": { "input": { "kind": "oneHot", "vocabularySize": V }, "inputSize": V, … }

Parameters have PyTorch's names and shapes. `embedding.weight` is [V, E] and `head.weight` [O, directions·H]; layers
above the first are `_l1`, `_l2`, and the reverse direction is `_l0_reverse`. The GRU with its reset before the product
has no `bias_hh`. The four-gate cell has `weight_i_l0 [I, H + I]`, `weight_f_l0` and `weight_c_l0 [H, H + I]`,
`weight_o_l0 [H, 2H]`, and a bias for each.

`expected` is what `npm run conformance` prints:

    "outputs": [B, T, O] or [B, O], before any softmax or sigmoid
    "hidden": [L·directions, T, B, H], at layer·directions + direction; at t what was computed from x[t]
    "loss": the mean over valid positions, and over the O outputs where the targets are per output
    "gradients": of that loss before clipping, by parameter, and "x", which is missing for token ids
    "losses": before each of the steps

A step t >= length carries the state through, in every layer: there, `hidden` is the last valid state of the forward
direction, and zero in the reverse direction, which has not begun; `outputs` at every step are the head of that. `at`
"last" reads the forward direction at the last valid step and the reverse direction at 0. The padding in `x` and `y` is
random numbers, and has no influence on any valid position.

Where the numbers come from: `networks` (nn.GRU, nn.LSTM and nn.RNN on packed sequences; Keras' GRU for the reset before
the product), and `cells` for the four-gate cell, which no framework has. All the others are compared with `cells`.

Symbols: B batch, T time steps, I input size, H hidden units, L layers, O outputs, V vocabulary size, E embedding size.
"""

import json
import pathlib
import sys

from subjects import SUBJECTS


def main():
    for subject in sys.argv[1:] or SUBJECTS:
        print(f"{subject}:")
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in SUBJECTS[subject]())
        path = pathlib.Path(__file__).with_name(f"{subject}.json")
        path.write_text(f"[\n{lines}\n]\n")
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
