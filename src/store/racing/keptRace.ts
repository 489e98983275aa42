/** A race as the page knows it, as records, and what was kept of one as a race that can be looked at and gone on with. */

import { type RaceRecord, type RacerRecord, raceForm } from "../../kept/raceRecord";
import type { KeptSource } from "../../kept/runRecord";
import type { WholeRace } from "../../kept/runStore";
import type { DataSource, RacerSoFar } from "../../session/protocol";
import type { RaceEntry } from "../../session/raceRequest";
import { sourceName } from "../../session/sourceName";
import { randomId } from "../keeping/randomId";
import { type Moment, recordAsItIs, recordOf, runOfRecord } from "../keeping/recordOf";
import { emptyRun } from "../runs";
import type { RaceMember, RaceState } from "../state";
import { differsOf } from "./raceAfter";

export const raceRecordOf = (race: RaceState, data: KeptSource): RaceRecord => ({
  form: raceForm,
  id: race.kept.id,
  beganMs: race.kept.beganMs,
  request: race.request,
  entries: race.members.map(({ entry }) => entry),
  guess: race.guess,
  isOver: race.phase === "over",
  why: race.why,
  data,
  dataName: sourceName(race.of.source),
  engine: race.engine,
  view: race.view,
});

/** What there is to keep of the run of a member; null where no step was taken in it. */
export function momentOfMember(
  { of, view, engine }: RaceState,
  { run }: RaceMember,
  timeMs: number,
): Moment | null {
  const { kept, saved } = run;
  if (!kept || !saved || saved.step === 0) return null;
  return { run, kept, source: of.source, view, engine, happened: [], timeMs };
}

export function racerRecordOf(
  race: RaceState,
  { run, isOver, loss, why }: RaceMember,
  place: number,
  moment: Moment | null,
  data: KeptSource,
  version: string,
): RacerRecord {
  const { of, view, engine } = race;
  const { kept, summary } = run;
  // One that is over stays as it was, though its state be gone.
  const isKnown = isOver && kept && summary && run.step > 0;
  const known = isKnown && {
    run,
    kept,
    source: of.source,
    view,
    engine,
    happened: [],
    timeMs: race.kept.beganMs,
  };
  const record = moment ? recordOf(moment, data, version) : known ? recordAsItIs(known, data, version) : null;
  return { form: raceForm, place, record, isOver, loss, why };
}

/** One that is not over is paused. @param id by which the page knows it */
export function raceOfRecord(whole: WholeRace, source: DataSource, id: number, nowMs: number): RaceState {
  const { record, racers, checkpoints } = whole;
  const { request, entries, guess, isOver, why, engine, view, beganMs } = record;
  const of = { source, data: null, usedTable: null, usedFolder: null };
  const memberAt = (entry: RaceEntry, place: number): RaceMember => {
    const racer = racers.find((one) => one.place === place);
    const kept = racer?.record;
    const checkpoint = (kept && checkpoints.get(kept.id)) ?? null;
    // Its run may have gone on by itself since, or be gone.
    const saved = checkpoint?.step === kept?.step ? checkpoint : null;
    if (racer && kept && (racer.isOver || isOver || saved)) {
      const run = runOfRecord(place, kept, saved, source);
      return { entry, run, isOver: racer.isOver, loss: racer.loss, why: racer.why };
    }
    const identity = {
      id: randomId(),
      beganMs: nowMs,
      differs: differsOf(request, entry),
      origin: "page",
    } as const;
    const run = { ...emptyRun(place, null), of, kept: identity };
    return racer?.isOver
      ? { entry, run, isOver: true, loss: racer.loss, why: racer.why }
      : { entry, run, isOver: false, loss: null, why: null };
  };
  return {
    id,
    kept: { id: record.id, beganMs },
    request,
    guess,
    phase: isOver ? "over" : "kept",
    members: entries.map(memberAt),
    why,
    of,
    view,
    engine,
  };
}

/** What the engine is told of a member that goes on. */
export const soFarOf = ({ entry, run: { saved, timed }, isOver, why }: RaceMember): RacerSoFar => ({
  entry,
  checkpoint: saved,
  trainedMs: saved ? timed.elapsedMs : 0,
  why,
  isOver,
});
