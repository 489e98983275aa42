/** Scrubs through time. Its thumb stands exactly under the column of its step. */

import { I18nProvider, Label, Slider, SliderThumb, SliderTrack, useLocale } from "react-aria-components";
import slider from "../styles/slider.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import type { ReadingDirection } from "./readingDirection";
import styles from "./TimeSlider.module.css";

interface TimeSliderProps {
  readonly steps: number;
  readonly direction: ReadingDirection;
}

/** A slider runs as its language is written, and has no other way to be told. */
const localeToTheLeft = "he-IL";

export function TimeSlider({ steps, direction }: TimeSliderProps) {
  const { locale } = useLocale();
  return (
    <I18nProvider locale={direction === "rtl" ? localeToTheLeft : locale}>
      <StepSlider steps={steps} />
    </I18nProvider>
  );
}

function StepSlider({ steps }: Pick<TimeSliderProps, "steps">) {
  const store = usePlaygroundStore();
  const { stage } = useWords();
  const time = usePlayground((state) => Math.max(0, Math.min(state.time, steps - 1)));
  const scrub = (value: number) => {
    store.getState().setPlaying(false);
    store.getState().selectTime(value);
  };
  return (
    <Slider
      className={styles.slider}
      minValue={0}
      maxValue={steps - 1}
      step={1}
      value={time}
      onChange={scrub}
      isDisabled={steps < 2}
    >
      <Label className="visually-hidden">{stage.timeStep}</Label>
      <SliderTrack className={styles.track} style={{ marginInline: `${50 / steps}%` }}>
        <div className={slider.rail} />
        <SliderThumb className={slider.thumb} />
      </SliderTrack>
      <div className={styles.ends} aria-hidden="true">
        <span>0</span>
        <span>{stage.timeAxis}</span>
        <span>{steps - 1}</span>
      </div>
    </Slider>
  );
}
