/**
 * Which engine computes: tries WebGPU once, checks that it computes rightly, and chooses. Where the choice is left to it, it
 * measures a step of the very network on both engines, and takes the faster one.
 */
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { usefulThreads } from "../../engine/backends/cpu/pool";
import { SilentGpuError } from "../../engine/backends/webgpu/gpuWaits";
import { isWebgpu, WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import type { NetworkConfig } from "../../engine/model/config";
import type { TrainingConfig } from "../../engine/train/checkpoint";
import { measureStep } from "../../engine/train/measure";
import { selfCheck } from "../../engine/train/selfCheck";
import { NoAnswer, within } from "../../within";
import { type Message, message, type Said } from "../../words/message";
import type { EngineChoice, EngineStatus, KernelMeasurement } from "../protocol";
import { type CalibrationStore, calibrateAnew, calibrateOnce } from "./calibrations";
import { deviceName, lossReason } from "./deviceName";

/** Opens a WebGPU backend; rejects with the reason, one sentence, where there is none. */
export type RequestWebgpu = () => Promise<Backend>;

/** What a training step of one network and batch shape takes. */
interface StepTimes {
  readonly cpuMs: number;
  readonly webgpuMs: number;
}

type Measured =
  | { readonly state: "times"; readonly times: StepTimes }
  | { readonly state: "failed"; readonly reason: Said };

type Webgpu =
  | { readonly state: "checking" }
  | { readonly state: "available"; readonly backend: Backend }
  | { readonly state: "unavailable"; readonly reason: Said };

export type MeasureStep = typeof measureStep;

/** Why there is no GPU, or why something failed on it. */
function reasonOf(error: unknown): Said {
  if (error instanceof WebgpuUnavailableError && error.why) return message(`engine.${error.why}`);
  if (error instanceof SilentGpuError) return lossReason(error);
  if (error instanceof NoAnswer) return message("engine.noAnswer", { seconds: error.seconds });
  return error instanceof Error ? error.message : String(error);
}

/** For an adapter and its device: some drivers never answer. */
const mostPatienceMs = 15_000;

export class Engines {
  readonly cpu: Backend = createCpuBackend();
  readonly #request: RequestWebgpu;
  readonly #measureStep: MeasureStep;
  readonly #calibrations: CalibrationStore;
  readonly #patienceMs: number;
  #webgpu: Webgpu = { state: "checking" };
  /** By network and batch shape, of the adapter in use. */
  #measured = new Map<string, Measured>();
  /** Of the network that `measure` was last asked for. */
  #latest: Measured | null = null;

  constructor(
    request: RequestWebgpu,
    calibrations: CalibrationStore,
    measure: MeasureStep = measureStep,
    patienceMs: number = mostPatienceMs,
  ) {
    this.#request = request;
    this.#patienceMs = patienceMs;
    this.#calibrations = calibrations;
    this.#measureStep = measure;
  }

  get webgpuChecked(): boolean {
    return this.#webgpu.state !== "checking";
  }

  get hasWebgpu(): boolean {
    return this.#webgpu.state === "available";
  }

  /** Opens, checks and calibrates WebGPU, where it is not open. Does not reject: what goes wrong becomes the reason why it is unavailable. */
  async checkWebgpu(): Promise<void> {
    if (this.hasWebgpu) return;
    this.#webgpu = { state: "checking" };
    let opened: Backend | null = null;
    try {
      const backend = await this.#requested();
      opened = backend;
      const wrong = await selfCheck(backend);
      if (wrong) backend.destroy();
      else if (isWebgpu(backend)) await calibrateOnce(backend, this.#calibrations);
      this.#webgpu = wrong
        ? { state: "unavailable", reason: message("engine.wrongValues", { ...wrong }) }
        : { state: "available", backend };
    } catch (error) {
      opened?.destroy();
      this.#webgpu = { state: "unavailable", reason: reasonOf(error) };
    }
  }

  /** A GPU that comes too late is let go of: the page goes on without it. */
  async #requested(): Promise<Backend> {
    const request = this.#request();
    try {
      return await within(this.#patienceMs, request);
    } catch (error) {
      void request.then((late) => late.destroy()).catch(() => undefined);
      throw error;
    }
  }

  /** Measures once more which kernels are the fastest; plans that are loaded from then on use them. */
  async calibrate(): Promise<void> {
    if (this.#webgpu.state !== "available" || !isWebgpu(this.#webgpu.backend)) return;
    await calibrateAnew(this.#webgpu.backend, this.#calibrations);
    this.#measured = new Map();
    this.#latest = null;
  }

  /** After a loss: WebGPU is out until it has been checked again. */
  forgetWebgpu(reason: Said): void {
    if (this.#webgpu.state === "available") this.#webgpu.backend.destroy();
    this.#webgpu = { state: "unavailable", reason };
    this.#measured = new Map();
    this.#latest = null;
  }

  /** Whether it is of a GPU that was lost. */
  isGone(backend: Backend): boolean {
    return backend.name === "webgpu" && backend !== this.choose("webgpu");
  }

  /** Measures a network on both engines, if there are two and it has not been measured before. Does not reject. */
  async measure(config: NetworkConfig, training: TrainingConfig): Promise<void> {
    if (this.#webgpu.state !== "available") return;
    const { backend } = this.#webgpu;
    const { batchSize, sequenceLength } = training;
    const key = JSON.stringify([config, batchSize, sequenceLength]);
    const measured = this.#measured.get(key) ?? (await this.#measureBoth(backend, config, training));
    this.#measured.set(key, measured);
    this.#latest = measured;
  }

  async #measureBoth(webgpu: Backend, config: NetworkConfig, training: TrainingConfig): Promise<Measured> {
    try {
      const cpuMs = await this.#measureStep(this.cpu, config, training);
      const webgpuMs = await this.#measureStep(webgpu, config, training);
      return { state: "times", times: { cpuMs, webgpuMs } };
    } catch (error) {
      return { state: "failed", reason: reasonOf(error) };
    }
  }

  /** The backend for a choice, as far as is known now. */
  choose(choice: EngineChoice): Backend {
    if (choice === "cpu" || this.#webgpu.state !== "available") return this.cpu;
    return choice === "webgpu" || this.#webgpuIsFaster() ? this.#webgpu.backend : this.cpu;
  }

  /** All engines there are, for the benchmark; "cpu-4" has four threads. */
  all(): ReadonlyMap<string, Backend> {
    const threads = usefulThreads();
    const several = threads > 1 ? [[`cpu-${threads}`, this.cpu] as const] : [];
    const single = threads > 1 ? createCpuBackend({ threads: 1 }) : this.cpu;
    const webgpu = this.#webgpu.state === "available" ? [["webgpu", this.#webgpu.backend] as const] : [];
    return new Map([["cpu-1", single], ...several, ...webgpu]);
  }

  #webgpuIsFaster(): boolean {
    return this.#latest?.state === "times" && this.#latest.times.webgpuMs < this.#latest.times.cpuMs;
  }

  status(choice: EngineChoice, running: Backend): EngineStatus {
    const webgpu = this.#webgpu;
    return {
      name: running.name === "webgpu" ? "webgpu" : "cpu",
      choice,
      device: deviceName(running),
      reason: this.#reason(choice, running),
      webgpu:
        webgpu.state === "available"
          ? { state: webgpu.state, adapter: webgpu.backend.device, kernels: kernelsOf(webgpu.backend) }
          : webgpu,
    };
  }

  #reason(choice: EngineChoice, running: Backend): Message {
    if (choice === "cpu") return message("engine.chosenCpu");
    if (this.#webgpu.state === "checking") return message("engine.untilTried");
    if (this.#webgpu.state === "unavailable")
      return message("engine.notUsed", { reason: this.#webgpu.reason });
    if (choice === "webgpu")
      return running.name === "webgpu" ? message("engine.chosenGpu") : message("engine.takesOver");
    return this.#latest ? measuredMessage(this.#latest) : message("engine.untilMeasured");
  }
}

function kernelsOf(backend: Backend): readonly KernelMeasurement[] {
  const calibration = isWebgpu(backend) ? backend.calibration : null;
  if (!calibration) return [];
  const { measurements, choice } = calibration;
  return measurements.map((one) => ({ ...one, chosen: choice[one.family] === one.variant }));
}

function measuredMessage(measured: Measured): Message {
  if (measured.state === "failed") return message("engine.unmeasured", { reason: measured.reason });
  const { cpuMs, webgpuMs } = measured.times;
  return message("engine.measured", {
    faster: webgpuMs < cpuMs ? "GPU" : "CPU",
    lowMs: Math.min(cpuMs, webgpuMs),
    highMs: Math.max(cpuMs, webgpuMs),
  });
}
