/** For tests: a kept run with values that a test can leave as they are. */
import { defaultSettings } from "../session/settings";
import { type RunRecord, recordForm } from "./runRecord";

const none = new Float64Array();

export const recordFixture: RunRecord = {
  form: recordForm,
  id: "0123456789abcdef0123456789abcdef",
  name: null,
  note: "",
  differs: [],
  beganMs: 1000,
  keptMs: 2000,
  deletedMs: null,
  engine: { choice: "cpu", name: "cpu", device: "CPU" },
  version: "0.1.0",
  data: { kind: "sample", language: "en" },
  dataName: "alice.txt",
  settings: defaultSettings,
  probe: { kind: "text", text: "The queen said" },
  view: { layer: 0, unit: 0, time: 0, unitOrder: "stored", rowHeight: null, columnWidth: null, pins: [] },
  summary: {
    suitable: defaultSettings,
    pretrained: false,
    step: 0,
    parameterCount: 21_000,
    planBytes: 5_000_000,
    stepsPerEpoch: 4,
    stepFlop: 3_000_000,
  },
  step: 8,
  epoch: 2,
  learningRate: 0.005,
  curves: {
    stride: 1,
    points: { step: none, loss: none, accuracy: none, gradientNorm: none },
    pending: { step: none, loss: none, accuracy: none, gradientNorm: none },
    validation: { step: none, loss: none, accuracy: none },
  },
  timed: { steps: 4, elapsedMs: 1000 },
  evaluated: null,
  events: [],
};
