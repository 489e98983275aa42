/** What is forecast behind the last row of a series, and how far off that may be. Plain data. K columns, F rows ahead. */
import type { Said } from "../../words/message";
import type { FanCoverage } from "./futureFan";

export interface FutureForecast {
  readonly columns: readonly { readonly name: Said; readonly unit: string | null }[];
  /** Rows that are forecast at once; what lies behind them is forecast from forecasts. */
  readonly horizon: number;
  readonly series: readonly FutureSeries[];
  /** Series of the data that are not among them: they have too few rows, or have their turn when training pauses. */
  readonly left: number;
  /** Held-out forecasts that the fan was made from. */
  readonly origins: number;
  /** Of each column: how much of what is held out lies in the fan of 80 %. */
  readonly coverage: readonly (FanCoverage | null)[];
}

export interface FutureSeries {
  /** Null where there is only one. */
  readonly name: Said | null;
  /** Its last rows, what they are called and their values, [n, K]; NaN where one was filled in. */
  readonly pastNames: readonly Said[];
  readonly past: Float64Array;
  /** F of them. */
  readonly names: readonly Said[];
  /** Of how many of them, the first ones, all that the network reads beside its targets is known; null where it reads nothing else. */
  readonly knownInputs: number | null;
  /** [F, K] */
  readonly forecast: Float64Array;
  /** [F, K]: as much above or below the forecast as the median of the errors that the ranges are made of; NaN where they are. */
  readonly middle: Float64Array;
  /** [F, K] each: where half, and 80 %, of what comes is to lie; NaN where too little is held out to tell. */
  readonly low50: Float64Array;
  readonly high50: Float64Array;
  readonly low80: Float64Array;
  readonly high80: Float64Array;
}
