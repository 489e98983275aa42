/** What each step of a plan takes on the GPU: by its own clock where it has one, else by waiting for it. */
import type { StepTime } from "../backend";
import type { GpuWaits } from "./gpuWaits";
import { encode, type Launch } from "./stream";

/** Every step is submitted by itself, in the pieces that a slow adapter needs. */
const partsOf = (step: readonly Launch[]): readonly Launch[] =>
  step.flatMap((launch) => launch.pieces ?? [launch]);

export function profileSteps(
  context: Context,
  steps: readonly (readonly Launch[])[],
): Promise<readonly StepTime[]> {
  return context.device.features.has("timestamp-query")
    ? byTimestamps(context, steps)
    : byWaiting(context, steps);
}

interface Context {
  readonly device: GPUDevice;
  readonly waits: GpuWaits;
}

const bytesPerTimestamp = 8;
const nanosecondsPerMs = 1e6;

async function byTimestamps(
  { device, waits }: Context,
  steps: readonly (readonly Launch[])[],
): Promise<StepTime[]> {
  const count = 2 * Math.max(1, steps.length);
  const querySet = device.createQuerySet({ label: "profile", type: "timestamp", count });
  const size = count * bytesPerTimestamp;
  const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const resolved = device.createBuffer({ label: "profile", size, usage: QUERY_RESOLVE | COPY_SRC });
  const staging = device.createBuffer({ label: "profile, read", size, usage: COPY_DST | MAP_READ });
  try {
    for (const [i, step] of steps.entries()) {
      const encoder = device.createCommandEncoder();
      const timestampWrites = {
        querySet,
        beginningOfPassWriteIndex: 2 * i,
        endOfPassWriteIndex: 2 * i + 1,
      };
      encode(encoder, partsOf(step), { timestampWrites });
      device.queue.submit([encoder.finish()]);
    }
    const encoder = device.createCommandEncoder();
    encoder.resolveQuerySet(querySet, 0, count, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, staging, 0, size);
    device.queue.submit([encoder.finish()]);
    await waits.until(staging.mapAsync(GPUMapMode.READ));
    const times = new BigUint64Array(staging.getMappedRange());
    return steps.map((step, i) => ({
      elapsedMs: Number(times[2 * i + 1] - times[2 * i]) / nanosecondsPerMs,
      launches: step.length,
    }));
  } finally {
    querySet.destroy();
    resolved.destroy();
    staging.destroy();
  }
}

/** With what it takes to submit and to be told. */
async function byWaiting(
  { device, waits }: Context,
  steps: readonly (readonly Launch[])[],
): Promise<StepTime[]> {
  const times: StepTime[] = [];
  for (const step of steps) {
    const encoder = device.createCommandEncoder();
    encode(encoder, partsOf(step));
    await waits.until(device.queue.onSubmittedWorkDone());
    const startMs = performance.now();
    device.queue.submit([encoder.finish()]);
    await waits.until(device.queue.onSubmittedWorkDone());
    times.push({ elapsedMs: performance.now() - startMs, launches: step.length });
  }
  return times;
}
