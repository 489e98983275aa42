/** Copies of tensors to the host, through staging buffers that are used again. */
import { bytesPerElement } from "../../plan/plan";
import type { Memory } from "./memory";

export class Readback {
  readonly #device: GPUDevice;
  readonly #memory: Memory;
  readonly #free: GPUBuffer[] = [];
  readonly #all: GPUBuffer[] = [];

  constructor(device: GPUDevice, memory: Memory) {
    this.#device = device;
    this.#memory = memory;
  }

  /** The values once everything submitted before has run. Rejects if the device is lost. */
  async read(names: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    const places = names.map((name) => this.#memory.place(name));
    const total = places.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const staging = this.#take(total);
    const encoder = this.#device.createCommandEncoder({ label: "readback" });
    let end = 0;
    const starts = places.map(({ buffer, byteOffset, byteLength }) => {
      encoder.copyBufferToBuffer(buffer, byteOffset, staging, end, byteLength);
      end += byteLength;
      return end - byteLength;
    });
    this.#device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ, 0, total);
    const bytes = staging.getMappedRange(0, total);
    const values = places.map(({ byteLength, tensor }, i) => {
      const length = byteLength / bytesPerElement;
      const Values = tensor.type === "i32" ? Int32Array : Float32Array;
      return Float32Array.from(new Values(bytes, starts[i], length));
    });
    staging.unmap();
    this.#free.push(staging);
    return values;
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
    const buffer = this.#device.createBuffer({ label: "readback", size: bytes, usage });
    this.#all.push(buffer);
    return buffer;
  }
}
