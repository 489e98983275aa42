/** A slider that shows and says its value in the value's own words, on whatever scale its track has. */
import { type ReactNode, useContext } from "react";
import {
  Label,
  Slider,
  SliderFill,
  type SliderProps,
  SliderStateContext,
  SliderThumb,
  SliderTrack,
} from "react-aria-components";
import styles from "./ValueSlider.module.css";

/** How a value lies on the track. */
export interface TrackScale {
  toPosition(value: number): number;
  fromPosition(position: number): number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface ValueSliderProps extends Pick<SliderProps<number>, "isDisabled"> {
  readonly label: string;
  readonly value: number;
  readonly scale: TrackScale;
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
  /** Instead of the value's words, right of the label. */
  readonly readout?: ReactNode;
  readonly hint?: ReactNode;
}

export function ValueSlider({ label, value, scale, format, onChange, readout, hint, isDisabled }: ValueSliderProps) {
  return (
    <Slider
      className={styles.slider}
      value={scale.toPosition(value)}
      minValue={scale.min}
      maxValue={scale.max}
      step={scale.step}
      onChange={(position) => onChange(scale.fromPosition(position))}
      isDisabled={isDisabled ?? false}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.readout}>{readout ?? <span className={styles.value}>{format(value)}</span>}</div>
      <SliderTrack className={styles.track}>
        <SliderFill className={styles.fill} />
        <SpokenAs words={format(value)}>
          <SliderThumb className={styles.thumb} />
        </SpokenAs>
      </SliderTrack>
      {hint && <p className={styles.hint}>{hint}</p>}
    </Slider>
  );
}

/** A screen reader would hear the position on the track; it is to hear the value. */
function SpokenAs({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const state = useContext(SliderStateContext);
  return (
    <SliderStateContext value={state && { ...state, getThumbValueLabel: () => words }}>{children}</SliderStateContext>
  );
}
