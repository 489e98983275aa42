/** A plan's tensors as GPU buffers: one buffer per tensor that is not a view. */
import {
  bytesPerElement,
  elementCount,
  type Plan,
  PlanTooLargeError,
  type Tensor,
  tensorIndex,
} from "../../plan/plan";

/** WebGPU's alignment for the offset of a storage binding. */
const bindingAlignment = 256;

const roundUp = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

export interface Binding {
  readonly resource: GPUBufferBinding;
  /** Elements from the start of the binding to the tensor. */
  readonly offset: number;
}

export class Memory {
  readonly #find: (name: string) => Tensor;
  readonly #buffers = new Map<string, GPUBuffer>();
  readonly #owned: GPUBuffer[] = [];

  /** Throws `PlanTooLargeError` before it allocates anything. `parameters` is another plan's bank. */
  constructor(device: GPUDevice, plan: Plan, parameters?: GPUBuffer) {
    this.#find = tensorIndex(plan);
    const whole = plan.tensors.filter(({ view }) => !view);
    for (const tensor of whole) checkSize(tensor, device.limits);
    for (const tensor of whole) {
      const shared = tensor.name === "parameters" ? parameters : undefined;
      const buffer = shared ?? this.#allocate(device, tensor);
      this.#buffers.set(tensor.name, buffer);
    }
  }

  /** The buffer a tensor lies in, and its first byte there. */
  place(name: string): { buffer: GPUBuffer; byteOffset: number; byteLength: number; tensor: Tensor } {
    const tensor = this.#find(name);
    const buffer = this.#buffers.get(tensor.view?.of ?? name);
    if (!buffer) throw new Error(`"${name}" has no buffer.`);
    const byteOffset = (tensor.view?.offset ?? 0) * bytesPerElement;
    return { buffer, byteOffset, byteLength: elementCount(tensor.shape) * bytesPerElement, tensor };
  }

  /** A tensor as a binding, which begins at the last aligned byte before it. */
  binding(name: string): Binding {
    const { buffer, byteOffset, byteLength } = this.place(name);
    const start = byteOffset - (byteOffset % bindingAlignment);
    const size = Math.min(roundUp(byteOffset - start + byteLength, 16), buffer.size - start);
    return { resource: { buffer, offset: start, size }, offset: (byteOffset - start) / bytesPerElement };
  }

  destroy(): void {
    for (const buffer of this.#owned) buffer.destroy();
  }

  #allocate(device: GPUDevice, { name, shape }: Tensor): GPUBuffer {
    const buffer = device.createBuffer({
      label: name,
      size: roundUp(elementCount(shape) * bytesPerElement, bindingAlignment),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
    this.#owned.push(buffer);
    return buffer;
  }
}

function checkSize({ name, shape }: Tensor, limits: GPUSupportedLimits): void {
  const bytes = elementCount(shape) * bytesPerElement;
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  if (bytes > limit) throw new PlanTooLargeError(name, bytes, limit);
}
