/**
 * Times the CPU engine: a training step and a prediction, and each op of theirs.
 *
 *     node scripts/run.mjs scripts/cpuTimes.ts [--B 32] [--T 64] [--I 64] [--H 128] [--O 64] [--cell gru] [--runs 50]
 *         [--kernels relaxed|plain|scalar] [--threads 1]
 *
 * Prints medians, the least and the most, in milliseconds, and the GFLOP/s of products and recurrences.
 */
import { parseArgs } from "node:util";
import type { Backend } from "../src/engine/backends/backend";
import { type CpuOptions, createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { type CellName, cells } from "../src/engine/model/cells/registry";
import { simpleNetwork } from "../src/engine/model/config";
import { initializeParameters } from "../src/engine/model/initialize";
import { buildPlan } from "../src/engine/model/network";
import { healthyClip } from "../src/engine/ops/clip";
import { opOf } from "../src/engine/ops/registry";
import { type Plan, planBytes, type Step, sections } from "../src/engine/plan/plan";
import { Random } from "../src/engine/random";
import { defaultTraining } from "../src/engine/train/defaultTraining";
import { stepHyper } from "../src/engine/train/optimizer";
