import type { ShippedReport } from "./shippedReport";

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** In a few lines, for the terminal. */
export function reportInWords({ loss, saturation, units }: ShippedReport): string {
  const gates = [...saturation.gates].map(
    ([name, { low, high }]) => `${name} below 0.1 ${percent(low)}, above 0.9 ${percent(high)}`,
  );
  const following = [...units].map(
    ([fact, { unit, area, sign }]) =>
      `  ${fact}: unit ${unit}, AUC ${area.toFixed(3)}${sign < 0 ? ", low where it holds" : ""}${area > 0.95 ? "" : " (no unit follows it)"}`,
  );
  return [
    `validation ${loss.toFixed(3)} nats; ${gates.join("; ")}; |h| above 0.9 ${percent(saturation.state)}`,
    ...following,
  ].join("\n");
}
