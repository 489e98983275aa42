/** What a backend does: it loads a plan and runs its sections. The trainer and the tests know nothing more of it. */
import type { HostArray } from "../ops/op";
import type { Plan, Section } from "../plan/plan";

export type BackendName = "reference" | "cpu" | "webgpu";

/** What the browser says, or for how long nothing was finished. */
export type LossReason = string | { readonly silentSeconds: number };

export interface Backend {
  readonly name: BackendName;
  /** The adapter's own description, or what stands for it. */
  readonly device: string;
  /** Of a CPU's kernels; 0 without vector instructions. */
  readonly threads?: number;
  /** Resolves with the reason if the device goes away; all its executables are then void. */
  readonly lost: Promise<LossReason>;
  /**
   * Allocates and compiles a plan. All tensors begin as zeros, but for the bank `parameters`, which is `shared`'s
   * own when one is given, so that several plans run on the same weights.
   * Throws `PlanTooLargeError` before anything is allocated.
   */
  load(plan: Plan, shared?: Executable): Promise<Executable>;
  /** For so long, one that takes all cores leaves one to whoever else needs it; what it computes is the same. */
  leaveRoom?(milliseconds: number): void;
  destroy(): void;
}

/** What one step of a plan took, run once. */
export interface StepTime {
  readonly elapsedMs: number;
  /** Dispatches of a GPU, or calls of kernels. */
  readonly launches: number;
}

export interface Progress {
  readonly asked: number;
  readonly done: number;
}

/** A section under way, which can be left between two of its pieces. */
export interface SectionRun {
  /**
   * Goes on to its end, or until `isCalled` says between two pieces that something else waits; resolves to whether it is at its
   * end. Other plans may run before it goes on, this one must not, and what it reads must stay.
   */
  goOn(isCalled?: () => boolean): Promise<boolean>;
}

export interface Executable {
  readonly plan: Plan;
  /** Copies `data` to the beginning of a tensor; takes effect before the next `run`. */
  write(tensor: string, data: HostArray): void;
  /**
   * Runs a section. On return the backend can take more work, but the results may still be on their way: only
   * `read` waits for them. Calls must not overlap.
   */
  run(section: Section): Promise<void>;
  /** The same in pieces: nothing is done before it goes on, and one that never does again is forgotten. */
  begin(section: Section): SectionRun;
  /** What was asked for and what is done of it since the plan was loaded, in roughly floating-point operations. */
  progress(): Progress;
  /**
   * Runs a section, each of its steps by itself, and says what each took; null when a piece of one is done, where other plans may run
   * before it goes on. Slower than `run`, and with the same result.
   */
  profile(section: Section): AsyncGenerator<StepTime | null, void>;
  /** The tensors' values after everything run so far, whatever runs later. Integers come as floats. */
  read(tensors: readonly string[]): Promise<Float32Array<ArrayBuffer>[]>;
  /** Frees what the plan holds, but not a shared bank. Using the executable afterwards is an error. */
  destroy(): void;
}
