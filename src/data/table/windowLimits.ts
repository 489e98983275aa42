/** Rows of a lookback window: as many steps as a training sequence may have. */
export const windowLimits = { min: 2, max: 1024 } as const;
