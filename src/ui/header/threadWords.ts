/** Why one thread computes on the CPU where several could, and what the page's host has to do about it. */

import type { Words } from "../../words/catalogue";

export interface Host {
  /** Whether threads may share memory here (https://developer.mozilla.org/docs/Web/API/Window/crossOriginIsolated). */
  readonly isIsolated: boolean;
  /** Whether the page came over https, or from this very computer. */
  readonly isSecure: boolean;
  readonly cores: number;
  /** Whether the page brings the headers by itself from its second visit on (`src/serviceWorker`). */
  readonly bringsHeaders: boolean;
}

export interface ThreadWords {
  readonly sentence: string;
  /** As a host sends them. */
  readonly headers: readonly string[];
}

const headers = ["Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Embedder-Policy: require-corp"];

/** Null where nothing is amiss. */
export function threadWords(
  { engine }: Words,
  { isIsolated, isSecure, cores, bringsHeaders }: Host,
): ThreadWords | null {
  if (isIsolated || cores < 2) return null;
  if (bringsHeaders) return { sentence: engine.oneThreadAtFirst, headers: [] };
  return { sentence: isSecure ? engine.oneThread : engine.oneThreadInsecure, headers };
}

export function thisHost(): Host {
  return {
    isIsolated: globalThis.crossOriginIsolated,
    isSecure: globalThis.isSecureContext,
    cores: navigator.hardwareConcurrency,
    bringsHeaders: import.meta.env.MODE === "static" && "serviceWorker" in navigator,
  };
}
