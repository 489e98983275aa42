import { zipSync } from "fflate";
import { failure, type Result, success } from "../../data/result";
import { message } from "../../words/message";
import { checkFile, type ExportedFile, type Subject, textFile } from "../exported";
import { metadataOf } from "../metadata";
import { kerasConfig, kerasVersion } from "./kerasConfig";
import { kerasLayers } from "./kerasLayers";
import { kerasScript } from "./kerasScript";
import { writeWeights } from "./weightsFile";

/** `model.keras`, which `keras.saving.load_model` opens in safe mode, and the Python that builds the same network. */
export async function toKeras({ network, check }: Subject): Promise<Result<readonly ExportedFile[]>> {
  const { cell } = network.config;
  if (cell === "fourGate") return failure(message("exchange.noKerasLayer"));
  const keras = kerasLayers(network, cell);
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const stored = { level: 0 } as const;
  const bytes = zipSync(
    {
      "metadata.json": json({ keras_version: kerasVersion }),
      "config.json": json(kerasConfig(keras)),
      "model.weights.h5": await writeWeights(keras.layers),
      "gru-playground.json": json([...metadataOf(network)]),
    },
    stored,
  );
  return success([
    { name: "model.keras", bytes },
    textFile("keras_model.py", kerasScript(keras)),
    checkFile(check),
  ]);
}
