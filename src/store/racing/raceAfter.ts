/** A race after what the engine tells of it: a pure function. */
import type { RaceNews } from "../../session/protocol";
import type { RaceEntry, RaceRequest } from "../../session/raceRequest";
import { settingValue } from "../../session/settingMessages";
import type { Message, Said } from "../../words/message";
import { randomId } from "../keeping/randomId";
import { keptPart } from "../keeping/recordOf";
import { goneOn } from "../past";
import { runAfter } from "../runAfter";
import { emptyRun } from "../runs";
import type { RaceMember, RaceState, RunState } from "../state";

type OwnNews = Exclude<RaceNews, { readonly kind: "planned" }>;

/** By which each is known among the others. */
export function differsOf({ vary, seeds, match }: RaceRequest, { settings }: RaceEntry): readonly Message[] {
  return [
    ...(vary === "seed" ? [] : [settingValue(vary, settings[vary])]),
    ...(match === "parameters" ? [settingValue("hiddenSizes", settings.hiddenSizes)] : []),
    ...(vary === "seed" || seeds > 1 ? [settingValue("seed", settings.seed)] : []),
  ];
}

/** What is told of another race changes nothing. */
export function raceAfter(race: RaceState, news: OwnNews, nowMs: number): RaceState {
  if (news.raceId !== race.id) return race;
  switch (news.kind) {
    case "refused":
      // What was kept of one that cannot go on stays.
      return { ...race, phase: race.members.length > 0 ? "kept" : "over", why: news.problem };
    case "began":
      return {
        ...race,
        phase: "running",
        members: news.entries.map(
          (entry, place) => race.members[place] ?? memberOf(race, entry, place, nowMs),
        ),
      };
    case "member":
      return withMember(race, news.member, (member) => ({ ...member, run: runOf(member, news) }));
    case "stopped":
      return withMember(race, news.member, (member) => ({ ...member, why: news.why }));
    case "left":
      return withMember(race, news.member, (member) => ({
        ...member,
        isOver: true,
        loss: news.loss,
        why: news.why,
      }));
    case "state":
      return { ...race, phase: news.isPaused ? "paused" : "running" };
    case "over":
      return news.why === null ? { ...race, phase: "over", why: null } : withoutEngine(race, news.why);
  }
}

/** The engine has it no more, and what it still says of it is none of it. What was last saved of its runs can be gone on with. */
export function withoutEngine(race: RaceState, why: Said): RaceState {
  if (race.phase === "over" || race.phase === "kept") return race;
  if (!race.members.some(({ run }) => run.saved)) return { ...race, phase: "over", why };
  const atRest = (member: RaceMember): RaceMember =>
    member.isOver ? member : { ...member, run: lastSaved(member.run) };
  return { ...race, id: 0, phase: "kept", why, members: race.members.map(atRest) };
}

/** What it has done since is undone, with its share of the time. */
function lastSaved(run: RunState): RunState {
  const kept = keptPart(run);
  const { steps, elapsedMs } = run.timed;
  const share = steps > kept.step ? kept.step / steps : 1;
  return {
    ...kept,
    training: false,
    timed: { steps: Math.min(steps, kept.step), elapsedMs: elapsedMs * share },
  };
}

const withMember = (
  race: RaceState,
  place: number,
  change: (member: RaceMember) => RaceMember,
): RaceState => ({
  ...race,
  members: race.members.map((member, i) => (i === place ? change(member) : member)),
});

function memberOf({ of, request }: RaceState, entry: RaceEntry, place: number, beganMs: number): RaceMember {
  const kept = { id: randomId(), beganMs, differs: differsOf(request, entry), origin: "page" } as const;
  return { entry, run: { ...emptyRun(place, null), of, kept }, isOver: false, loss: null, why: null };
}

function runOf(
  { run }: RaceMember,
  { news, trainedMs }: Extract<RaceNews, { readonly kind: "member" }>,
): RaceMember["run"] {
  switch (news.type) {
    case "runStarted": {
      const begun = news.run.step > 0 ? goneOn(run, run.id, news.run) : emptyRun(run.id, news.run);
      return { ...begun, of: run.of, kept: run.kept };
    }
    case "saved":
      // Its steps were told before it.
      return { ...run, saved: news.checkpoint, timed: { ...run.timed, elapsedMs: trainedMs } };
    case "metrics": {
      const after = { ...run, ...runAfter(run, news) };
      // The others have their turns between its own.
      return { ...after, timed: { steps: after.step, elapsedMs: trainedMs } };
    }
    case "state":
    case "settings":
    case "probe":
    case "validation":
    case "stepShare":
    case "evaluated":
    case "stopped":
      return { ...run, ...runAfter(run, news) };
    default:
      return run;
  }
}
