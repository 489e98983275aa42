import type { Plugin } from "vite";

export declare function cpuKernels(): Plugin;
