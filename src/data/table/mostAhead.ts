/** Rows behind the last one that are forecast at most: as far as anybody looks, and of what is held out each takes a step too. */
export const mostAhead = 1000;
