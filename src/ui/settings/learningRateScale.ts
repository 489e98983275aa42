/** The learning rate's track: powers of ten at equal distances, values of two significant digits. */
import { settings } from "../../session/settings";
import type { TrackScale } from "../controls/ValueSlider";

const { min, max } = settings.learningRate;

export const learningRateScale: TrackScale = {
  min: Math.log10(min),
  max: Math.log10(max),
  step: 0.05,
  toPosition: (value) => Math.log10(value),
  fromPosition: (position) => Math.min(max, Math.max(min, Number((10 ** position).toPrecision(2)))),
};
