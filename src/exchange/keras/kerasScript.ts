import type { KerasLayer, KerasNetwork, KerasValue } from "./kerasLayers";

/** The same network as somebody would write it: Python that builds it, without its weights. */
export function kerasScript({ input, layers }: KerasNetwork): string {
  const classes = [...new Set(["Input", ...layers.flatMap(classesOf)])].sort();
  const given = `Input(${python(input.shape.slice(1))}, dtype=${python(input.dtype)})`;
  const lines = [given, ...layers.map(call)].map((line) => `        ${line},\n`);
  return [
    "import keras\n",
    `from keras.layers import ${classes.join(", ")}\n\n`,
    "model = keras.Sequential(\n    [\n",
    ...lines,
    "    ]\n)\n",
    'model.summary()\n\ntrained = keras.saving.load_model("model.keras")\n',
  ].join("");
}

const classesOf = ({ className, settings }: KerasLayer): readonly string[] => [
  className,
  ...settings.flatMap(([, value]) => (isLayer(value) ? classesOf(value) : [])),
];

/** What a layer is about stands first, without its name. */
const firstArguments = new Set(["units", "layer", "input_dim", "output_dim", "target_shape", "num_tokens"]);

function call({ className, settings }: KerasLayer): string {
  const written = settings.map(([name, value]) =>
    firstArguments.has(name) ? python(value) : `${name}=${python(value)}`,
  );
  return `${className}(${written.join(", ")})`;
}

const isLayer = (value: KerasValue): value is KerasLayer =>
  typeof value === "object" && value !== null && "className" in value;

function python(value: KerasValue): string {
  if (isLayer(value)) return call(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object") return `(${value.map(python).join(", ")}${value.length === 1 ? "," : ""})`;
  return JSON.stringify(value);
}
