/**
 * Encodes dispatches and submits them in pieces of bounded time: a slow adapter's watchdog kills submissions of
 * seconds, and a browser draws its page between two of them.
 */

export interface Launch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly uniformOffset: number;
  readonly workgroups: readonly [number, number, number];
  /** Floating-point operations, roughly. */
  readonly cost: number;
  /** The same in shorter dispatches, for an adapter on which it would take too long. */
  readonly pieces?: readonly Launch[];
}

/** Aimed-at GPU time of one submission. */
const submissionMs = 12;
/** A dispatch that would take longer is done in pieces. */
const dispatchMs = 100;
/** What a dispatch costs beside its arithmetic, in the same unit. */
const dispatchCost = 20_000;
/** What the division into submissions looks at. */
interface Costly<L> {
  readonly cost: number;
  readonly pieces?: readonly L[];
}

const totalCost = (launches: readonly { readonly cost: number }[]) =>
  launches.reduce((sum, { cost }) => sum + cost + dispatchCost, 0);

/** What is submitted together: each submission ends with the dispatch that fills its time. */
export function inSubmissions<L extends Costly<L>>(launches: readonly L[], costPerMs: number): L[][] {
  const submissions: L[][] = [];
  let current: L[] = [];
  let cost = 0;
  for (const launch of launches.flatMap((it) => inPieces(it, costPerMs))) {
    current.push(launch);
    cost += launch.cost + dispatchCost;
    if (cost < submissionMs * costPerMs) continue;
    submissions.push(current);
    current = [];
    cost = 0;
  }
  return current.length > 0 ? [...submissions, current] : submissions;
}

const inPieces = <L extends Costly<L>>(launch: L, costPerMs: number): readonly L[] =>
  launch.pieces && launch.cost > dispatchMs * costPerMs ? launch.pieces : [launch];

/** A careful guess (1 GFLOP/s) until the first submissions have been timed. */
const firstCostPerMs = 1_000_000;

export class Submitter {
  readonly #device: GPUDevice;
  #costPerMs = firstCostPerMs;
  #lastDoneMs = 0;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  submit(launches: readonly Launch[]): void {
    for (const submission of inSubmissions(launches, this.#costPerMs)) this.#submit(submission);
  }

  #submit(launches: readonly Launch[]): void {
    const encoder = this.#device.createCommandEncoder();
    encode(encoder, launches);
    this.#device.queue.submit([encoder.finish()]);
    this.#measure(totalCost(launches));
  }

  /** Submissions run one after the other, so one has run since it was submitted or since the last one was done. */
  #measure(cost: number): void {
    const submittedMs = performance.now();
    const measured = () => {
      const doneMs = performance.now();
      const elapsedMs = doneMs - Math.max(submittedMs, this.#lastDoneMs);
      this.#lastDoneMs = doneMs;
      // Several may be reported at once; a reading of nothing says nothing.
      if (elapsedMs > 0.5) this.#costPerMs = 0.8 * this.#costPerMs + 0.2 * (cost / elapsedMs);
    };
    // A lost device is reported by `device.lost`.
    this.#device.queue.onSubmittedWorkDone().then(measured, () => undefined);
  }
}

/** One pass with these dispatches, one after the other. */
export function encode(
  encoder: GPUCommandEncoder,
  launches: readonly Launch[],
  descriptor: GPUComputePassDescriptor = {},
): void {
  const pass = encoder.beginComputePass(descriptor);
  for (const { pipeline, bindGroup, uniformOffset, workgroups } of launches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup, [uniformOffset]);
    pass.dispatchWorkgroups(...workgroups);
  }
  pass.end();
}
