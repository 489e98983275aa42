/** Networks that are taken along, and those that are brought in. */
import { quoted } from "./phrases";

const formats = { safetensors: "safetensors file", keras: "Keras file", onnx: "ONNX file" };
type Format = { readonly format: keyof typeof formats };

export const exchange = {
  noKerasLayer:
    "Keras has no layer for the four-gate cell, and a file that needs a layer of its own does not load in safe mode. Take the network along for PyTorch, or as ONNX.",
  unknownFile:
    "This is no network that can be opened here. What fits: .safetensors with PyTorch’s names, .keras, and .onnx with GRU, LSTM or RNN nodes.",
  pickle:
    "This is a PyTorch pickle, which may run any code when it is opened. Convert it where the model is at hand, with two lines of Python.",
  hdf5: 'This is an HDF5 file (.h5). Of Keras networks, .keras files are opened here: load it in Keras and save it once more with model.save("network.keras"). Save data as CSV.',
  cutOff: ({ format }: Format): string =>
    `This ${formats[format]} is cut off or damaged. Fetch or save it again.`,
  externalData:
    "The weights of this ONNX file lie in another file. Save the network as a single file, and open that.",
  noRecurrentLayer: ({ format }: Format): string =>
    `This ${formats[format]} has no recurrent layers that are known here: GRU, LSTM or a simple RNN.`,
  severalNetworks: ({ names }: { readonly names: readonly string[] }): string =>
    `This file has several recurrent networks: ${names.map(quoted).join(", ")}. Save one of them by itself.`,
  unfitWeight: ({ name }: { readonly name: string }): string =>
    `The weights ${quoted(name)} are missing, or have another shape than the network around them asks for.`,
  notFinite: ({ name }: { readonly name: string }): string =>
    `The weights ${quoted(name)} have values that are infinite or no numbers, as after training that has diverged. Save the network from before that.`,
  unknownPart: ({ name }: { readonly name: string }): string =>
    `The network has a part that is not known here: ${quoted(name)}.`,
  lastOfBoth:
    "The network answers from the last step of both directions, where the one that reads backwards has only begun. Known here are answers from where each direction ends.",
  tooManyLayers: "Networks of 1 to 4 recurrent layers are known here.",
};
