/** Text written by the network: what is asked for, and what has come so far. */
import type { StoreApi } from "zustand/vanilla";
import { defaultSampleLanguage, sampleTexts } from "../data/samples/sampleTexts";
import type { Command, SessionEvent } from "../session/protocol";
import { shownRun } from "./runs";
import type { Generation, GenerationActions, GenerationSlice, PlaygroundState } from "./state";

export const initialGeneration: GenerationSlice = {
  prompt: sampleTexts[defaultSampleLanguage].prompt,
  sampling: { greedy: false, temperature: 0.8, topK: null },
  generationLength: 400,
  generation: null,
};

export type GenerationEvent = Extract<
  SessionEvent,
  { readonly type: "generationStarted" | "generated" | "generationEnded" }
>;

/** The generation after an event; events of an earlier generation change nothing. */
export function withGenerationEvent(
  generation: Generation | null,
  event: GenerationEvent,
): Pick<GenerationSlice, "generation"> {
  if (generation === null || event.generationId !== generation.id) return { generation };
  switch (event.type) {
    case "generationStarted":
      // One that has stopped with its worker runs again when it is asked for once more.
      return { generation: { ...generation, running: true, unknown: event.unknown } };
    case "generated":
      return { generation: { ...generation, tokens: [...generation.tokens, ...event.tokens] } };
    case "generationEnded":
      return { generation: { ...generation, running: false } };
  }
}

export const stoppedGeneration = ({ generation }: GenerationSlice): Pick<GenerationSlice, "generation"> => ({
  generation: generation?.running ? { ...generation, running: false } : generation,
});

export function generationActions(
  send: (command: Command) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): GenerationActions {
  return {
    setPrompt: (prompt) => set({ prompt }),
    setSampling: (change) => set((state) => ({ sampling: { ...state.sampling, ...change } })),
    setGenerationLength: (generationLength) => set({ generationLength }),
    generate: () => {
      const { prompt, sampling, generationLength, generation, shownId: runId, data } = get();
      const { step, settings } = shownRun(get());
      const id = (generation?.id ?? 0) + 1;
      const unit = data?.kind === "text" ? data.unit : "characters";
      const unknown = { count: 0, readAs: "" };
      set({ generation: { id, runId, step, unit, running: true, tokens: [], unknown } });
      // Every press draws anew, and the same presses draw the same: the seed follows from the run's own.
      const seed = settings.seed + id;
      send({ type: "generate", generationId: id, prompt, length: generationLength, sampling, seed });
    },
    stopGenerating: () => send({ type: "stopGenerating" }),
  };
}
