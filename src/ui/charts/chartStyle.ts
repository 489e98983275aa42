/** What charts share. */
import { plotSides } from "./plotSides";

export const margin = { top: 6, right: plotSides.right, bottom: 0, left: 0 };
export const size = { width: "100%", height: "100%" };
export const tick = { fill: "var(--text-soft)" };
/** What a pointer is told: a name and its value with a wide space between, which is right in every language. */
export const tooltipLook = {
  isAnimationActive: false,
  separator: "\u2002",
  contentStyle: {
    background: "var(--panel)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-small)",
    padding: "4px 8px",
  },
};
