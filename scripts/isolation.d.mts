import type { Plugin } from "vite";

export declare function crossOriginIsolation(): Plugin;
