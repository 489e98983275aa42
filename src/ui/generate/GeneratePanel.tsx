/** Lets the network write on from a prompt, and shows what one of its units did meanwhile. */

import { Panel } from "../controls/Panel";
import { usePlayground } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords } from "../words/useWords";
import { GeneratedText } from "./GeneratedText";
import { GenerationStatus } from "./GenerationStatus";
import { PromptForm } from "./PromptForm";
import { SamplingControls } from "./SamplingControls";
import { UnitColours } from "./UnitColours";

export function GeneratePanel() {
  const { title } = useAllWords().generate;
  const written = usePlayground((state) => state.generation !== null);
  return (
    <Panel title={title}>
      <PromptForm />
      <WaitingFor isHere={({ type }) => type === "generate" || type === "stopGenerating"} />
      {written && (
        <>
          <GenerationStatus />
          <GeneratedText />
          <UnitColours />
        </>
      )}
      <SamplingControls />
    </Panel>
  );
}
