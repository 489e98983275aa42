import { useSyncExternalStore } from "react";

export type View = "playground" | "benchmark";

export const addressOf: Readonly<Record<View, string>> = { playground: "#", benchmark: "#benchmark" };

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

const viewNow = (): View => (window.location.hash === addressOf.benchmark ? "benchmark" : "playground");

/** What the address bar asks for: it can be shared, and the browser's Back goes back. */
export const useView = (): View => useSyncExternalStore(subscribe, viewNow);
