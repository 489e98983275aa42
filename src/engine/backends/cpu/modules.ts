/** The compiled kernels, once per process and variant. */
import { within } from "../../../within";
import type { Variant } from "./support";
import type { Kernel } from "./task";

type ModuleName = Variant | `${Variant}-shared`;

const binaries: Readonly<Record<ModuleName, () => Promise<{ readonly default: string }>>> = {
  plain: () => import("virtual:cpu-kernels/plain"),
  relaxed: () => import("virtual:cpu-kernels/relaxed"),
  "plain-shared": () => import("virtual:cpu-kernels/plain-shared"),
  "relaxed-shared": () => import("virtual:cpu-kernels/relaxed-shared"),
};

const compiled = new Map<ModuleName, Promise<WebAssembly.Module>>();

/** The module for a memory that is shared between threads or not. */
export function kernelModule(variant: Variant, isShared: boolean): Promise<WebAssembly.Module> {
  const name: ModuleName = isShared ? `${variant}-shared` : variant;
  const known = compiled.get(name);
  if (known) return known;
  const made = within(compileMs, compile(name));
  compiled.set(name, made);
  // Whoever asks once more shall not get the same failure.
  made.catch(() => compiled.delete(name));
  return made;
}

/** For the binary to come and to be compiled. */
const compileMs = 60_000;

async function compile(name: ModuleName): Promise<WebAssembly.Module> {
  const { default: base64 } = await binaries[name]();
  return WebAssembly.compile(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

/** A module's kernels by name, on a memory. */
export class Kernels {
  readonly #exports: WebAssembly.Exports;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory) {
    this.#exports = new WebAssembly.Instance(module, { env: { memory } }).exports;
  }

  /** The first address that the module does not take for itself. */
  get heapBase(): number {
    return Number(this.#function("heapBase")());
  }

  named(name: string): Kernel {
    const kernel = this.#function(name);
    return (job, from, to, step, stepEnd) => kernel(job, from, to, step, stepEnd);
  }

  /** A kernel's place among the exports, which is the same in every instance. */
  indexOf(name: string): number {
    return Object.keys(this.#exports).indexOf(name);
  }

  #function(name: string) {
    const value = this.#exports[name];
    if (typeof value !== "function") throw new Error(`The CPU kernels have no "${name}".`);
    return value;
  }
}
