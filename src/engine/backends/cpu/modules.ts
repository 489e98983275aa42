/** The compiled kernels, once per process and variant. */
import type { Variant } from "./support";

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
  const found = compiled.get(name) ?? compile(name);
  compiled.set(name, found);
  return found;
}

async function compile(name: ModuleName): Promise<WebAssembly.Module> {
  const { default: base64 } = await binaries[name]();
  return WebAssembly.compile(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

/** A module's kernels by name, on a memory. */
export class Kernels {
  /** The first address that is free. */
  readonly heapBase: number;
  readonly #exports: WebAssembly.Exports;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory) {
    this.#exports = new WebAssembly.Instance(module, { env: { memory } }).exports;
    this.heapBase = this.named("heapBase")(0, 0, 0, 0, 0) ?? 0;
  }

  /** A kernel's place among the exports, which is the same in every instance. */
  indexOf(name: string): number {
    return Object.keys(this.#exports).indexOf(name);
  }

  named(name: string): (...args: number[]) => number | undefined {
    const kernel = this.#exports[name];
    if (typeof kernel !== "function") throw new Error(`The CPU kernels have no "${name}".`);
    return (...args) => kernel(...args);
  }
}
