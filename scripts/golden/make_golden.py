"""Golden cases from PyTorch and Keras: writes the JSON files beside this file, one for each subject in `subjects`.

Run by hand, in about a minute; the tests read the JSON and need no Python:

    python3 -m venv golden-venv
    golden-venv/bin/pip install torch==2.13.0 keras==3.15.1
    golden-venv/bin/python scripts/golden/make_golden.py            # or with subjects: … gru losses

Running it again gives the same files. Parameters and inputs are float32 values. Everything expected is computed from
them in float64 and rounded to nine significant digits, so the error of a float32 engine is its own.

A file is a list of { "name", "case", "expected" }. `case` is what `npm run conformance` reads:

    "model": { "cell": "gru" | "lstm" | "rnn" | "fourGate", "resetAfter": true | false (only gru), "inputSize": I,
               "hiddenSize": H, "layers": L, "bidirectional": false, "dropout": p, "recurrentDropout": p,
               "head": { "size": O, "at": "every" | "last" } }
               or "hiddenSizes": [H, …] instead of "hiddenSize" and "layers"
    "params": { name: { "shape", "data" } }
    "x": features [B, T, I]
    "lengths": B numbers of valid steps, at least 1; optional
    "initial": { "h_l0": [B, H], "c_l0": …, … }: the states to begin with; optional, zeros where there is none
    "carry": true: each step begins in the states that the last one ended in; otherwise each begins in those of "initial"
    "y": class ids [B, T] or [B]; for the other two losses targets [B, T, O] or [B, O]
    "loss": "crossEntropy" | "meanSquaredError" | "binaryCrossEntropy"
    "labelSmoothing": number, "classWeights": O numbers; optional, for crossEntropy
    "optimizer": { "type": "adam" | "adamw", "learningRate", "beta1", "beta2", "epsilon", "weightDecay" }
               | { "type": "sgd", "learningRate", "momentum", "nesterov", "weightDecay" }
               | { "type": "rmsprop", "learningRate", "alpha", "epsilon", "momentum", "weightDecay" }
    "schedule": { "warmupSteps": number, "decay": { "kind": "constant" } | { "kind": "cosine", "steps", "floor" }
                  | { "kind": "step", "every", "factor" } | { "kind": "exponential", "factor" } }; optional
    "clipNorm", "clipValue": numbers above 0; optional, the norm is clipped first
    "seed": an integer for the masks of dropout, see `dropout`; 0 where it is missing
    "steps": 10
    "interventions": [ { "layer", "reverse": 0 | 1, "value": "z", "units": "all" | [unit, …], "steps": "all" | [t, …],
                         "action": { "kind": "clamp", "to" } | { "kind": "scale", "by" }
                                   | { "kind": "replace", "with": a number for every t } } ]; optional
    "trace": { "output": o, "step": t }; optional

Optimizers are PyTorch's: the weight decay of adam, sgd and rmsprop is added to the gradient (after clipping), that of
adamw to the update, and a field that is missing has PyTorch's default (adamw's weight decay is then 0.01). So are schedules:
a warm-up is LinearLR from 1/warmupSteps on, then come CosineAnnealingLR, StepLR or ExponentialLR. After the steps of a
cosine the rate stays at its floor, where PyTorch's rises again.

Token inputs are an addition, where `x` holds token ids [B, T]:

    "model": { "input": { "kind": "embedding", "vocabularySize": V, "size": E }, "inputSize": E, … }
    "model": { "input": { "kind": "oneHot", "vocabularySize": V }, "inputSize": V, … }

Parameters have PyTorch's names and shapes. `embedding.weight` is [V, E] and `head.weight` [O, directions·H]; layers
above the first are `_l1`, `_l2`, and the reverse direction is `_l0_reverse`. The GRU with its reset before the product
has no `bias_hh`. The four-gate cell has `weight_i_l0 [I, H + I]`, `weight_f_l0` and `weight_c_l0 [H, H + I]`,
`weight_o_l0 [H, 2H]`, and a bias for each.

`expected` is what `npm run conformance` prints:

    "outputs": [B, T, O] or [B, O], before any softmax or sigmoid
    "states": { "h_l0": [T, B, H], "c_l0": …, "h_l0_reverse": …, … }; at t what was computed from x[t]
    "gates": { "r_l0": [T, B, H], … }, in some cases; "q" of the GRU is what r multiplies
    "loss": the mean over valid positions, and over the O outputs where the targets are per output
    "gradients": of that loss before clipping, by parameter, and "x", which is missing for token ids, and "initial.h_l0", …
    "losses": before each of the steps
    "edited": outputs, states and gates under the interventions, without dropout
    "trace": { "x": [B, T, I], "states": { "h_l0": [T, B, H], … } }: ∂ outputs[b, step, output] / ∂ of them, for every
             sequence b its own; x are the vectors that the first layer reads

(The command prints "hidden" as well: all h in one [L·directions, T, B, H], where all layers have one size.)

A step t >= length carries the state through, in every layer: there, a state is the last valid one of the forward
direction, and zero in the reverse direction, which has not begun; `outputs` at every step are the head of that. `at`
"last" reads the forward direction at the last valid step and the reverse direction at 0. The padding in `x` and `y` is
random numbers, and has no influence on any valid position.

Where the numbers come from: `networks` (nn.GRU, nn.LSTM and nn.RNN on packed sequences; Keras' GRU for the reset before
the product), and `cells`, the equations with PyTorch's autograd, for what no framework has: the four-gate cell, layers of
different sizes, given masks of dropout, gates, interventions and traces. All that a framework has is compared with `cells`.

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
