import { expect, it } from "vitest";
import { isNetworkArchive, networkAmong } from "./networkAmong";

it("finds the network of a package, the whole run before its weights and these before its data", () => {
  const names = [
    "model_card.md",
    "data.safetensors",
    "model.safetensors",
    "training.safetensors",
    "README.md",
  ];
  expect(networkAmong(names)).toBe("training.safetensors");
  expect(networkAmong(names.slice(0, 3).map((name) => `run/${name}`))).toBe("run/model.safetensors");
  expect(networkAmong(["check.json", "Model.ONNX"])).toBe("Model.ONNX");
  expect(
    networkAmong(["__MACOSX/model.onnx", ".cache/model.onnx", "onnx/readme.txt", "model.onnx.md"]),
  ).toBeNull();
});

it("knows the archives that are networks themselves", () => {
  expect(isNetworkArchive(["metadata.json", "config.json", "model.weights.h5"])).toBe(true);
  expect(isNetworkArchive(["best/data.pkl", "best/data/0"])).toBe(true);
  expect(isNetworkArchive(["data.pkl"])).toBe(true);
  expect(isNetworkArchive(["a/config.json", "my-data.pkl", "a/model.weights.h5"])).toBe(false);
});
