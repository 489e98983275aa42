/** Puts the page into the document. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { shownRun } from "../store/runs";
import type { PlaygroundStore } from "../store/store";
import { askBeforeLeaving } from "./askBeforeLeaving";
import { FaultBoundary } from "./faults/FaultBoundary";
import { fetchAhead } from "./late/fetchAhead";
import { PartNotLoaded } from "./late/PartNotLoaded";
import { Page } from "./Page";
import { followSystemTheme } from "./theme/theme";
import { PlaygroundContext } from "./usePlaygroundStore";

export function mountPage(root: HTMLElement, store: PlaygroundStore): void {
  followSystemTheme();
  askBeforeLeaving(store);
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <PlaygroundContext value={store}>
        <FaultBoundary what="page">
          <Page />
        </FaultBoundary>
      </PlaygroundContext>
    </StrictMode>,
  );
  afterFirstPicture(store, () => {
    void fetchAhead();
    if (import.meta.env.MODE === "static") void keepForLater(store);
  });
}

/** Only a build for hosts that send no headers has this. */
async function keepForLater(store: PlaygroundStore): Promise<void> {
  const { keepOffline } = await import("./offline/keepOffline");
  await keepOffline((words) => store.getState().notify("info", words));
}

/** A defect goes to the console, with where it is. Of what did not come the browser has said so itself. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof PartNotLoaded)) reportError(error);
}

function afterFirstPicture(store: PlaygroundStore, act: () => void): void {
  const isThere = () => shownRun(store.getState()).snapshot !== null;
  if (isThere()) {
    act();
    return;
  }
  const unsubscribe = store.subscribe(() => {
    if (!isThere()) return;
    unsubscribe();
    act();
  });
}
