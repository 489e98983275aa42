import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chunks } from "./scripts/chunks.mjs";
import { contentSecurity } from "./scripts/contentSecurity.mjs";
import { dawnEnvironment, relaxedSimdOptions } from "./scripts/environment.mjs";
import { crossOriginIsolation } from "./scripts/isolation.mjs";
import { cpuKernels } from "./scripts/kernels.mjs";
import { staticHost } from "./scripts/staticHost.mjs";
import { dawnTests, scriptTests, unitTests } from "./scripts/unitTests.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** Compiling the CPU's kernels takes most of the build, which nobody has to be told each time. */
const rolldownOptions = { checks: { pluginTimings: false } };

const withDawn = process.env.VITEST ? dawnTests() : [];

export default defineConfig({
  // Relative addresses: the built page works in any folder of any host.
  base: "./",
  plugins: [react(), cpuKernels(), crossOriginIsolation(), contentSecurity(), staticHost()],
  worker: { format: "es", plugins: () => [cpuKernels()], rolldownOptions },
  // Lightning CSS, which also minifies, knows the media queries that have names (src/ui/widths.css).
  // A container is named in one module and asked by others.
  css: {
    transformer: "lightningcss",
    lightningcss: { drafts: { customMedia: true }, cssModules: { container: false } },
  },
  // One sheet of styles, 12 kB: a part that is loaded late needs nothing beside its program, and never stands without its style.
  define: { "import.meta.env.VITE_VERSION": JSON.stringify(version) },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 800,
    cssCodeSplit: false,
    rolldownOptions: { ...rolldownOptions, output: { codeSplitting: chunks() } },
  },
  test: {
    environment: "node",
    // Processes, which can begin with the variables that lead Dawn to its Vulkan driver, and with V8's options.
    pool: "forks",
    maxWorkers: "100%",
    execArgv: relaxedSimdOptions(),
    env: process.env.VITEST ? dawnEnvironment() : {},
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Begun in the order of their names, and ended when the last is: what waits most begins first, and the shortest fill the end.
    projects: [
      { extends: true, test: { name: "commands", include: scriptTests, env: {} } },
      // A process per file: the GPU library's handles and its crashes stay with the file that caused them.
      {
        extends: true,
        test: {
          name: "gpu",
          include: withDawn,
          setupFiles: ["scripts/drawnCases.ts", "scripts/patientDawn.ts"],
        },
      },
      // All others share processes: to start one costs more than most of them take.
      {
        extends: true,
        test: {
          name: "plain",
          include: unitTests,
          exclude: [...withDawn, ...scriptTests],
          isolate: false,
          setupFiles: ["scripts/drawnCases.ts"],
        },
      },
    ],
  },
});
