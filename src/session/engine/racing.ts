/** The race that there is, beside the run on the stage. */
import { message, type Said } from "../../words/message";
import type { Command, RaceNews } from "../protocol";
import type { RaceRequest } from "../raceRequest";
import type { LiveRun } from "./liveRun";
import { planRace } from "./planRace";
import { Race } from "./race";

type CommandOf<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;

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

  /** On the data and the engine of the run on the stage, which is to rest. A race that is under way ends. */
  async begin(
    { raceId, request }: CommandOf<"race">,
    live: LiveRun | null,
    throwIfUnwanted: () => void,
  ): Promise<void> {
    if (!live) return this.#refuse(raceId);
    await this.#race?.giveUp(message("race.anotherBegan"));
    this.#race = null;
    this.#comingId = raceId;
    const plan = planRace(request, live.dataset);
    if (!plan.ok) return this.fail(plan.problem);
    const race = await Race.create({
      id: raceId,
      dataset: live.dataset,
      backend: live.backend,
      request,
      plan: plan.value,
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
    else if (command.to === "pause") race?.pause();
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
