/**
 * The stages of `npm test`: each stage's program, from node_modules/.bin, and its arguments. Those of a group run side by
 * side; the groups follow each other, the cheapest to fail first.
 *
 * @type {readonly Readonly<Record<string, readonly string[]>>[]}
 */
export const stageGroups = [
  {
    typecheck: ["tsc", "--noEmit"],
    lint: ["biome", "check", "--error-on-warnings", "."],
    build: ["vite", "build"],
  },
  // Each of these takes all cores by itself.
  { unit: ["vitest", "run"] },
  { browser: ["playwright", "test"] },
];
