/** What the stage shows: a text of one's own, one of the examples, or something drawn or recorded. */

import type { ComponentType } from "react";
import type { FeatureDisplay } from "../../../data/examples";
import { identityOf } from "../../../words/message";
import { lazyPart } from "../../lazyPart";
import { usePlayground } from "../../usePlaygroundStore";
import { WaitingFor } from "../../waiting/WaitingFor";
import type { StageViewStore } from "../stageView";
import { ProbeField } from "./ProbeField";

// The page opens on a text; what other data need comes after the first picture.
const ExampleChooser = lazyPart(async () => (await import("./ExampleChooser")).ExampleChooser);

/** Where sequences of one's own are made, by how their features are shown; each ends in `setProbe({ kind: "own", … })`. */
const probeMakers: Partial<Record<FeatureDisplay["kind"], ComponentType>> = {
  image: lazyPart(async () => (await import("../../draw/PicturePad")).PicturePad),
  spectrogram: lazyPart(async () => (await import("../../sound/SoundRecorder")).SoundRecorder),
  stroke: lazyPart(async () => (await import("../../draw/StrokePad")).StrokePad),
};

interface ProbeChooserProps {
  readonly view: StageViewStore;
}

export function ProbeChooser({ view }: ProbeChooserProps) {
  return (
    <>
      <Chooser view={view} />
      <WaitingFor isHere={({ type }) => type === "setProbe"} />
    </>
  );
}

function Chooser({ view }: ProbeChooserProps) {
  const data = usePlayground((state) => state.data);
  if (data?.kind !== "examples") return <ProbeField />;
  const { input } = data;
  const Maker = input.kind === "features" ? probeMakers[input.display.kind] : undefined;
  return (
    <>
      <ExampleChooser view={view} examples={data} />
      {input.kind === "symbols" && <ProbeField />}
      {Maker && <Maker key={identityOf(data.name)} />}
    </>
  );
}
