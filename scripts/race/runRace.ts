/** One race on the CPU, and what it comes to as a table in Markdown. */
import { createCpuBackend } from "../../src/engine/backends/cpu/cpu";
import { planRace } from "../../src/session/engine/planRace";
import { asItBegins, Race } from "../../src/session/engine/race";
import { readDataset } from "../../src/session/engine/readDataset";
import { suitableSettings } from "../../src/session/engine/suitableSettings";
import type { RaceNews } from "../../src/session/protocol";
import type { RaceEntry, RacePlan, RaceRequest } from "../../src/session/raceRequest";
import {
  deviationOf,
  heldOutMeasure,
  meanOf,
  type RaceOutcome,
  standingsOf,
  verdictOf,
} from "../../src/session/raceVerdict";
import { defaultSettings } from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import { Refusal } from "../accuracy/refusal";
import { loadSample } from "../accuracy/sessionListener";
import type { Subject } from "../accuracy/subjects";
import type { RaceOfCells } from "./raceArguments";

interface Raced extends RaceOutcome {
  readonly stepMs: number;
  readonly step: number;
}

/** @throws `Refusal` for what cannot be raced */
export async function runRace(subject: Subject, race: RaceOfCells): Promise<string> {
  const { cells: values, match, seeds, length } = race;
  const read = await readDataset(subject.source(), loadSample);
  if (!read.ok) throw new Refusal(inEnglish(read.problem));
  const dataset = read.value;
  const base = race.settings(suitableSettings(dataset, defaultSettings));
  const request: RaceRequest = { base, vary: "cell", values, seeds, match, length };
  const plan = planRace(request, dataset);
  if (!plan.ok) throw new Refusal(inEnglish(plan.problem));
  const backend = createCpuBackend();
  const told: RaceNews[] = [];
  const emit = (news: RaceNews) => void told.push(news);
  const made = await Race.create({
    id: 1,
    dataset,
    backend,
    request,
    members: plan.value.entries.map(asItBegins),
    emit,
  });
  if (!made.ok) throw new Refusal(inEnglish(made.problem));
  while (made.value.isBusy) await made.value.turn(() => false);
  backend.destroy();
  const raced = plan.value.entries.map((entry, member) => racedOf(entry, member, told));
  return [
    heading(subject, request, plan.value),
    "",
    table(request, plan.value, raced),
    "",
    inWords(request, raced),
    "",
  ].join("\n");
}

function racedOf(
  { variant, settings: { seed } }: RaceEntry,
  member: number,
  told: readonly RaceNews[],
): Raced {
  const own = told.flatMap((one) => (one.kind === "member" && one.member === member ? [one] : []));
  const left = told.find((one) => one.kind === "left" && one.member === member);
  const evaluated = own.findLast(({ news }) => news.type === "evaluated")?.news;
  const metrics = own.findLast(({ news }) => news.type === "metrics");
  const step = metrics?.news.type === "metrics" ? (metrics.news.points.at(-1)?.step ?? 0) : 0;
  return {
    variant,
    seed,
    loss: left?.kind === "left" ? left.loss : null,
    evaluation: evaluated?.type === "evaluated" ? evaluated.evaluation : null,
    step,
    stepMs: metrics && step > 0 ? metrics.trainedMs / step : Number.NaN,
  };
}

function heading(
  { name }: Subject,
  { base, seeds, match, length }: RaceRequest,
  { spread }: RacePlan,
): string {
  const { batchSize: B, sequenceLength: T, learningRate } = base;
  const each = match === "time" ? `${length} s` : `${length} steps`;
  return `**${name}**: ${each}, ${seeds} seeds, B = ${B}, T = ${T}, rate ${learningRate}, matched by ${match}; parameters within ${(100 * spread).toFixed(1)} %`;
}

function table({ values }: RaceRequest, { entries }: RacePlan, raced: readonly Raced[]): string {
  const measured = raced.find(({ evaluation }) => evaluation)?.evaluation ?? null;
  const heldOut = measured === null ? "held out" : measureNames[measured.kind];
  const rows = standingsOf(raced).map(({ variant, mean, deviation }) => {
    const own = raced.filter((one) => one.variant === variant);
    const entry = entries.find((one) => one.variant === variant);
    const results = own.flatMap(({ evaluation }) => (evaluation ? [heldOutMeasure(evaluation).value] : []));
    return [
      String(values[variant]),
      entry?.settings.hiddenSizes.join(" + "),
      entry?.parameterCount,
      withSpread(mean, deviation),
      withSpread(meanOf(results), deviationOf(results)),
      meanOf(own.map(({ stepMs }) => stepMs)).toPrecision(3),
    ];
  });
  const head = ["cell", "units", "parameters", "validation loss", heldOut, "ms a step"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const measureNames = {
  language: "held out, bits per symbol",
  classes: "held out, accuracy",
  numbers: "held out, squared error",
  forecast: "held out, better than the best baseline by",
} as const;

function inWords({ values }: RaceRequest, raced: readonly Raced[]): string {
  const verdict = verdictOf(raced);
  if (verdict.kind !== "won" || !verdict.runnerUp) return "No winner.";
  const { winner, runnerUp, isClear, difference } = verdict;
  const range = difference
    ? `: the difference of losses, seed by seed, is ${difference.low.toPrecision(2)} to ${difference.high.toPrecision(2)} (95 %)`
    : "";
  return `Winner: ${values[winner.variant]}; ${isClear ? "clearly" : "not clearly"} before ${values[runnerUp.variant]}${range}.`;
}

const withSpread = (mean: number, deviation: number | null): string =>
  deviation === null ? mean.toPrecision(4) : `${mean.toPrecision(4)} ± ${deviation.toPrecision(2)}`;
