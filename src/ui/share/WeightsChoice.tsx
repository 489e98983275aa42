/** Whether the link brings the network as it is now, and how large that is. */
import { mostWeightBytes } from "../../kept/linkForm";
import { Action } from "../controls/Action";
import { Toggle } from "../controls/Toggle";
import layout from "../styles/layout.module.css";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { isUntouchedOwn } from "./linkNow";
import { halfSize, mayFitInLink } from "./mayFitInLink";
import type { HalfWeights, HalfWeightsControl } from "./useHalfWeights";

interface WeightsChoiceProps {
  readonly control: HalfWeightsControl;
  /** The run is saved to a file instead. */
  readonly onSaved: () => void;
}

export function WeightsChoice({ control: { state, choose }, onSaved }: WeightsChoiceProps) {
  const store = usePlaygroundStore();
  const { share } = useAllWords();
  const id = useRun(({ kept }) => kept?.id);
  const isUntouched = useRun(isUntouchedOwn);
  const parameters = useRun(({ summary }) => summary?.parameterCount ?? 0);
  const cannotFit = !isUntouched && !mayFitInLink(parameters);
  const tooMany = share.weightsCannotFit({ parameters, size: halfSize(parameters), most: mostWeightBytes });
  const asked = useWeightsHint(state);
  const hint = cannotFit ? tooMany : asked;
  const isRefused = cannotFit || state.kind === "tooLarge" || state.kind === "refused";
  const save = (run: string) => {
    store.getState().keeper({ type: "save", id: run, withData: true });
    onSaved();
  };
  return (
    <div className={layout.stack}>
      <Toggle
        label={share.withWeights}
        value={state.kind === "ready" || state.kind === "making"}
        onChange={choose}
        hint={<span role="status">{isUntouched ? share.ownNetwork : hint}</span>}
        isDisabled={isUntouched || cannotFit}
      />
      {isRefused && id !== undefined && (
        <div className={layout.actions}>
          <Action onPress={() => save(id)}>{share.saveFile}</Action>
        </div>
      )}
    </div>
  );
}

function useWeightsHint(state: HalfWeights): string {
  const { share } = useAllWords();
  const say = useSay();
  switch (state.kind) {
    case "none":
      return share.weightsHint;
    case "making":
      return share.weightsMaking;
    case "ready":
      return share.weightsReady({ steps: state.weights.steps, size: state.sizeBytes });
    case "tooLarge":
      return share.weightsTooLarge({ size: state.sizeBytes, most: mostWeightBytes });
    case "refused":
      return say(state.problem);
  }
}
