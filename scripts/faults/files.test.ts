import { expect, it } from "vitest";
import { damagedFiles } from "./files";
import { fileKinds } from "./originals";

it.each(fileKinds)(
  "no damaged %s breaks its reader, keeps it busy, or is refused without a reason",
  async (kind) => {
    const [faults] = await damagedFiles({ count: 200, seed: 1, kinds: [kind] });
    expect(faults).toMatchObject({ files: 200, crashes: [], hangs: [], withoutReason: [] });
    expect(faults.read + faults.refused).toBe(200);
    // Some are whole enough, and some are not.
    expect(faults.read).toBeGreaterThan(0);
  },
);
