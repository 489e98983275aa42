/** Asks for races, and follows the one that there is. Its runs are kept beyond the page as they go. */
import type { ClientEvent, RaceNews } from "../../session/protocol";
import type { RaceRequest } from "../../session/raceRequest";
import { message, type Said } from "../../words/message";
import { randomId } from "../keeping/randomId";
import { shownRun } from "../runs";
import { viewOf } from "../selection";
import type { RaceMember, RaceState } from "../state";
import type { PlaygroundStore } from "../store";
import { soFarOf } from "./keptRace";
import { raceAfter, withoutEngine } from "./raceAfter";

let lastRaceId = 0;
const nextRaceId = () => ++lastRaceId;

/** Which runs a race would have comes as `racePlan`. */
export function planRace(store: PlaygroundStore, request: RaceRequest): void {
  hear(store);
  store.getState().steerRace({ type: "planRace", request });
}

/** @param guess the value that somebody thinks will win, by its place */
export function startRace(store: PlaygroundStore, request: RaceRequest, guess: number | null): void {
  hear(store);
  const state = store.getState();
  const { of } = shownRun(state);
  if (!of || !state.engine) return;
  const id = nextRaceId();
  const { choice, name, device } = state.engine;
  const kept = { id: randomId(), beganMs: Date.now() };
  const begun = { id, kept, request, guess, phase: "starting", members: [], why: null, of } as const;
  store.setState({ race: { ...begun, view: viewOf(state), engine: { choice, name, device } } });
  state.steerRace({ type: "race", raceId: id, request });
}

/** One that was kept goes on where it was, or is measured as it was there. */
export function goOnWithRace(store: PlaygroundStore, how: "goOn" | "end"): void {
  hear(store);
  const { race, steerRace } = store.getState();
  if (race?.phase !== "kept") return;
  const id = nextRaceId();
  store.setState({ race: { ...race, id, phase: "starting", why: null } });
  const from = { data: race.of.source, on: race.engine.name, members: race.members.map(soFarOf) };
  steerRace({ type: "race", raceId: id, request: race.request, from });
  if (how === "end") steerRace({ type: "steerRace", raceId: id, to: "end" });
}

/** For another one. */
export function forgetRace(store: PlaygroundStore): void {
  const { race, keeper } = store.getState();
  store.setState({ race: null, racePlan: null });
  if (race) keeper({ type: "leaveRace", id: race.kept.id });
}

function hear(store: PlaygroundStore): void {
  if (!store.getState().hearRace) store.setState({ hearRace: (event) => follow(store, event) });
}

function follow(store: PlaygroundStore, event: ClientEvent): void {
  if (event.type === "raced") {
    followNews(store, event.news);
    return;
  }
  const { race } = store.getState();
  const why = endOf(event);
  if (race && why) put(store, race, withoutEngine(race, why));
}

function followNews(store: PlaygroundStore, news: RaceNews): void {
  const { race } = store.getState();
  if (news.kind === "planned") store.setState({ racePlan: news.plan });
  else if (news.kind === "refused" && news.raceId === null)
    store.setState({ racePlan: { problem: news.problem } });
  else if (race) put(store, race, raceAfter(race, news, Date.now()));
}

/** A race is gone with the worker in which it is. */
function endOf(event: ClientEvent): Said | null {
  const isGone =
    (event.type === "happened" &&
      (event.happening.kind === "crashed" || event.happening.kind === "silent")) ||
    (event.type === "withdrawn" && event.command.type === "race") ||
    (event.type === "failed" && isStopped(event.failure.message));
  return isGone ? message("race.engineStopped") : null;
}

const isStopped = (said: Said) => typeof said !== "string" && said.key === "engine.stoppedOften";

function put(store: PlaygroundStore, before: RaceState, race: RaceState): void {
  if (race === before) return;
  store.setState({ race });
  const isOver = race.phase === "over" && before.phase !== "over";
  const places = [...race.members.entries()]
    .filter(([i, member]) => isOver || isNews(member, before.members[i]))
    .map(([i]) => i);
  const isToKeep = places.length > 0 || race.phase !== before.phase;
  const { keeper, notify } = store.getState();
  if (isToKeep && race.members.length > 0 && race.phase !== "kept")
    keeper({ type: "keepRace", race, places });
  if (isOver && race.members.length > 0) notify("info", message("race.isOver"));
  // What is refused at its start is said where it was asked for.
  if (race.phase === "kept" && race.why !== null && before.phase !== "starting") notify("problem", race.why);
}

const isNews = (member: RaceMember, before: RaceMember | undefined): boolean =>
  member.run.saved !== before?.run.saved || member.why !== before?.why || member.isOver !== before?.isOver;
