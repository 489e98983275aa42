/** What the stage shows: a text of one's own, one of the examples, or something drawn or recorded. */
import type { ComponentType } from "react";
import { useStore } from "zustand";
import type { FeatureDisplay } from "../../../data/examples";
import type { PlaygroundStore } from "../../../store/store";
import { PicturePad } from "../../draw/PicturePad";
import { StrokePad } from "../../draw/StrokePad";
import { SoundRecorder } from "../../sound/SoundRecorder";
import type { StageViewStore } from "../stageView";
import { ExampleChooser } from "./ExampleChooser";
import { ProbeField } from "./ProbeField";

interface ProbeMaker {
  readonly store: PlaygroundStore;
}

/** Where sequences of one's own are made, by how their features are shown; each ends in `setProbe({ kind: "own", … })`. */
const probeMakers: Partial<Record<FeatureDisplay["kind"], ComponentType<ProbeMaker>>> = {
  image: PicturePad,
  spectrogram: SoundRecorder,
  stroke: StrokePad,
};

interface ProbeChooserProps {
  readonly store: PlaygroundStore;
  readonly view: StageViewStore;
}

export function ProbeChooser({ store, view }: ProbeChooserProps) {
  const data = useStore(store, (state) => state.data);
  if (data?.kind !== "examples") return <ProbeField store={store} />;
  const { input } = data;
  const Maker = input.kind === "features" ? probeMakers[input.display.kind] : undefined;
  return (
    <>
      <ExampleChooser store={store} view={view} examples={data} />
      {input.kind === "symbols" && <ProbeField store={store} />}
      {Maker && <Maker key={data.name} store={store} />}
    </>
  );
}
