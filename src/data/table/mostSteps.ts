/** More rows than this are not made of a table by bringing it to even steps. */
export const mostSteps = 500_000;
