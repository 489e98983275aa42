import { readFile } from "node:fs/promises";
import { sampleTexts } from "../../src/data/samples/sampleTexts";
import type { CalibrationStore } from "../../src/session/engine/calibrations";
import { EngineSession } from "../../src/session/engine/engineSession";
import type { SessionEvent } from "../../src/session/protocol";
import { inEnglish } from "../../src/words/english";
import type { Language } from "../../src/words/language";
import { Refusal } from "./refusal";

const noCalibrations: CalibrationStore = { read: async () => undefined, write: async () => {} };

type EventOf<K extends SessionEvent["type"]> = Extract<SessionEvent, { type: K }>;

/** A session on the CPU without a page: its events are waited for. */
export class SessionListener {
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
      loadSample,
      loadPretrained: () => Promise.reject(new Error("Nothing is opened here.")),
    });
  }

  readonly send: EngineSession["handle"] = (command) => this.#session.handle(command);

  /** The newest event of a type, if one has come. */
  last<K extends SessionEvent["type"]>(type: K): EventOf<K> | null {
    const event = this.#last.get(type);
    const isIt = (one: SessionEvent): one is EventOf<K> => one.type === type;
    return event && isIt(event) ? event : null;
  }

  /** The first event of a type that comes from now on. */
  async next<K extends SessionEvent["type"]>(type: K): Promise<EventOf<K>> {
    this.#last.delete(type);
    for (;;) {
      await this.until(() => this.#last.has(type));
      const event = this.last(type);
      if (event) return event;
    }
  }

  /** Looks again with every event. Throws what the session says against the data, or what has failed. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const rejected = this.last("dataRejected");
      if (rejected) throw new Refusal(inEnglish(rejected.message));
      const failed = this.last("failed");
      if (failed) throw errorOf(failed);
    }
  }
}

export const loadSample = (language: Language) => readFile(`public/${sampleTexts[language].text}`, "utf8");

/** What was asked for cannot be had, or something went wrong. */
function errorOf({ failure: { kind, message, advice } }: EventOf<"failed">): Error {
  return kind === "settings" || kind === "planTooLarge"
    ? new Refusal(`${inEnglish(message)} ${inEnglish(advice)}`)
    : new Error(inEnglish(message));
}
