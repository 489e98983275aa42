/** What each step of a plan takes on the GPU: by its own clock where it has one, else by waiting for it. */
import type { StepTime } from "../backend";
import type { GpuWaits } from "./gpuWaits";
import { type CommandStream, encode, type Launch } from "./stream";

interface Context {
  readonly device: GPUDevice;
  readonly waits: GpuWaits;
  readonly stream: CommandStream;
}

interface Clock {
  /** Milliseconds that these take. */
  time(launches: readonly Launch[]): Promise<number>;
  destroy(): void;
}

/** Every step is submitted by itself, in as many submissions as the adapter needs; null after each of them. */
export async function* profileSteps(
  context: Context,
  steps: readonly (readonly Launch[])[],
): AsyncGenerator<StepTime | null, void> {
  const { device, waits, stream } = context;
  const clock = device.features.has("timestamp-query")
    ? timestampClock(device, waits)
    : waitingClock(device, waits);
  try {
    for (const step of steps) {
      let elapsedMs = 0;
      for (const portion of stream.portions(step)) {
        // What was asked for before, by others too.
        stream.flush();
        elapsedMs += await clock.time(portion);
        yield null;
      }
      yield { elapsedMs, launches: step.length };
    }
  } finally {
    clock.destroy();
  }
}

const bytesPerTimestamp = 8;
const nanosecondsPerMs = 1e6;

function timestampClock(device: GPUDevice, waits: GpuWaits): Clock {
  const querySet = device.createQuerySet({ label: "profile", type: "timestamp", count: 2 });
  const size = 2 * bytesPerTimestamp;
  const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const resolved = device.createBuffer({ label: "profile", size, usage: QUERY_RESOLVE | COPY_SRC });
  const staging = device.createBuffer({ label: "profile, read", size, usage: COPY_DST | MAP_READ });
  const timestampWrites = { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
  return {
    async time(launches) {
      const encoder = device.createCommandEncoder();
      encode(encoder, launches, { timestampWrites });
      encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, size);
      device.queue.submit([encoder.finish()]);
      await waits.until(staging.mapAsync(GPUMapMode.READ));
      const [begin, end] = new BigUint64Array(staging.getMappedRange());
      const elapsedMs = Number(end - begin) / nanosecondsPerMs;
      staging.unmap();
      return elapsedMs;
    },
    destroy() {
      querySet.destroy();
      resolved.destroy();
      staging.destroy();
    },
  };
}

/** With what it takes to submit and to be told. */
const waitingClock = (device: GPUDevice, waits: GpuWaits): Clock => ({
  async time(launches) {
    const encoder = device.createCommandEncoder();
    encode(encoder, launches);
    await waits.until(device.queue.onSubmittedWorkDone());
    const startMs = performance.now();
    device.queue.submit([encoder.finish()]);
    await waits.until(device.queue.onSubmittedWorkDone());
    return performance.now() - startMs;
  },
  destroy() {},
});
