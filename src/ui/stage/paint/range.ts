/** 0, 1, …, count - 1: for what is known by its place. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
