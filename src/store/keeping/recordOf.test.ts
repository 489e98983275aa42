import { expect, test } from "vitest";
import { plainView } from "../../kept/linkForm";
import { readRecord } from "../../kept/readRecord";
import { recordFixture } from "../../kept/recordFixture";
import type { TrainingEnd } from "../../session/protocol";
import { defaultSettings } from "../../session/settings";
import { appendMetrics, emptyHistory, maxPoints } from "../metrics";
import { emptyRun } from "../runs";
import { metricsFixture, runFixture } from "../sessionFixture";
import { type Moment, recordOf, runOfRecord } from "./recordOf";

const steps = Array.from({ length: maxPoints + 6 }, (_, i) => metricsFixture(i + 1, Math.cos(i)));
const latest = steps[steps.length - 1];
const source = { kind: "sample" } as const;
const kept = { id: "0123456789abcdef0123456789abcdef", beganMs: 1, differs: [], origin: "page" } as const;
const moment: Moment = {
  run: {
    ...emptyRun(1, { ...runFixture, step: latest.step }),
    step: latest.step,
    latest,
    history: appendMetrics(emptyHistory, steps),
    inUse: defaultSettings,
    kept,
  },
  kept,
  source,
  view: plainView,
  engine: recordFixture.engine,
  happened: [],
  timeMs: 2,
};

test("a run whose points stand for several steps comes back with the last step by itself", () => {
  expect(moment.run.history.stride).toBe(2);
  const record = recordOf(moment, recordFixture.data, "0.1.0");
  expect(readRecord(record)).toEqual({ ok: true, record });
  expect(runOfRecord(2, record, null, source)).toMatchObject({ latest, history: moment.run.history });
});

test("a run whose first weights were trained elsewhere comes back as one", () => {
  const brought = recordOf({ ...moment, kept: { ...kept, brought: true } }, recordFixture.data, "0.1.0");
  expect(readRecord(brought)).toEqual({ ok: true, record: brought });
  expect(runOfRecord(2, brought, null, source).kept).toMatchObject({ brought: true });
});

test.each<TrainingEnd>([
  { why: "patience", step: latest.step, undone: 40 },
  { why: "length", step: latest.step },
])("a run whose training has ended by itself ($why) comes back as one", (ended) => {
  const record = recordOf({ ...moment, run: { ...moment.run, ended } }, recordFixture.data, "0.1.0");
  expect(readRecord(record)).toEqual({ ok: true, record });
  expect(runOfRecord(2, record, null, source).ended).toEqual(ended);
});
