/** Which engine computes: tries WebGPU once, checks that it computes rightly, and chooses. */
import type { Backend } from "../engine/backends/backend";
import { createCpuBackend } from "../engine/backends/cpu/cpu";
import { selfCheck } from "../engine/train/selfCheck";
import type { EngineChoice, EngineStatus } from "./protocol";

/** Opens a WebGPU backend; rejects with the reason, one sentence, where there is none. */
export type RequestWebgpu = () => Promise<Backend>;

type Webgpu =
  | { readonly state: "checking" }
  | { readonly state: "available"; readonly backend: Backend }
  | { readonly state: "unavailable"; readonly reason: string };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export class Engines {
  readonly cpu: Backend = createCpuBackend();
  readonly #request: RequestWebgpu;
  #webgpu: Webgpu = { state: "checking" };

  constructor(request: RequestWebgpu) {
    this.#request = request;
  }

  /** Opens and checks WebGPU. Does not reject: what goes wrong becomes the reason why it is unavailable. */
  async checkWebgpu(): Promise<void> {
    try {
      const backend = await this.#request();
      const wrong = await selfCheck(backend);
      if (wrong) backend.destroy();
      this.#webgpu = wrong ? { state: "unavailable", reason: wrong } : { state: "available", backend };
    } catch (error) {
      this.#webgpu = { state: "unavailable", reason: messageOf(error) };
    }
  }

  /** After a loss: WebGPU is out until it has been checked again. */
  forgetWebgpu(reason: string): void {
    if (this.#webgpu.state === "available") this.#webgpu.backend.destroy();
    this.#webgpu = { state: "unavailable", reason };
  }

  /** The backend for a choice, as far as is known now. */
  choose(choice: EngineChoice): Backend {
    return choice !== "cpu" && this.#webgpu.state === "available" ? this.#webgpu.backend : this.cpu;
  }

  status(choice: EngineChoice, running: Backend): EngineStatus {
    const webgpu = this.#webgpu;
    return {
      name: running.name === "webgpu" ? "webgpu" : "cpu",
      choice,
      device: running.device,
      reason: this.#reason(choice, running),
      webgpu: webgpu.state === "available" ? { state: webgpu.state, adapter: webgpu.backend.device } : webgpu,
    };
  }

  #reason(choice: EngineChoice, running: Backend): string {
    if (running.name === "webgpu") {
      return choice === "auto"
        ? "WebGPU works here: it gave the reference's numbers on a small network, so training runs on it."
        : "You chose the GPU.";
    }
    if (choice === "cpu") return "You chose the CPU.";
    if (this.#webgpu.state === "checking") return "The CPU computes until WebGPU has been tried.";
    if (this.#webgpu.state === "unavailable") return `WebGPU is not used: ${this.#webgpu.reason}`;
    return "WebGPU is ready and takes over at the next step.";
  }
}
