/** The learning rate: on a logarithmic track or to the digit, in force from the next step on. */

import { formatNumber } from "../controls/parseNumber";
import { ValueSlider } from "../controls/ValueSlider";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { learningRateScale } from "./learningRateScale";
import { NumberControl } from "./NumberControl";
import { useIsLocked } from "./useIsLocked";

export function LearningRate() {
  const store = usePlaygroundStore();
  const { settingLabels } = useAllWords();
  const isLocked = useIsLocked();
  const learningRate = useRun((run) => run.settings.learningRate);
  return (
    <ValueSlider
      label={settingLabels.learningRate}
      value={learningRate}
      scale={learningRateScale}
      format={formatNumber}
      onChange={(value) => store.getState().configure({ learningRate: value })}
      isDisabled={isLocked}
      readout={<NumberControl name="learningRate" labelHidden />}
    />
  );
}
