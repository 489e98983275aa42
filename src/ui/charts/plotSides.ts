/** CSS pixels beside the plot of a chart: of its vertical axis, and of what keeps the last tick within. */
export const plotSides = { left: 44, right: 18 } as const;
