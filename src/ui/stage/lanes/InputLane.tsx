/** What is read, above everything that the network makes of it: symbols, lines, a picture, sound or a drawing. */

import { useStore } from "zustand";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { answerText } from "../probe/answerWords";
import { LiveText } from "../probe/LiveText";
import styles from "../probe/SequencePanel.module.css";
import type { StageViewStore } from "../stageView";
import { ImageLane } from "./ImageLane";
import { drawnAs } from "./inputShape";
import { LinesLane } from "./LinesLane";
import { ManyFeaturesLane } from "./ManyFeaturesLane";
import { SequenceStrip } from "./SequenceStrip";
import { SpectrogramLane } from "./SpectrogramLane";
import { StageLane } from "./StageLane";
import { StrokeLane } from "./StrokeLane";

interface InputLaneProps {
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  /** Whether under each symbol stands what is answered there. */
  readonly answered: boolean;
}

export function InputLane({ view, symbols, answered }: InputLaneProps) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const sequence = useStore(view, (now) => now.sequence);
  const steps = symbols.length;
  if (sequence?.input.kind === "features") {
    const shown = { store, view, input: sequence.input, steps };
    switch (drawnAs(sequence.input)) {
      case "lines":
        return <LinesLane {...shown} />;
      case "many":
        return <ManyFeaturesLane {...shown} />;
      case "image":
        return <ImageLane {...shown} />;
      case "spectrogram":
        return <SpectrogramLane {...shown} />;
      case "stroke":
        return <StrokeLane {...shown} />;
    }
  }
  const label = sequence && sequence.part !== "own" ? stage.symbolsOfSequence : stage.symbolsOfProbe;
  return (
    <StageLane label={<StripLabel view={view} answered={answered} />}>
      <SequenceStrip view={view} symbols={symbols} answered={answered} label={label} />
    </StageLane>
  );
}

function StripLabel({ view, answered }: { readonly view: StageViewStore; readonly answered: boolean }) {
  const words = useWords();
  return (
    <div className={styles.stripLabel} data-answered={answered || undefined}>
      <span>{words.stage.reads}</span>
      {answered && <LiveText view={view} className={styles.soft} text={(now) => answerText(words, now)} />}
    </div>
  );
}
