/** The weights of the run on the stage in half precision, as a link can hold them. */
import { useEffect, useRef, useState } from "react";
import { type LinkedWeights, mostFileBytes, mostWeightBytes } from "../../kept/linkForm";
import { packedBytes } from "../../kept/writeLink";
import type { PlaygroundData } from "../../store/state";
import { message, type Said } from "../../words/message";
import { savedNow } from "../elsewhere/savedNow";
import { usePlaygroundStore } from "../usePlaygroundStore";

export type HalfWeights =
  | { readonly kind: "none" | "making" }
  | {
      readonly kind: "ready";
      readonly weights: LinkedWeights;
      readonly sizeBytes: number;
      /** What was on the page when they were taken. */
      readonly moment: PlaygroundData;
    }
  /** More than a link may hold. */
  | { readonly kind: "tooLarge"; readonly sizeBytes: number }
  | { readonly kind: "refused"; readonly problem: Said };

const none: HalfWeights = { kind: "none" };

export interface HalfWeightsControl {
  readonly state: HalfWeights;
  /** Takes those of now, or lets go of them. */
  readonly choose: (isWanted: boolean) => void;
}

/** They are given up with the dialog. */
export function useHalfWeights(): HalfWeightsControl {
  const store = usePlaygroundStore();
  const [state, setState] = useState(none);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const make = async (signal: AbortSignal): Promise<HalfWeights> => {
    const { saved } = await savedNow(store, signal);
    const moment = store.getState();
    const answer = await store.getState().exchange({ type: "halfWeights", saved }, signal);
    if (answer.type === "refused") return { kind: "refused", problem: answer.problem };
    if (answer.type !== "exported") return none;
    const file = new Uint8Array(await answer.file.arrayBuffer());
    const sizeBytes = packedBytes(file);
    if (file.length > mostFileBytes || sizeBytes > mostWeightBytes) return { kind: "tooLarge", sizeBytes };
    return { kind: "ready", weights: { steps: saved.step, file }, sizeBytes, moment };
  };
  const choose = (isWanted: boolean) => {
    if (!isWanted) {
      work.current?.abort();
      return setState(none);
    }
    const { signal } = startedAnew(work);
    setState({ kind: "making" });
    make(signal).then(setState, (error: unknown) => {
      if (signal.aborted) return;
      const said = error instanceof Error ? error.message : String(error);
      setState({ kind: "refused", problem: message("elsewhere.failed", { said }) });
    });
  };
  return { state, choose };
}

function startedAnew(work: { current: AbortController | null }): AbortController {
  work.current?.abort();
  work.current = new AbortController();
  return work.current;
}
