import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { dawnEnvironment, relaxedSimdOptions } from "./scripts/environment.mjs";
import { cpuKernels } from "./scripts/kernels.mjs";

/** With these a page is cross-origin isolated: its threads may share memory. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  // Relative addresses: the built page works in any folder of any host.
  base: "./",
  plugins: [react(), cpuKernels()],
  worker: { format: "es", plugins: () => [cpuKernels()] },
  server: { headers: isolation },
  preview: { headers: isolation },
  build: { target: "es2022", chunkSizeWarningLimit: 600 },
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
