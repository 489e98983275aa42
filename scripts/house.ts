/**
 * Who may import whom, from the top of the house to its foundation; `house.test.ts` checks every import against it.
 *
 * A part is a folder or a file of `src`; the longest that a file lies in is its own. It may import itself and what it
 * lists, values and types; of what stands behind `type:`, types alone; what stands behind `worker:` it may start. Tests
 * may import anything.
 */
export interface Part {
  readonly imports: readonly string[];
  /** Packages; Node's own are for nobody. */
  readonly packages?: readonly string[];
}

const page = ["react", "react-dom", "react-aria-components", "lucide-react", "zustand"];

export const house: Readonly<Record<string, Part>> = {
  "main.tsx": {
    imports: [
      "ui",
      "store",
      "kept",
      "session/page",
      "data",
      "words/language.ts",
      "words",
      "words/message.ts",
    ],
  },
  ui: {
    imports: [
      "store",
      "session",
      "kept",
      "data",
      "random.ts",
      "mix.ts",
      "schedule.ts",
      "within.ts",
      "yieldToEventLoop.ts",
      "words/language.ts",
      "words",
      "words/message.ts",
    ],
    packages: [...page, "recharts", "temml", "d3-scale-chromatic"],
  },
  // A program of its own, built for static hosts alone.
  serviceWorker: { imports: [], packages: ["workbox-precaching"] },
  store: {
    imports: ["session", "kept", "data", "words/message.ts", "type:words/language.ts", "within.ts"],
    packages: ["zustand"],
  },
  // Runs in the browser's database and in files.
  kept: {
    imports: [
      "session",
      "data",
      "words",
      "words/message.ts",
      "words/language.ts",
      "blobOf.ts",
      "within.ts",
      "yieldToEventLoop.ts",
    ],
    packages: ["fflate", "idb", "valibot"],
  },

  // Beside the engine and on the page: messages are all that passes between the two.
  "session/page": {
    imports: [
      "session",
      "type:words/language.ts",
      "words/message.ts",
      "worker:session/engine",
      "worker:session/readers",
      "worker:session/exchanger",
    ],
  },
  "session/engine": {
    imports: [
      "session",
      "type:words/language.ts",
      "words/message.ts",
      "engine/train",
      "engine/benchmark",
      "engine/backends",
      "engine/model",
      "engine/plan",
      "data",
      "random.ts",
      "mix.ts",
      "schedule.ts",
      "within.ts",
      "blobOf.ts",
      "yieldToEventLoop.ts",
    ],
    packages: ["valibot", "idb"],
  },
  "session/readers": { imports: ["session", "data", "words/message.ts", "within.ts"] },
  // Between the engine's side and the forms of other programs, in a worker of its own.
  "session/exchanger": {
    imports: [
      "session",
      "session/engine",
      "exchange",
      "engine/train",
      "engine/model",
      "engine/plan",
      "data",
      "words",
      "words/message.ts",
    ],
    packages: ["fflate"],
  },
  session: {
    imports: ["words/language.ts", "words/message.ts", "data", "type:schedule.ts"],
    packages: ["valibot"],
  },

  // Networks in the forms of other programs, out and in. Whoever takes one along or opens one loads the form that is asked for.
  exchange: {
    imports: [
      "engine/train",
      "engine/backends",
      "engine/model",
      "engine/plan",
      "data",
      "type:words",
      "type:words/language.ts",
      "words/message.ts",
      "random.ts",
    ],
    packages: ["@bufbuild/protobuf", "fflate", "h5wasm", "valibot"],
  },

  "engine/benchmark": {
    imports: ["engine/train", "engine/backends", "engine/model", "engine/ops", "engine/plan", "random.ts"],
  },
  "engine/conformance": {
    imports: ["engine/train", "engine/backends", "engine/model", "engine/ops", "engine/plan", "schedule.ts"],
    packages: ["valibot"],
  },
  "engine/train": {
    imports: [
      "engine/backends",
      "engine/model",
      "engine/ops",
      "engine/plan",
      "data",
      "random.ts",
      "mix.ts",
      "schedule.ts",
    ],
    packages: ["valibot"],
  },
  "engine/model": { imports: ["engine/ops", "engine/plan", "random.ts"] },
  "engine/backends": {
    imports: ["engine/ops", "engine/plan", "random.ts", "within.ts", "yieldToEventLoop.ts"],
  },
  "engine/ops": { imports: ["engine/plan"] },
  "engine/plan": { imports: [] },

  data: {
    imports: ["random.ts", "type:words/language.ts", "words/message.ts", "mix.ts", "within.ts"],
    packages: ["@audio/decode-wav", "fflate", "fft.js", "hucre", "jschardet", "papaparse"],
  },
  // What is read: as values, made anywhere, and as each language puts it.
  "words/message.ts": { imports: ["type:words"] },
  "words/language.ts": { imports: [] },
  words: { imports: ["words/language.ts", "words/message.ts", "type:data"] },
  "mix.ts": { imports: [] },
  "schedule.ts": { imports: [] },
  "within.ts": { imports: [] },
  "yieldToEventLoop.ts": { imports: [] },
  "blobOf.ts": { imports: ["yieldToEventLoop.ts"] },
  "random.ts": { imports: [], packages: ["pure-rand"] },
};
