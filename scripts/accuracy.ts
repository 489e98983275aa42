/**
 * What a user would get: trains on samples, tasks and tables with the settings that the page chooses, on the CPU engine, and says
 * how good the network is on what was held out, beside what needs no network.
 *
 *     npm run accuracy [-- --only pictures,strokes,adding] [--seconds 100] [--cell rnn] [--layers 2] [--SETTING VALUE …]
 *     npm run accuracy -- --table FILE.csv
 *     npm run accuracy -- --table FILE.csv --json [--seconds 0]
 *
 * `--where "store=1,3"` or `--where "day=2024-01-01..2024-03-31"` reads only those rows of a table, and
 * `--every "week,sum"` brings them to even steps (`mean`, `sum` or `last`).
 *
 * With `--json` all that the page would say of a table, where everything proposed is accepted, is one line of JSON, a `TableAnswer`
 * (`accuracy/tableAnswer.ts`); with `--seconds 0` nothing is trained. `--save FILE` keeps the run, trained or not, as a checkpoint.
 * Every setting of a run (`src/session/settings.ts`) is an option of its name.
 *
 * Exit code 2, with one line on stderr, for what cannot be read, asked or set.
 */
import { writeFile } from "node:fs/promises";
import { encodeCheckpoint } from "../src/engine/train/encodeCheckpoint";
import { type AccuracyArguments, accuracyArguments } from "./accuracy/accuracyArguments";
import { evaluationInWords } from "./accuracy/evaluationInWords";
import { checkpointOf, evaluateRun, type MeasuredRun, startRun, trainFor } from "./accuracy/measuredRun";
import { readTableFile } from "./accuracy/readTableFile";
import { Refusal } from "./accuracy/refusal";
import { type Subject, subjectsFor } from "./accuracy/subjects";
import { tableAnswer } from "./accuracy/tableAnswer";

export async function main(argv: string[]): Promise<number> {
  try {
    const given = accuracyArguments(argv);
    await (given.json ? answerInJson(given) : measureAll(given));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function answerInJson({
  tables: [place],
  where,
  every,
  seconds,
  settings,
  save,
}: AccuracyArguments): Promise<void> {
  const table = await readTableFile(place, { where, every });
  const run = await startRun({ kind: "prepared", data: table.data }, settings);
  const answer = await tableAnswer(table, run, seconds);
  if (save !== null) await keep(run, save);
  console.log(JSON.stringify(answer));
}

async function measureAll(given: AccuracyArguments): Promise<void> {
  const subjects = await subjectsFor(given);
  if (given.save !== null && subjects.length !== 1)
    throw new Refusal("--save keeps one run: it goes with one table, sample or task.");
  for (const subject of subjects) await measure(subject, given);
}

async function measure(subject: Subject, { seconds, settings, save }: AccuracyArguments): Promise<void> {
  const run = await startRun(subject.source(), settings);
  const trainedFor = seconds > 0 ? await trainFor(run, seconds) : 0;
  const { step, evaluation } = await evaluateRun(run);
  const { cell, hiddenSizes, batchSize: B, sequenceLength: T, learningRate } = run.settings;
  console.log(
    `${subject.name}: ${cell}, H = ${hiddenSizes.join(" + ")}, T = ${T}, B = ${B}, rate ${learningRate}, ${step} steps in ${trainedFor.toFixed(0)} s`,
  );
  console.log(evaluationInWords(evaluation));
  if (save !== null) await keep(run, save);
}

async function keep(run: MeasuredRun, place: string): Promise<void> {
  const bytes = encodeCheckpoint(await checkpointOf(run));
  await writeFile(place, bytes).catch((error: Error) => {
    throw new Refusal(`“${place}” could not be written (${error.message}).`);
  });
}
