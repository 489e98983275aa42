/** Why one thread computes on the CPU where several could, and what the page's host has to do about it. */

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
export function threadWords({ isIsolated, isSecure, cores, bringsHeaders }: Host): ThreadWords | null {
  if (isIsolated || cores < 2) return null;
  if (bringsHeaders)
    return {
      sentence:
        "The CPU computes with one thread on the first visit. Load the page again, and it uses several.",
      headers: [],
    };
  if (!isSecure)
    return {
      sentence:
        "The CPU computes with one thread, because the page came over a connection without encryption. For several, its host has to offer it over https, and send two headers with every file:",
      headers,
    };
  return {
    sentence:
      "The CPU computes with one thread. For several, the host of this page has to send two headers with every file:",
    headers,
  };
}

export function thisHost(): Host {
  return {
    isIsolated: globalThis.crossOriginIsolated,
    isSecure: globalThis.isSecureContext,
    cores: navigator.hardwareConcurrency,
    bringsHeaders: import.meta.env.MODE === "static" && "serviceWorker" in navigator,
  };
}
