/** Which kernels a GPU runs fastest is measured once, and kept for each adapter. */
import * as v from "valibot";
import { type Calibration, isCurrent } from "../../engine/backends/webgpu/calibration";
import type { WebgpuBackend } from "../../engine/backends/webgpu/webgpu";
import { within } from "../../within";

/** Where calibrations are kept, by adapter. What is read may be anything, of any age. */
export interface CalibrationStore {
  read(adapter: string): Promise<unknown>;
  write(adapter: string, calibration: Calibration): Promise<void>;
}

const calibrationSchema = v.object({
  version: v.number(),
  adapter: v.string(),
  choice: v.record(v.string(), v.string()),
  measurements: v.array(
    v.object({ family: v.string(), variant: v.string(), elapsedMs: v.nullable(v.number()) }),
  ),
});

/** One that was kept, if it is of these kernels and this adapter. Where nothing can be read, there is none. */
async function keptFor(adapter: string, store: CalibrationStore): Promise<Calibration | null> {
  const read = await within(storageMs, store.read(adapter)).catch(() => null);
  const parsed = v.safeParse(calibrationSchema, read);
  return parsed.success && isCurrent(parsed.output, adapter) ? parsed.output : null;
}

/** A store that does not answer is none. */
const storageMs = 3000;

/** Uses the calibration that was kept, or makes one and keeps it. */
export async function calibrateOnce(backend: WebgpuBackend, store: CalibrationStore): Promise<void> {
  backend.use(await keptFor(backend.device, store));
  if (backend.calibration === null) await calibrateAnew(backend, store);
}

export async function calibrateAnew(backend: WebgpuBackend, store: CalibrationStore): Promise<void> {
  const calibration = await backend.calibrate();
  // Where nothing can be kept (a private window), it is measured again next time.
  await within(storageMs, store.write(backend.device, calibration)).catch(() => undefined);
}

/** What is kept lasts as long as the store itself. */
export function inMemory(): CalibrationStore {
  const kept = new Map<string, Calibration>();
  return {
    read: async (adapter) => kept.get(adapter),
    write: async (adapter, calibration) => void kept.set(adapter, calibration),
  };
}
