/** The slider over the run's past: every frame of its history, and the present at its end. */

import { Pause, Play } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { useShallow } from "zustand/react/shallow";
import { frameOnShow, keptSteps } from "../../store/pastFrames";
import { Action } from "../controls/Action";
import slider from "../styles/slider.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { LaneChangeMenu } from "./LaneChangeMenu";
import styles from "./PastBar.module.css";
import { usePlayingPast } from "./usePlayingPast";

export function PastBar() {
  const store = usePlaygroundStore();
  const { past } = useAllWords();
  const frames = useRun((run) => run.frames.frames);
  const playing = usePlayground((state) => state.playingPast);
  const isNone = useRun((run) => run.snapshot !== null && run.frames.frames.length === 0);
  usePlayingPast();
  if (isNone) return <p className={text.hint}>{past.tooLarge}</p>;
  const isEmpty = frames.length < 2;
  return (
    <div className={styles.bar}>
      <Action
        weight="quiet"
        aria-label={playing ? past.pause : past.play}
        isDisabled={isEmpty}
        onPress={() => store.getState().playPast(!playing)}
      >
        {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
      </Action>
      <FrameSlider isDisabled={isEmpty} />
      <LaneChangeMenu isDisabled={isEmpty} />
    </div>
  );
}

function FrameSlider({ isDisabled }: { readonly isDisabled: boolean }) {
  const store = usePlaygroundStore();
  const { past } = useAllWords();
  const frames = useRun((run) => run.frames.frames);
  const step = useRun((run) => run.step);
  const kept = useRun(useShallow(keptSteps));
  const shown = usePlayground(frameOnShow);
  const spoken = shown
    ? past.frame({
        step: shown.snapshot.step,
        loss: shown.loss,
        isKept: kept.includes(shown.snapshot.step),
      })
    : past.now({ step });
  const thumb = useRef<HTMLInputElement>(null);
  // A screen reader is to hear the step, and the library has no option for it.
  useLayoutEffect(() => thumb.current?.setAttribute("aria-valuetext", isDisabled ? past.empty : spoken));
  return (
    <Slider
      className={styles.slider}
      minValue={0}
      maxValue={Math.max(1, frames.length)}
      step={1}
      value={shown ? frames.indexOf(shown) : Math.max(1, frames.length)}
      onChange={(at) => store.getState().showStep(frames[at]?.snapshot.step ?? null)}
      isDisabled={isDisabled}
    >
      <Label className={text.hint}>{past.title}</Label>
      <SliderTrack className={styles.track}>
        <div className={`${slider.rail} ${styles.rail}`} />
        {!isDisabled &&
          frames.map(
            ({ snapshot }, i) =>
              kept.includes(snapshot.step) && (
                <i
                  key={snapshot.step}
                  className={styles.kept}
                  data-kept-step={snapshot.step}
                  style={{ left: `${(100 * i) / frames.length}%` }}
                />
              ),
          )}
        <SliderThumb className={`${slider.thumb} ${styles.thumb}`} inputRef={thumb} />
      </SliderTrack>
    </Slider>
  );
}
