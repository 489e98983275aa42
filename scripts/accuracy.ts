/**
 * What a user would get: trains on samples, tasks and tables with the settings that the page chooses, on the CPU engine, and says
 * how good the network is on what was held out, beside what needs no network.
 *
 *     npm run accuracy [-- --only pictures,strokes,adding] [--seconds 100] [--cell rnn]
 *     npm run accuracy -- --table FILE.csv
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { generatedSamples } from "../src/data/samples/registry";
import { describeTable } from "../src/data/table/describeTable";
import { guessQuestions } from "../src/data/table/guessQuestions";
import { prepareTable } from "../src/data/table/prepareTable";
import { readTable } from "../src/data/table/readTable";
import { suggestOptions } from "../src/data/table/suggestOptions";
import { memoryTasks } from "../src/data/tasks/registry";
import type { CalibrationStore } from "../src/session/engine/calibrations";
import { EngineSession } from "../src/session/engine/engineSession";
import type { DataSource, SessionEvent } from "../src/session/protocol";
import { type CellName, cellNames } from "../src/session/settings";
import { evaluationInWords } from "./evaluationInWords";

const noCalibrations: CalibrationStore = { read: async () => undefined, write: async () => {} };

interface Subject {
  readonly name: string;
  readonly source: DataSource;
}

const taskSubjects: readonly Subject[] = Object.values(memoryTasks).map((task) => ({
  name: task.name,
  source: {
    kind: "prepared",
    data: {
      kind: "task",
      task: task.name,
      parameters: Object.fromEntries(Object.entries(task.parameters).map(([name, p]) => [name, p.fallback])),
      seed: 1,
    },
  },
}));

const sampleSubjects: readonly Subject[] = Object.entries(generatedSamples).map(([name, make]) => ({
  name,
  source: { kind: "prepared", data: make() },
}));

/** The question that is guessed first, with the options that are suggested. */
async function readTableFile(file: string): Promise<Subject> {
  const name = path.basename(file);
  const table = await readTable(new File([await readFile(file)], name));
  if (!table.ok) throw new Error(table.problem);
  const described = await describeTable(table.value);
  const [question] = guessQuestions(described);
  if (!question) throw new Error(`Nothing can be asked of ${name}.`);
  const data = await prepareTable(described, question, suggestOptions(described, question));
  if (!data.ok) throw new Error(data.problem);
  return { name, source: { kind: "prepared", data: data.value } };
}

/** A session without a page: events are waited for. */
class Listener {
  readonly #session: EngineSession;
  #last = new Map<SessionEvent["type"], SessionEvent>();
  #wake: () => void = () => {};

  constructor() {
    this.#session = new EngineSession({
      emit: (event) => {
        this.#last.set(event.type, event);
        this.#wake();
      },
      requestWebgpu: () => Promise.reject(new Error("The CPU is measured.")),
      calibrations: noCalibrations,
      loadSample: () => readFile("public/sample.txt", "utf8"),
      loadPretrained: () => Promise.reject(new Error("Nothing is opened here.")),
    });
  }

  readonly send: EngineSession["handle"] = (command) => this.#session.handle(command);

  last<K extends SessionEvent["type"]>(type: K): Extract<SessionEvent, { type: K }> | null {
    const event = this.#last.get(type);
    const isIt = (one: SessionEvent): one is Extract<SessionEvent, { type: K }> => one.type === type;
    return event && isIt(event) ? event : null;
  }

  forget(type: SessionEvent["type"]): void {
    this.#last.delete(type);
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const failed = this.last("failed") ?? this.last("dataRejected");
      if (failed) throw new Error("failure" in failed ? failed.failure.message : failed.message);
    }
  }
}

async function measure({ name, source }: Subject, seconds: number, cell: CellName | null): Promise<void> {
  const session = new Listener();
  session.send({ type: "loadData", loadId: 1, source });
  await session.until(() => session.last("runStarted") !== null);
  const start = session.last("runStarted");
  if (start && cell && cell !== start.run.settings.cell) {
    session.send({ type: "configure", settings: { ...start.run.settings, cell } });
    await session.until(() => session.last("runStarted")?.run.settings.cell === cell);
  }
  const settings = session.last("runStarted")?.run.settings;
  const startMs = performance.now();
  session.send({ type: "train" });
  const elapsed = () => (performance.now() - startMs) / 1000;
  // It may stop by itself before.
  const stopped = () => session.last("state")?.training === false && (session.last("state")?.step ?? 0) > 0;
  await session.until(() => elapsed() > seconds || stopped());
  const trainedFor = elapsed().toFixed(0);
  session.forget("evaluated");
  session.send({ type: "pause" });
  const step = () => session.last("state")?.step ?? -1;
  await session.until(() => session.last("evaluated")?.step === step() && !session.last("state")?.training);
  const evaluated = session.last("evaluated");
  const { cell: used, hiddenSizes: H, batchSize: B, sequenceLength: T, learningRate } = settings ?? {};
  console.log(
    `${name}: ${used}, H = ${H}, T = ${T}, B = ${B}, rate ${learningRate}, ${evaluated?.step} steps in ${trainedFor} s`,
  );
  if (evaluated) console.log(evaluationInWords(evaluated.evaluation));
}

const isCell = (name: string): name is CellName => cellNames.some((cell) => cell === name);

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: "string" },
      seconds: { type: "string", default: "100" },
      cell: { type: "string" },
      table: { type: "string", multiple: true, default: [] },
    },
  });
  const wanted = values.only?.split(",");
  const all = [...sampleSubjects, ...taskSubjects];
  const tables = await Promise.all(values.table.map(readTableFile));
  const chosen = all.filter(({ name }) => wanted?.includes(name) ?? tables.length === 0);
  const subjects = [...tables, ...chosen];
  if (subjects.length === 0)
    throw new Error(`There is none of that name. There are: ${all.map(({ name }) => name).join(", ")}.`);
  const cell = values.cell ?? null;
  if (cell !== null && !isCell(cell)) throw new Error(`The cells are ${cellNames.join(", ")}.`);
  for (const subject of subjects) await measure(subject, Number(values.seconds), cell);
  return 0;
}
