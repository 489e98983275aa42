/** A session in Node for tests: its events are kept, and can be waited for. */

import { buildVocabulary } from "../../data/vocabulary";
import type { Backend } from "../../engine/backends/backend";
import { kernelsVersion } from "../../engine/backends/webgpu/calibration";
import { initialCheckpoint } from "../../engine/train/trainer";
import type { Command, EngineChoice, SessionEvent } from "../protocol";
import { defaultSettings, type RunSettings } from "../settings";
import type { CalibrationStore } from "./calibrations";
import { EngineSession } from "./engineSession";
import type { MeasureStep } from "./engines";
import { networkOf, nextSymbol, trainingOf } from "./networkOf";

export const smallSettings: RunSettings = {
  ...defaultSettings,
  hiddenSizes: [8],
  embeddingSize: 5,
  sequenceLength: 6,
  batchSize: 3,
};

export const sampleText = "the cat sat on the mat. the dog ate the hat.\n".repeat(20);

/** The defaults, for every adapter: most tests are of other things. */
const alreadyCalibrated: CalibrationStore = {
  read: async (adapter) => ({ version: kernelsVersion, adapter, choice: {}, measurements: [] }),
  write: async () => {},
};

export const sampleTextIn = { en: sampleText, zh: "小石问，阿花数。「一，二，三。」\n".repeat(20) };

type EventOf<K extends SessionEvent["type"]> = Extract<SessionEvent, { type: K }>;

export class TestSession {
  readonly events: SessionEvent[] = [];
  /** No sample comes meanwhile. */
  isOffline = false;
  /** Commands that were sent: the next is one more. */
  sent = 0;
  readonly #session: EngineSession;
  #listeners: (() => void)[] = [];

  /** Where there is a GPU, it is taken for the faster engine, unless `measureStep` says otherwise. */
  constructor(
    requestWebgpu: () => Promise<Backend>,
    measureStep: MeasureStep = async (backend) => (backend.name === "webgpu" ? 1 : 2),
    settings: RunSettings = smallSettings,
    calibrations: CalibrationStore = alreadyCalibrated,
    retryMs?: number,
  ) {
    this.#session = new EngineSession({
      emit: (event) => this.#receive(event),
      requestWebgpu,
      calibrations,
      measureStep,
      ...(retryMs !== undefined && { retryMs }),
      loadSample: async (language) => {
        if (this.isOffline) throw new Error("It could not be loaded.");
        return sampleTextIn[language];
      },
      loadPretrained: async (language) => {
        const { symbols } = buildVocabulary(sampleTextIn[language]);
        const config = networkOf(settings, nextSymbol(symbols));
        return initialCheckpoint({ config, vocabulary: symbols }, trainingOf(settings));
      },
    });
  }

  send(command: Command): void {
    this.sent++;
    this.#session.handle(command);
  }

  /** Opens, and waits until WebGPU has been tried. */
  async open(engine: EngineChoice): Promise<void> {
    this.send({ type: "open", engine });
    await this.next("snapshot");
    await this.until("engine", ({ status }) => status.webgpu.state !== "checking", 0);
  }

  /** The first event of a type that comes from now on. */
  next<K extends SessionEvent["type"]>(type: K): Promise<EventOf<K>> {
    return this.until(type, () => true, this.events.length);
  }

  /** The first event, from index `from` on, that a condition holds for. */
  async until<K extends SessionEvent["type"]>(
    type: K,
    holds: (event: EventOf<K>) => boolean,
    from = this.events.length,
  ): Promise<EventOf<K>> {
    const isIt = (event: SessionEvent): event is EventOf<K> => event.type === type;
    for (let i = from; ; i++) {
      while (i >= this.events.length) await new Promise<void>((resolve) => this.#listeners.push(resolve));
      const event = this.events[i];
      if (isIt(event) && holds(event)) return event;
    }
  }

  of<K extends SessionEvent["type"]>(type: K): EventOf<K>[] {
    const isIt = (event: SessionEvent): event is EventOf<K> => event.type === type;
    return this.events.filter(isIt);
  }

  #receive(event: SessionEvent): void {
    this.events.push(event);
    if (event.type === "snapshot") this.send({ type: "snapshotTaken" });
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}
