import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { dawnEnvironment, relaxedSimdOptions } from "./scripts/environment.mjs";
import { crossOriginIsolation } from "./scripts/isolation.mjs";
import { cpuKernels } from "./scripts/kernels.mjs";

/** Compiling the CPU's kernels takes most of the build, which nobody has to be told each time. */
const rolldownOptions = { checks: { pluginTimings: false } };

export default defineConfig({
  // Relative addresses: the built page works in any folder of any host.
  base: "./",
  plugins: [react(), cpuKernels(), crossOriginIsolation()],
  worker: { format: "es", plugins: () => [cpuKernels()], rolldownOptions },
  // Lightning CSS, which also minifies, knows the media queries that have names (src/ui/widths.css).
  // A container is named in one module and asked by others.
  css: {
    transformer: "lightningcss",
    lightningcss: { drafts: { customMedia: true }, cssModules: { container: false } },
  },
  build: { target: "es2022", chunkSizeWarningLimit: 600, rolldownOptions },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    environment: "node",
    // A process per file: the GPU library's handles and its crashes stay with the file that caused them, and a
    // process can begin with the variables that lead Dawn to its Vulkan driver.
    pool: "forks",
    execArgv: relaxedSimdOptions(),
    env: process.env.VITEST ? dawnEnvironment() : {},
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
