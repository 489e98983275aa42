"""What is in each file. The sizes are odd where they can be, and multiples of four where an engine may like them."""

from make_case import make, must_differ

RESET_BEFORE = {"cell": "gru", "reset_after": False}
CELLS = {
    "GRU": {"cell": "gru"},
    "GRU reset before": RESET_BEFORE,
    "LSTM": {"cell": "lstm"},
    "RNN": {"cell": "rnn"},
    "four-gate": {"cell": "fourGate"},
}
ONE_OF_EVERYTHING = {"batch": 1, "steps": 1, "inputs": 1, "hidden": 1, "outputs": 2}


def gru():
    adam = {"type": "adam", "learningRate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    common = {"optimizer": adam, "clipNorm": 1.0, "grid": None}
    return [
        make("odd sizes", draw=1, batch=3, steps=4, inputs=5, hidden=7, outputs=3, **common),
        make("one of everything", draw=2, **ONE_OF_EVERYTHING, **common),
        make("multiples of four", draw=3, batch=2, steps=9, inputs=8, hidden=16, outputs=4, **common),
        make("saturated gates", draw=8, batch=3, steps=6, inputs=5, hidden=9, outputs=4, scale=5.0, **common),
        make("embedding", draw=5, batch=3, steps=7, kind="embedding", inputs=6, hidden=11, outputs=13, vocabulary=13,
             **common),
        make("one-hot", draw=6, batch=2, steps=6, kind="oneHot", hidden=10, outputs=9, vocabulary=9, **common),
    ]


def one_layer(label, cell):
    """What every cell goes through."""
    return [
        make(f"{label}, odd sizes", batch=3, steps=5, inputs=3, hidden=5, outputs=3, **cell),
        make(f"{label}, one of everything", **ONE_OF_EVERYTHING, **cell),
        make(f"{label}, multiples of four", batch=4, steps=3, inputs=4, hidden=8, outputs=4, **cell),
        make(f"{label}, saturated gates", steps=6, scale=5.0, clipNorm=1.0, **cell),
        make(f"{label}, embedding", steps=5, kind="embedding", outputs=5, vocabulary=5, **cell),
        make(f"{label}, one-hot", steps=5, kind="oneHot", outputs=5, vocabulary=5, **cell),
    ]


def arrangements():
    """Two or three hidden units, for the size of the file, and sometimes four, for kernels that like that."""
    two, three = {"layers": 2, "inputs": 3, "hidden": 2}, {"layers": 3, "inputs": 3, "hidden": 2}
    both_ways, last = {"bidirectional": True}, {"at": "last"}
    four = {"batch": 4, "inputs": 4, "hidden": 4}
    short = {"batch": 3, "lengths": [3, 1, 2]}
    long = {"batch": 3, "steps": 5, "lengths": [2, 4, 3]}  # no sequence fills all steps
    table = [
        ("GRU", "2 layers", two | four),
        ("GRU", "3 layers", three),
        ("LSTM", "2 layers", two),
        ("LSTM", "3 layers", three),
        ("RNN", "2 layers", two),
        ("RNN", "3 layers", three),
        ("GRU reset before", "2 layers", two),
        ("four-gate", "2 layers", two),
        ("GRU", "bidirectional", both_ways),
        ("LSTM", "bidirectional", both_ways),
        ("RNN", "bidirectional", both_ways | four),
        ("GRU reset before", "bidirectional", both_ways),
        ("four-gate", "bidirectional", both_ways),
        ("GRU", "bidirectional, 2 layers", both_ways | two),
        ("LSTM", "bidirectional, 2 layers", both_ways | two),
        ("GRU", "head at last", last),
        ("GRU", "bidirectional, head at last", both_ways | last),
        ("LSTM", "head at last", last),
        ("LSTM", "bidirectional, head at last", both_ways | last),
        ("RNN", "head at last", last),
        ("GRU reset before", "head at last", last),
        ("four-gate", "head at last", last),
        ("GRU", "lengths", long),
        ("GRU", "lengths, head at last", long | last),
        ("GRU", "lengths, 2 layers", short | two),
        ("GRU", "lengths, bidirectional", four | {"lengths": [3, 1, 2, 2]} | both_ways),
        ("GRU", "lengths, bidirectional, head at last", long | both_ways | last),
        ("GRU", "lengths, bidirectional, 2 layers, head at last", short | both_ways | two | last),
        ("LSTM", "lengths", long),
        ("LSTM", "lengths, head at last", four | {"lengths": [2, 3, 3, 1]} | last),
        ("LSTM", "lengths, 2 layers, head at last", short | two | last),
        ("LSTM", "lengths, bidirectional", long | both_ways),
        ("LSTM", "lengths, bidirectional, 2 layers", short | both_ways | two),
        ("RNN", "lengths", four | {"lengths": [2, 3, 1, 3]}),
        ("RNN", "lengths, bidirectional, head at last", short | both_ways | last),
        ("GRU reset before", "lengths", short),
        ("GRU reset before", "lengths, head at last", long | last),
        ("GRU reset before", "lengths, bidirectional, 2 layers", short | both_ways | two),
        ("four-gate", "lengths", four | {"lengths": [3, 1, 2, 2]}),
        ("four-gate", "lengths, head at last", long | last),
        ("four-gate", "lengths, bidirectional, 2 layers", short | both_ways | two),
        ("GRU", "4 layers", {"layers": 4, "inputs": 3, "hidden": 2}),
        *((cell, "layers of 4, 3 and 2", {"hidden": [4, 3, 2], "steps": 2}) for cell in CELLS),
        ("LSTM", "layers of 2 and 3, lengths, bidirectional", short | both_ways | {"hidden": [2, 3]}),
        ("GRU", "layers of 4 and 2, bidirectional, head at last", both_ways | last | {"hidden": [4, 2]}),
    ]
    return [make(f"{cell}, {what}", **CELLS[cell], **settings) for cell, what, settings in table]


def streams():
    """States that are given, and states that go on from step to step."""
    layers = {"hidden": [3, 2], "initial": True, "optimizer": {"type": "sgd", "learningRate": 0.5}}
    one = {"hidden": 4, "inputs": 4, "initial": True, "carry": True}
    short = {"batch": 3, "lengths": [3, 1, 2], "initial": True, "carry": True}

    def every(what, settings):
        return [make(f"{cell}, {what}", **settings, **CELLS[cell]) for cell in CELLS]

    return [
        *every("begins in given states", layers),
        *every("carries its states over", one),
        make("GRU, carries its states over, lengths", **short),
        make("LSTM, carries its states over, lengths, 2 layers", **short, **CELLS["LSTM"], layers=2, hidden=2),
    ]


def dropout():
    between = {"layers": 2, "hidden": 3, "dropout": 0.5}
    both = {"hidden": [3, 4], "dropout": 0.25, "recurrent_dropout": 0.5, "seed": 7}
    return [
        *(make(f"{cell}, dropout on the state", **CELLS[cell], recurrent_dropout=0.4) for cell in CELLS),
        *(make(f"{cell}, dropout between layers", **CELLS[cell], **between) for cell in ("GRU", "LSTM")),
        *(make(f"{cell}, both dropouts", **CELLS[cell], **both) for cell in ("GRU", "four-gate")),
        make("GRU, both dropouts, 3 layers", layers=3, hidden=3, dropout=0.5, recurrent_dropout=0.25),
        make("LSTM, both dropouts, bidirectional, lengths", cell="lstm", bidirectional=True, batch=3,
             lengths=[3, 1, 2], layers=2, hidden=2, dropout=0.5, recurrent_dropout=0.25),
    ]


def probes():
    """What the page looks at: gates, interventions, and what an output depends on."""
    steps = {"steps": 4, "gates": True}
    network = {**steps, "hidden": [3, 2], "trace": {"output": 1, "step": 2}}
    last = {"gates": True, "at": "last", "trace": {"output": 2, "step": 2}}

    def operations(gate, state):
        """One of each kind, two on one value, and on both layers."""
        return [
            {"layer": 0, "value": gate, "units": [0, 2], "steps": "all", "action": {"kind": "clamp", "to": 0.75}},
            {"layer": 0, "value": "h", "units": "all", "steps": [1], "action": {"kind": "scale", "by": 0.5}},
            {"layer": 1, "value": state, "units": [1], "steps": [0, 2],
             "action": {"kind": "replace", "with": [0.5, 9, -0.25, 9]}},
            {"layer": 0, "value": gate, "units": [2], "steps": [3], "action": {"kind": "scale", "by": -2}},
        ]

    values = {"GRU": ("z", "n"), "GRU reset before": ("r", "h"), "LSTM": ("f", "c"), "RNN": ("h", "h"),
              "four-gate": ("o", "c")}
    backwards = [
        {"layer": 0, "reverse": 1, "value": "z", "units": "all", "steps": [0], "action": {"kind": "clamp", "to": 0}},
    ]
    return [
        *(make(f"{cell}, probed", **CELLS[cell], **network, interventions=operations(*values[cell])) for cell in CELLS),
        make("GRU, bidirectional, head at last, probed", **last, bidirectional=True, interventions=backwards),
        make("LSTM, lengths, head at last, probed", cell="lstm", at="last", batch=3, lengths=[3, 1, 2],
             trace={"output": 0, "step": 2}),
        make("GRU, embedding, probed", kind="embedding", vocabulary=4, trace={"output": 0, "step": 1}),
    ]


def losses():
    adam = {"type": "adam", "learningRate": 0.03}
    network = {"draw": 11, "batch": 3, "hidden": 2, "outputs": 4, "scale": 2.0, "optimizer": adam}
    lengths = {"lengths": [2, 3, 1]}
    last = {"at": "last"}
    smoothing = {"labelSmoothing": 0.1}
    weights = {"classWeights": [0.5, 2.0, 1.25, 0.125]}
    squared = {"loss": "meanSquaredError"}
    binary = {"loss": "binaryCrossEntropy"}

    def group(settings):
        cases = [make(name, **{**network, **extras}) for name, extras in settings.items()]
        must_differ(cases)
        return cases

    return [
        *group({
            "cross-entropy": {},
            "label smoothing": smoothing,
            "class weights": weights,
            "label smoothing and class weights": smoothing | weights,
            "cross-entropy, lengths": lengths,
            "label smoothing, lengths": smoothing | lengths,
            "class weights, lengths": weights | lengths,
            "label smoothing and class weights, lengths": smoothing | weights | lengths,
        }),
        *group({
            "label smoothing and class weights, head at last": smoothing | weights | last,
            "label smoothing and class weights, head at last, lengths": smoothing | weights | last | lengths,
        }),
        *group({
            "squared error": squared,
            "squared error, lengths": squared | lengths,
            "squared error, head at last": squared | last,
            "squared error, head at last, lengths": squared | last | lengths,
        }),
        *group({
            "binary cross-entropy": binary,
            "binary cross-entropy, lengths": binary | lengths,
            "binary cross-entropy, head at last": binary | last,
            "binary cross-entropy, head at last, lengths": binary | last | lengths,
        }),
    ]


def optimizers():
    network = {"draw": 16, "hidden": 2, "scale": 3.0}
    adam = {"type": "adam", "learningRate": 0.02}
    adamw = {"type": "adamw", "learningRate": 0.02}
    sgd = {"type": "sgd", "learningRate": 0.2}
    rmsprop = {"type": "rmsprop", "learningRate": 0.004}
    settings = {
        "Adam": {"optimizer": adam},
        "Adam, betas and epsilon": {"optimizer": adam | {"beta1": 0.5, "beta2": 0.9, "epsilon": 0.01}},
        "Adam, weight decay": {"optimizer": adam | {"weightDecay": 0.125}},
        "AdamW": {"optimizer": adamw | {"weightDecay": 0.5}},
        "AdamW, default weight decay of 0.01": {"optimizer": adamw | {"learningRate": 0.1}},
        "AdamW, no weight decay": {"optimizer": adamw | {"learningRate": 0.1, "weightDecay": 0.0}},
        "SGD": {"optimizer": sgd},
        "SGD, weight decay": {"optimizer": sgd | {"weightDecay": 0.05}},
        "SGD, momentum": {"optimizer": sgd | {"momentum": 0.9}},
        "SGD, Nesterov momentum": {"optimizer": sgd | {"momentum": 0.9, "nesterov": True}},
        "SGD, Nesterov momentum, weight decay": {
            "optimizer": sgd | {"momentum": 0.9, "nesterov": True, "weightDecay": 0.05},
        },
        "RMSprop": {"optimizer": rmsprop},
        "RMSprop, alpha and epsilon": {"optimizer": rmsprop | {"alpha": 0.75, "epsilon": 0.01}},
        "RMSprop, momentum, weight decay": {"optimizer": rmsprop | {"momentum": 0.5, "weightDecay": 0.125}},
        "norm clipped": {"optimizer": sgd, "clipNorm": 0.5},
        "norm clipped, weight decay": {"optimizer": sgd | {"weightDecay": 0.05}, "clipNorm": 0.5},
        "values clipped": {"optimizer": sgd, "clipValue": 0.125},
        "norm, then values clipped": {"optimizer": sgd, "clipNorm": 0.5, "clipValue": 0.125},
    }
    rises = {"warmupSteps": 3}
    schedules = {
        "warm-up": rises | {"decay": {"kind": "constant"}},
        "cosine": {"warmupSteps": 0, "decay": {"kind": "cosine", "steps": 9, "floor": 0.125}},
        "warm-up, cosine": rises | {"decay": {"kind": "cosine", "steps": 6, "floor": 0}},
        "step": {"warmupSteps": 1, "decay": {"kind": "step", "every": 3, "factor": 0.25}},
        "exponential": {"warmupSteps": 0, "decay": {"kind": "exponential", "factor": 0.75}},
    }
    settings |= {f"schedule: {name}": {"optimizer": sgd, "schedule": one} for name, one in schedules.items()}
    cases = [make(name, **network, **extras) for name, extras in settings.items()]
    must_differ(cases)
    return cases


SUBJECTS = {
    "gru": gru,
    "gruResetBefore": lambda: one_layer("GRU reset before", RESET_BEFORE),
    "lstm": lambda: one_layer("LSTM", {"cell": "lstm"}),
    "rnn": lambda: one_layer("RNN", {"cell": "rnn"}),
    "fourGate": lambda: one_layer("four-gate", {"cell": "fourGate"}),
    "arrangements": arrangements,
    "streams": streams,
    "dropout": dropout,
    "probes": probes,
    "losses": losses,
    "optimizers": optimizers,
}
