/** WebGPU in Node: Dawn, from the npm package `webgpu`, with the driver that run.mjs and test.mjs put in place. */
import { create, globals } from "webgpu";

let gpu: GPU | undefined;

/**
 * Also defines the globals (GPUBufferUsage, …) that a browser has. There is one for the process: Dawn's devices end
 * with the object they came from, and the garbage collector would take it.
 */
export function nodeGpu(): GPU {
  Object.assign(globalThis, globals);
  gpu ??= create([]);
  return gpu;
}
