/** Types of environment.mjs, for the configuration files that import it. */
export function findChromium(): string | null;
export function requireChromium(): string;
export function dawnEnvironment(environment?: NodeJS.ProcessEnv): Record<string, string>;
export function requireDawnEnvironment(): Record<string, string>;
export function relaxedSimdOptions(): string[];
