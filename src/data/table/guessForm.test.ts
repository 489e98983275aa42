import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { atOnce } from "../inTurns";
import { guessForm } from "./guessForm";
import { kpssCritical, kpssStatistic } from "./stationarity";

const random = Random.fromSeed(5);
const noise = Float64Array.from({ length: 400 }, () => random.normal());
const made = (rows: number, value: (i: number) => number) =>
  Float64Array.from({ length: rows }, (_, i) => value(i));

describe("kpssStatistic", () => {
  it("is what statsmodels gives", () => {
    // kpss(np.arange(1, 21) ** 1.5 % 7, regression="c", nlags=1)
    const values = made(20, (i) => (i + 1) ** 1.5 % 7);
    expect(atOnce(kpssStatistic(values))).toBeCloseTo(0.16743180035745078, 8);
  });

  it("tells what keeps its level from what rises or wanders", () => {
    let place = 0;
    const walk = noise.map((step) => {
      place += step;
      return place;
    });
    expect(atOnce(kpssStatistic(noise))).toBeLessThan(kpssCritical);
    expect(atOnce(kpssStatistic(walk))).toBeGreaterThan(kpssCritical);
    expect(atOnce(kpssStatistic(made(100, (i) => i)))).toBeGreaterThan(kpssCritical);
    expect(atOnce(kpssStatistic(made(100, () => 0.1)))).toBe(0);
  });

  it("leaves out what is missing", () => {
    const gaps = made(40, (i) => (i % 4 === 3 ? Number.NaN : noise[i]));
    expect(atOnce(kpssStatistic(gaps))).toBe(
      atOnce(kpssStatistic(gaps.filter((value) => !Number.isNaN(value)))),
    );
  });
});

const guess = (values: Float64Array, period: number | null) => atOnce(guessForm([values], period));

describe("guessForm", () => {
  it("forecasts values of what keeps its level, with a season as well", () => {
    expect(guess(noise, null)).toEqual({ form: "value", reason: "steady", several: false });
    const seasonal = made(130, (i) => 10 * Math.sin((2 * Math.PI * i) / 40) + noise[i]);
    expect(guess(seasonal, 40)).toEqual({ form: "value", reason: "steady", several: false });
  });

  it("forecasts the change of what rises evenly, or wanders", () => {
    expect(
      guess(
        made(150, (i) => 10 * i + noise[i]),
        null,
      ),
    ).toEqual({ form: "change", reason: "moves", several: false });
  });

  it("forecasts the seasonal change of what rises with a season", () => {
    const sales = made(150, (i) => 10 * i + 200 * Math.sin((2 * Math.PI * i) / 12) + noise[i]);
    expect(guess(sales, 12).form).toBe("seasonalChange");
    expect(guess(sales, null).form).toBe("change");
  });

  it("forecasts relative changes of what grows by shares", () => {
    expect(
      guess(
        made(150, (i) => 1.05 ** (i + noise[i] / 10)),
        null,
      ).form,
    ).toBe("relativeChange");
    const seasonal = made(150, (i) => 1.03 ** i * (2 + Math.sin((2 * Math.PI * i) / 12)));
    expect(guess(seasonal, 12).form).toBe("seasonalRelativeChange");
    // There is no logarithm of −1.
    expect(
      guess(
        made(150, (i) => 1.05 ** i - 2),
        null,
      ).form,
    ).toBe("change");
  });

  it("says that few rows tell nothing", () => {
    expect(
      guess(
        made(23, (i) => i),
        null,
      ),
    ).toEqual({ form: "value", reason: "few", several: false });
  });
});
