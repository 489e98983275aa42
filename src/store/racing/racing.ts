/** Asks for races, and follows the one that there is. Its runs are kept beyond the page as they go. */
import type { ClientEvent, RaceNews } from "../../session/protocol";
import type { RaceRequest } from "../../session/raceRequest";
import { message, type Said } from "../../words/message";
import { shownRun } from "../runs";
import { viewOf } from "../selection";
import type { RaceMember, RaceState } from "../state";
import type { PlaygroundStore } from "../store";
import { raceAfter } from "./raceAfter";

let lastRaceId = 0;

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
  const id = ++lastRaceId;
  const { engine } = state;
  const race = { id, request, guess, phase: "starting", members: [], why: null, of, engine } as const;
  store.setState({ race: { ...race, view: viewOf(state) } });
  state.steerRace({ type: "race", raceId: id, request });
}

/** For another one. */
export const forgetRace = (store: PlaygroundStore): void => store.setState({ race: null, racePlan: null });

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
  if (race && race.phase !== "over" && why) put(store, race, { ...race, phase: "over", why });
}

function followNews(store: PlaygroundStore, news: RaceNews): void {
  const { race } = store.getState();
  if (news.kind === "planned") store.setState({ racePlan: news.plan });
  else if (news.kind === "refused" && news.raceId === null)
    store.setState({ racePlan: { problem: news.problem } });
  else if (race) put(store, race, raceAfter(race, news, Date.now()));
}

/** A race ends with the worker in which it is. */
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
  for (const [i, member] of race.members.entries())
    if (isOver || isNews(member, before.members[i])) keep(store, race, member);
  if (isOver && race.members.length > 0) store.getState().notify("info", message("race.isOver"));
}

const isNews = (member: RaceMember, before: RaceMember | undefined): boolean =>
  member.run.saved !== before?.run.saved || member.isOver !== before?.isOver;

/** What no step was taken in is nothing. */
function keep(store: PlaygroundStore, { view, engine }: RaceState, { run }: RaceMember): void {
  if (run.saved && run.saved.step > 0) store.getState().keeper({ type: "keepRaced", run, view, engine });
}
