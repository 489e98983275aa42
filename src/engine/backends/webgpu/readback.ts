/** Copies of tensors to the host, through staging buffers that are used again. */
import { yieldToEventLoop } from "../../../yieldToEventLoop";
import { bytesPerElement } from "../../plan/plan";
import { Copying, mostCopied } from "../host/copying";
import type { GpuWaits } from "./gpuWaits";
import type { Memory } from "./memory";
import type { CommandStream } from "./stream";

interface Context {
  readonly device: GPUDevice;
  readonly stream: CommandStream;
  readonly waits: GpuWaits;
}

export class Readback {
  readonly #context: Context;
  readonly #memory: Memory;
  readonly #free: GPUBuffer[] = [];
  readonly #all: GPUBuffer[] = [];

  constructor(context: Context, memory: Memory) {
    this.#context = context;
    this.#memory = memory;
  }

  /** The values once everything asked for before has run. Rejects if the device is lost. */
  async read(names: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    const places = names.map((name) => this.#memory.place(name));
    const total = places.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const staging = this.#take(total);
    let end = 0;
    const starts = places.map(({ buffer, byteOffset, byteLength }) => {
      this.#context.stream.copy(buffer, byteOffset, staging, end, byteLength);
      end += byteLength;
      return end - byteLength;
    });
    await this.#context.stream.submitted();
    await this.#context.waits.until(staging.mapAsync(GPUMapMode.READ, 0, total));
    const bytes = staging.getMappedRange(0, total);
    const copying = new Copying(
      places.map(({ byteLength, tensor }, i) => {
        const Values = tensor.type === "i32" ? Int32Array : Float32Array;
        return {
          length: byteLength / bytesPerElement,
          elements: (from, to) => new Values(bytes, starts[i] + from * bytesPerElement, to - from),
        };
      }),
    );
    while (copying.goOn(mostCopied)) await yieldToEventLoop();
    staging.unmap();
    this.#free.push(staging);
    return copying.values;
  }

  destroy(): void {
    for (const buffer of this.#all) buffer.destroy();
  }

  /** The smallest free buffer that is large enough, or a new one. */
  #take(bytes: number): GPUBuffer {
    this.#free.sort((a, b) => a.size - b.size);
    const index = this.#free.findIndex(({ size }) => size >= bytes);
    if (index >= 0) return this.#free.splice(index, 1)[0];
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const buffer = this.#context.device.createBuffer({ label: "readback", size: bytes, usage });
    this.#all.push(buffer);
    return buffer;
  }
}
