/** What charts share. */
import { plotSides } from "./plotSides";

export const margin = { top: 6, right: plotSides.right, bottom: 0, left: 0 };
export const size = { width: "100%", height: "100%" };
export const tick = { fill: "var(--text-soft)" };
export const tooltipBox = {
  background: "var(--panel)",
  border: "1px solid var(--line-strong)",
  borderRadius: "var(--radius-small)",
  padding: "4px 8px",
};
