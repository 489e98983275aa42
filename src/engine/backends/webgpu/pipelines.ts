/** Compiles shaders to pipelines, each once per device. */
import type { Op } from "../../ops/op";
import { bindingLines } from "./bindings";
import type { GpuWaits } from "./gpuWaits";
import type { Shader } from "./kernel";
import { shaderSource } from "./shaders";

/** A shader that does not compile: a defect of this program, with the file and line it is in. */
export class ShaderCompileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ShaderCompileError";
  }
}

/** Bytes of one uniform record: the alignment every device accepts for dynamic offsets. */
export const uniformStride = 256;
/** Bytes of it that a shader may see. */
export const uniformSize = 128;

export class PipelineCache {
  readonly #device: GPUDevice;
  readonly #waits: GpuWaits;
  readonly #layouts = new Map<string, GPUBindGroupLayout>();
  readonly #pipelines = new Map<string, Promise<GPUComputePipeline>>();

  constructor(device: GPUDevice, waits: GpuWaits) {
    this.#device = device;
    this.#waits = waits;
  }

  /** One binding for the uniforms and one per slot of the op, in its order. */
  layout(op: Op): GPUBindGroupLayout {
    const known = this.#layouts.get(op.name);
    if (known) return known;
    const uniforms: GPUBindGroupLayoutEntry = {
      binding: 0,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: "uniform", hasDynamicOffset: true, minBindingSize: uniformSize },
    };
    const slots = Object.values(op.slots).map(
      ({ access }, i): GPUBindGroupLayoutEntry => ({
        binding: i + 1,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: access === "read" ? "read-only-storage" : "storage" },
      }),
    );
    const layout = this.#device.createBindGroupLayout({ label: op.name, entries: [uniforms, ...slots] });
    this.#layouts.set(op.name, layout);
    return layout;
  }

  /** Throws `ShaderCompileError`, and where the GPU is given up because its compiler does not answer. */
  pipeline(op: Op, shader: Shader): Promise<GPUComputePipeline> {
    const key = `${op.name}/${JSON.stringify(shader)}`;
    const compiled = this.#pipelines.get(key) ?? this.#compile(op, shader);
    this.#pipelines.set(key, compiled);
    return compiled;
  }

  async #compile(op: Op, { name, parameters, vectorSlots }: Shader): Promise<GPUComputePipeline> {
    const bindings = bindingLines(op, (slot) => vectorSlots.includes(slot));
    const enabled = parameters.inQuads ? ["enable subgroups;", "diagnostic(off, subgroup_uniformity);"] : [];
    const { code, origins } = shaderSource(name, parameters, [...enabled, ...bindings]);
    const module = this.#device.createShaderModule({ label: name, code });
    const { messages } = await this.#waits.until(module.getCompilationInfo());
    const errors = messages
      .filter(({ type }) => type === "error")
      .map(({ lineNum, linePos, message }) => {
        const { file, line } = origins[Math.max(0, lineNum - 1)];
        return `${file}:${line}:${linePos} ${message}`;
      });
    if (errors.length > 0) throw new ShaderCompileError(errors.join("\n"));
    const compiling = this.#device.createComputePipelineAsync({
      label: name,
      layout: this.#device.createPipelineLayout({ label: op.name, bindGroupLayouts: [this.layout(op)] }),
      compute: { module, entryPoint: "main" },
    });
    return this.#waits.until(compiling);
  }
}
