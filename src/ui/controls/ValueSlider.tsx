/** A slider that shows and says its value in the value's own words, on whatever scale its track has. */
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { Label, Slider, SliderFill, type SliderProps, SliderThumb, SliderTrack } from "react-aria-components";
import field from "../styles/field.module.css";
import text from "../styles/text.module.css";
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

export function ValueSlider({
  label,
  value,
  scale,
  format,
  onChange,
  readout,
  hint,
  isDisabled,
}: ValueSliderProps) {
  const thumbInput = useSpokenValue(format(value));
  return (
    <Slider
      className={`${field.row} ${styles.slider}`}
      value={scale.toPosition(value)}
      minValue={scale.min}
      maxValue={scale.max}
      step={scale.step}
      onChange={(position) => onChange(scale.fromPosition(position))}
      isDisabled={isDisabled ?? false}
    >
      <Label className={text.label}>{label}</Label>
      {readout ?? <span className={text.numbers}>{format(value)}</span>}
      <SliderTrack className={styles.track}>
        <SliderFill className={styles.fill} />
        <SliderThumb className={styles.thumb} inputRef={thumbInput} />
      </SliderTrack>
      {hint && <p className={field.under}>{hint}</p>}
    </Slider>
  );
}

/** A screen reader would hear the position on the track; it is to hear the value. The library has no option for it. */
function useSpokenValue(words: string): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  // After every render: the library writes its own words whenever the position has changed.
  useLayoutEffect(() => input.current?.setAttribute("aria-valuetext", words));
  return input;
}
