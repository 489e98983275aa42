/** Radians a step, of the sine waves of all tasks: a wave takes 31 steps at the lowest, 11 at the highest. */
export const lowestFrequency = 0.2;
export const highestFrequency = 0.55;
