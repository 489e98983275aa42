/** Networks that are taken along, and those that are brought in. */
export const exchange = {
  noKerasLayer:
    "Keras has no layer for the four-gate cell, and a file that needs a layer of its own does not load in safe mode. Take the network along for PyTorch, or as ONNX.",
};
