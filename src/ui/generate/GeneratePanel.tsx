/** Lets the network write on from a prompt, and shows what one of its units did meanwhile. */
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../store/store";
import { Panel } from "../controls/Panel";
import { GeneratedText } from "./GeneratedText";
import { GenerationStatus } from "./GenerationStatus";
import { PromptForm } from "./PromptForm";
import { SamplingControls } from "./SamplingControls";
import { UnitColours } from "./UnitColours";

export function GeneratePanel({ store }: { readonly store: PlaygroundStore }) {
  const written = useStore(store, (state) => state.generation !== null);
  return (
    <Panel title="Generate">
      <PromptForm store={store} />
      {written && (
        <>
          <GenerationStatus store={store} />
          <GeneratedText store={store} />
          <UnitColours store={store} />
        </>
      )}
      <SamplingControls store={store} />
    </Panel>
  );
}
