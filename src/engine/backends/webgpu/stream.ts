/**
 * Everything that a device is to do, in order: values written by the host, dispatches, and copies. What comes within one turn of
 * the event loop goes into as few submissions as its time allows, whole training steps together where they are short.
 */

import { yieldToEventLoop } from "../../../yieldToEventLoop";
import type { Progress } from "../backend";
import type { GpuWaits } from "./gpuWaits";
import { type Costly, portions, Submissions } from "./submissions";

export interface Launch extends Costly<Launch> {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly uniformOffset: number;
  readonly workgroups: readonly [number, number, number];
}

interface Copy extends Costly<Copy> {
  readonly from: GPUBuffer;
  readonly fromOffset: number;
  readonly to: GPUBuffer;
  readonly toOffset: number;
  readonly bytes: number;
}

type Command = (Launch | Copy) & Costly<Launch | Copy>;

const isCopy = (command: Launch | Copy): command is Copy => "bytes" in command;

/** A careful guess (1 GFLOP/s) until the first submissions have been timed. */
const firstCostPerMs = 1_000_000;

/**
 * Of what was submitted and is not done, by its costs and by how long the oldest has waited, since kernels differ in how much they do
 * in a millisecond: beyond it, more is held back where that is asked for (`room`).
 */
const mostUnderWayMs = 100;
/** So that the device never waits for the host. */
const fewestUnderWay = 2;

/** Room for what the host writes within one submission; what is larger has one before it. */
const uploadBytes = 2 ** 20;
/** WebGPU's alignment of copies. */
const copyAlignment = 4;

export class CommandStream {
  readonly #device: GPUDevice;
  readonly #waits: GpuWaits;
  readonly #uploads: GPUBuffer;
  readonly #submissions: Submissions<Command>;
  #uploaded = 0;
  #turn: Promise<void> | null = null;
  #costPerMs = firstCostPerMs;
  #lastDoneMs = 0;
  #progress = { asked: 0, done: 0 };
  /** What was submitted and is not done, the oldest first. */
  #underWay: readonly { readonly cost: number; readonly submittedMs: number }[] = [];
  #isLost = false;
  #waitingForRoom: (() => void)[] = [];
  /** Runs while room is left to others. */
  #leaving: ReturnType<typeof setTimeout> | null = null;

  constructor(device: GPUDevice, waits: GpuWaits) {
    this.#device = device;
    this.#waits = waits;
    const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    this.#uploads = device.createBuffer({ label: "uploads", size: uploadBytes, usage });
    this.#submissions = new Submissions(
      (commands, cost) => this.#submit(commands, cost),
      () => this.#costPerMs,
    );
    void device.lost.then(() => {
      this.#isLost = true;
      this.#tellRoom();
    });
  }

  /** Sets part of a buffer, after what was asked for before and before what comes after. */
  write(to: GPUBuffer, toOffset: number, data: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>): void {
    const bytes = data.byteLength;
    if (bytes > uploadBytes / 4) {
      this.flush();
      this.#device.queue.writeBuffer(to, toOffset, data);
      return;
    }
    if (this.#uploaded + bytes > uploadBytes) this.flush();
    // The queue does this before the submission that is being gathered, and after the last one, which has read what was there.
    this.#device.queue.writeBuffer(this.#uploads, this.#uploaded, data);
    this.copy(this.#uploads, this.#uploaded, to, toOffset, bytes);
    this.#uploaded += Math.ceil(bytes / copyAlignment) * copyAlignment;
  }

  /** Dispatches a piece at each `next`. */
  *dispatching(launches: readonly Launch[]): Generator<void> {
    for (const launch of launches) {
      for (const piece of this.#submissions.inPieces(launch)) {
        this.#progress.asked += piece.cost;
        this.#submissions.add(piece);
        this.#schedule();
        yield;
      }
    }
  }

  /** What is submitted together of these. */
  portions(launches: readonly Launch[]): Iterable<readonly Launch[]> {
    return portions(launches, this.#costPerMs);
  }

  /** For so long there is no room for more. */
  leaveRoom(milliseconds: number): void {
    if (this.#leaving !== null) clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.#leaving = null;
      this.#tellRoom();
    }, milliseconds);
  }

  /**
   * Where as much is under way as the device does in a moment, or room is left to others, resolves when that is over. Rejects if the
   * device is given up.
   */
  room(): Promise<void> | undefined {
    if (this.#hasRoom()) return undefined;
    return this.#waits.until(new Promise((resolve) => this.#waitingForRoom.push(resolve)));
  }

  #hasRoom(): boolean {
    if (this.#isLost) return true;
    if (this.#leaving !== null) return false;
    if (this.#underWay.length < fewestUnderWay) return true;
    const cost = this.#underWay.reduce((sum, one) => sum + one.cost, 0);
    const waitedMs = performance.now() - this.#underWay[0].submittedMs;
    return waitedMs < mostUnderWayMs && cost < mostUnderWayMs * this.#costPerMs;
  }

  #tellRoom(): void {
    if (!this.#hasRoom()) return;
    const waiting = this.#waitingForRoom;
    this.#waitingForRoom = [];
    for (const tell of waiting) tell();
  }

  copy(from: GPUBuffer, fromOffset: number, to: GPUBuffer, toOffset: number, bytes: number): void {
    this.#submissions.add({ from, fromOffset, to, toOffset, bytes, cost: 0 });
    this.#schedule();
  }

  /** Submits all that was asked for so far. */
  flush(): void {
    this.#submissions.flush();
  }

  /** Resolves when all that was asked for so far has been submitted. */
  async submitted(): Promise<void> {
    await this.#turn;
  }

  /** Resolves when all of it has run. */
  async done(): Promise<void> {
    this.flush();
    await this.#waits.until(this.#device.queue.onSubmittedWorkDone());
  }

  /** At the end of this turn of the event loop, whatever comes within it. */
  #schedule(): void {
    if (this.#turn || !this.#submissions.pending) return;
    this.#turn = yieldToEventLoop().then(() => {
      this.#turn = null;
      this.flush();
    });
  }

  #submit(commands: readonly Command[], cost: number): void {
    const encoder = this.#device.createCommandEncoder();
    encode(encoder, commands);
    this.#device.queue.submit([encoder.finish()]);
    this.#uploaded = 0;
    this.#measure(
      cost,
      commands.reduce((sum, command) => sum + command.cost, 0),
    );
  }

  progress(): Progress {
    return { ...this.#progress };
  }

  /** Submissions run one after the other, so one has run since it was submitted or since the last one was done. */
  #measure(cost: number, arithmetic: number): void {
    const submittedMs = performance.now();
    const submission = { cost, submittedMs };
    this.#underWay = [...this.#underWay, submission];
    const measured = () => {
      this.#waits.progressed();
      this.#progress.done += arithmetic;
      const doneMs = performance.now();
      const elapsedMs = doneMs - Math.max(submittedMs, this.#lastDoneMs);
      this.#lastDoneMs = doneMs;
      // Several may be reported at once; a reading of nothing says nothing.
      if (elapsedMs > 0.5) this.#costPerMs = 0.8 * this.#costPerMs + 0.2 * (cost / elapsedMs);
    };
    const over = () => {
      this.#underWay = this.#underWay.filter((one) => one !== submission);
      this.#tellRoom();
    };
    // A lost device is reported by `device.lost`.
    const done = this.#device.queue.onSubmittedWorkDone();
    void done.then(measured, () => undefined).then(over);
  }
}

/** Commands in their order; dispatches between two copies are one pass. */
export function encode(
  encoder: GPUCommandEncoder,
  commands: readonly (Launch | Copy)[],
  descriptor: GPUComputePassDescriptor = {},
): void {
  let pass: GPUComputePassEncoder | null = null;
  for (const command of commands) {
    if (isCopy(command)) {
      pass?.end();
      pass = null;
      const { from, fromOffset, to, toOffset, bytes } = command;
      encoder.copyBufferToBuffer(from, fromOffset, to, toOffset, bytes);
    } else {
      pass ??= encoder.beginComputePass(descriptor);
      pass.setPipeline(command.pipeline);
      pass.setBindGroup(0, command.bindGroup, [command.uniformOffset]);
      pass.dispatchWorkgroups(...command.workgroups);
    }
  }
  pass?.end();
}
