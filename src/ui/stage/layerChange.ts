import type { SnapshotLayer } from "../../session/protocol";

/** What a layer does less what it did, number by number: of the same layer of the same network, which reads the same sequence. */
export const layerChange = (now: SnapshotLayer, before: SnapshotLayer): SnapshotLayer => ({
  ...now,
  gates: difference(now.gates, before.gates),
  hidden: difference(now.hidden, before.hidden),
  inputPart: null,
  hiddenPart: null,
});

const difference = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value - b[i]);
