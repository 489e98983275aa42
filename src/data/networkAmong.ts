/** Networks in folders and archives, by the names of their files: those that this page packs, and those that others publish. */
import { networkExtensions } from "./fileKind";

/** Of a package for PyTorch, the whole run goes before its weights, and both before its data. */
const ours = ["training.safetensors", "model.safetensors"];

/** The path of the network, or null where there is none. */
export function networkAmong(paths: readonly string[]): string | null {
  const shown = paths.filter(
    (path) => !path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX"),
  );
  const ends = [...ours.map((name) => `/${name}`), ...networkExtensions.map((one) => `.${one}`)];
  for (const end of ends) {
    const found = shown.find((path) => `/${path}`.toLowerCase().endsWith(end));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether an archive is itself a network, of Keras or of PyTorch, whatever it is called. */
export const isNetworkArchive = (paths: readonly string[]): boolean =>
  paths.includes("model.weights.h5") || paths.some((path) => `/${path}`.endsWith("/data.pkl"));
