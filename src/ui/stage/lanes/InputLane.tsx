/** What is read, above everything that the network makes of it: symbols, lines, a picture, sound or a drawing. */

import { useStore } from "zustand";
import { useWords } from "../../words/useWords";
import { answerText } from "../probe/answerWords";
import { LiveText } from "../probe/LiveText";
import styles from "../probe/SequencePanel.module.css";
import type { StageViewStore } from "../stageView";
import { ImageLane } from "./ImageLane";
import { drawnAs, type FeatureSequence } from "./inputShape";
import { LinesLane } from "./LinesLane";
import { ManyFeaturesLane } from "./ManyFeaturesLane";
import { SequenceStrip } from "./SequenceStrip";
import { SpectrogramLane } from "./SpectrogramLane";
import { StageLane } from "./StageLane";
import { StateGround } from "./StateGround";
import { StrokeLane } from "./StrokeLane";

interface InputLaneProps {
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  /** Whether under each symbol stands what is answered there. */
  readonly answered: boolean;
}

export function InputLane({ view, symbols, answered }: InputLaneProps) {
  const { stage } = useWords();
  const sequence = useStore(view, (now) => now.sequence);
  const steps = symbols.length;
  if (sequence?.input.kind === "features") {
    return (
      <>
        <FeaturesLane view={view} input={sequence.input} steps={steps} />
        <StageLane label={<ColourLabel view={view} />}>
          <div className={styles.stateStrip}>
            <StateGround key={steps} view={view} steps={steps} />
          </div>
        </StageLane>
      </>
    );
  }
  const label = sequence && sequence.part !== "own" ? stage.symbolsOfSequence : stage.symbolsOfProbe;
  return (
    <StageLane label={<StripLabel view={view} answered={answered} />}>
      <SequenceStrip view={view} symbols={symbols} answered={answered} label={label} />
    </StageLane>
  );
}

function FeaturesLane(props: FeatureSequence & { readonly view: StageViewStore }) {
  switch (drawnAs(props.input)) {
    case "lines":
      return <LinesLane {...props} />;
    case "many":
      return <ManyFeaturesLane {...props} />;
    case "image":
      return <ImageLane {...props} />;
    case "spectrogram":
      return <SpectrogramLane {...props} />;
    case "stroke":
      return <StrokeLane {...props} />;
  }
}

function ColourLabel({ view }: { readonly view: StageViewStore }) {
  const { stage } = useWords();
  return <LiveText view={view} className={styles.colour} text={({ unit }) => stage.coloured({ unit })} />;
}

function StripLabel({ view, answered }: { readonly view: StageViewStore; readonly answered: boolean }) {
  const words = useWords();
  return (
    <div className={styles.stripLabel} data-answered={answered || undefined}>
      <span className={styles.reads}>
        {words.stage.reads}
        <ColourLabel view={view} />
      </span>
      {answered && <LiveText view={view} className={styles.soft} text={(now) => answerText(words, now)} />}
    </div>
  );
}
