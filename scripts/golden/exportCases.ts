/**
 * Networks of random sizes in every format, for `check_exports.py`:
 *
 *     node scripts/run.mjs scripts/golden/exportCases.ts DIR [COUNT]
 *
 * Each is a folder of DIR, with a folder a format in it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { cellNames } from "../../src/engine/model/cells/registry";
import type { Loss, NetworkConfig, NetworkInput } from "../../src/engine/model/config";
import { defaultTraining } from "../../src/engine/train/defaultTraining";
import { encodeCheckpoint } from "../../src/engine/train/encodeCheckpoint";
import { initialCheckpoint } from "../../src/engine/train/trainer";
import { checkOf } from "../../src/exchange/check";
import type { Subject } from "../../src/exchange/exported";
import { exportTo, formats } from "../../src/exchange/exportTo";
import { networkOf } from "../../src/exchange/network";
import { Random } from "../../src/random";

const losses: readonly Loss[] = [
  { kind: "crossEntropy", labelSmoothing: 0, classWeights: null, ignoredClass: null },
  { kind: "meanSquaredError" },
  { kind: "binaryCrossEntropy" },
];

/** The first ten have every cell in both arrangements. */
function randomConfig(i: number): NetworkConfig {
  const random = Random.fromSeed(1000 + i);
  const pick = <T>(of: readonly T[]): T => of[random.integer(0, of.length - 1)];
  const V = random.integer(2, 40);
  const inputs: readonly NetworkInput[] = [
    { kind: "embedding", vocabularySize: V, size: random.integer(1, 9) },
    { kind: "oneHot", vocabularySize: V },
    { kind: "features", size: random.integer(1, 9) },
  ];
  const isEven = random.integer(0, 1) === 0;
  const H = random.integer(1, 33);
  const hiddenSizes = Array.from({ length: random.integer(1, 4) }, () =>
    isEven ? H : random.integer(1, 33),
  );
  return {
    cell: cellNames[i % cellNames.length],
    input: pick(inputs),
    hiddenSizes,
    bidirectional: i < 10 ? i >= 5 : random.integer(0, 1) === 1,
    dropout: 0,
    recurrentDropout: 0,
    head: { size: random.integer(1, 12), at: pick(["every", "last"]) },
    loss: pick(losses),
  };
}

export async function main([folder, count = "40"]: string[]): Promise<number> {
  for (let i = 0; i < Number(count); i++) {
    const config = randomConfig(i);
    const size = config.input.kind === "features" ? 0 : config.input.vocabularySize;
    const vocabulary = Array.from({ length: size }, (_, id) => String.fromCodePoint(0x4e00 + id));
    const checkpoint = initialCheckpoint({ config, vocabulary }, { ...defaultTraining, seed: i });
    const subject: Subject = {
      network: networkOf(checkpoint),
      check: await checkOf(checkpoint),
      checkpoint,
      data: null,
      language: "en",
    };
    const place = path.join(folder, String(i).padStart(2, "0"));
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "checkpoint"), encodeCheckpoint(checkpoint));
    for (const format of formats) {
      const exported = await exportTo(format, subject);
      if (!exported.ok) continue;
      await mkdir(path.join(place, format), { recursive: true });
      for (const { name, bytes } of exported.value) await writeFile(path.join(place, format, name), bytes);
    }
  }
  return 0;
}
