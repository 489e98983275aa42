/** The race that there is, beside the run on the stage. */
import { message, type Said } from "../../words/message";
import type { Command, RaceNews } from "../protocol";
import type { RaceRequest } from "../raceRequest";
import type { LiveRun } from "./liveRun";
import { planRace } from "./planRace";
import { asItBegins, Race, type RaceOptions } from "./race";

type CommandOf<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;

/** What it is on. */
type Ground = Pick<RaceOptions, "dataset" | "backend">;

export class Racing {
  readonly #emit: (news: RaceNews) => void;
  #race: Race | null = null;
  /** Of the one that is being made. */
  #comingId: number | null = null;

  constructor(emit: (news: RaceNews) => void) {
    this.#emit = emit;
  }

  get isBusy(): boolean {
    return this.#race?.isBusy === true;
  }

  /** On the data of the run on the stage. */
  plan(request: RaceRequest, live: LiveRun | null): void {
    const plan = live && planRace(request, live.dataset);
    if (plan?.ok) this.#emit({ kind: "planned", request, plan: plan.value });
    else this.#refuse(null, plan?.problem);
  }

  /** On the data and the engine of the run on the stage, which is to rest, or on those that it was on before. A race that is under way ends. */
  async begin(
    { raceId, request, from }: CommandOf<"race">,
    groundOf: () => Promise<Ground | null>,
    throwIfUnwanted: () => void,
  ): Promise<void> {
    await this.#race?.giveUp(message("race.anotherBegan"));
    this.#race = null;
    this.#comingId = raceId;
    const ground = await groundOf();
    if (!ground) return this.fail(message("race.noData"));
    const plan = from ? null : planRace(request, ground.dataset);
    if (plan?.ok === false) return this.fail(plan.problem);
    const members = from?.members ?? plan?.value.entries.map(asItBegins) ?? [];
    const { dataset, backend } = ground;
    const race = await Race.create({
      id: raceId,
      dataset,
      backend,
      request,
      members,
      emit: this.#emit,
      throwIfUnwanted,
    });
    this.#comingId = null;
    if (race.ok) this.#race = race.value;
    else this.#refuse(raceId, race.problem);
  }

  #refuse(raceId: number | null, problem: Said = message("race.noData")): void {
    this.#emit({ kind: "refused", raceId, problem });
  }

  /** Of a race that is gone nobody wants anything. */
  #asked({ raceId }: { readonly raceId: number }): Race | null {
    return this.#race?.id === raceId ? this.#race : null;
  }

  async steer(command: CommandOf<"steerRace" | "stopRacer">): Promise<void> {
    const race = this.#asked(command);
    if (command.type === "stopRacer") await race?.stop(command.member);
    else if (command.to === "pause") await race?.pause();
    else if (command.to === "goOn") race?.goOn();
    else await race?.end();
  }

  /** One slice; resolves to whether there is more. */
  async turn(isCalled: () => boolean, isUrgent: () => boolean): Promise<boolean> {
    if (this.isBusy) await this.#race?.turn(isCalled, isUrgent);
    return this.isBusy;
  }

  loseGpu(reason: Said): void {
    if (this.#race?.backend.name === "webgpu") this.fail(message("race.gpuLost", { said: reason }));
  }

  fail(why: Said): void {
    if (this.#comingId !== null) this.#refuse(this.#comingId, why);
    this.#comingId = null;
    this.#race?.fail(why);
    this.#race = null;
  }
}
