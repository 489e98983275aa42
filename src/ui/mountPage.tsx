/** Puts the page into the document. */
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { shownRun } from "../store/runs";
import type { PlaygroundStore } from "../store/store";
import { localeOf } from "../words/language";
import { askBeforeLeaving } from "./askBeforeLeaving";
import { rememberFocus } from "./controls/focusBefore";
import { FaultBoundary } from "./faults/FaultBoundary";
import { fetchAhead } from "./late/fetchAhead";
import { awaitFirstPicture, firstPicture } from "./late/firstPicture";
import { lateProgram } from "./late/lateProgram";
import { PartNotLoaded } from "./late/PartNotLoaded";
import { Page } from "./Page";
import { isEmbedded } from "./share/embedded";
import { followSystemTheme } from "./theme/theme";
import { turnsOf } from "./turns";
import { PlaygroundContext, TurnsContext } from "./usePlaygroundStore";
import { useWords } from "./words/useWords";

export function mountPage(root: HTMLElement, store: PlaygroundStore, onFirstPicture: () => void): void {
  awaitFirstPicture();
  followSystemTheme();
  rememberFocus();
  // Nothing of a frame is kept, and nobody expects it to hold back the page around it.
  if (!isEmbedded()) askBeforeLeaving(store);
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <PlaygroundContext value={store}>
        <TurnsContext value={turnsOf(store)}>
          <FaultBoundary what="page">
            <Localized />
          </FaultBoundary>
        </TurnsContext>
      </PlaygroundContext>
    </StrictMode>,
  );
  void afterFirstPicture(store).then(() => {
    onFirstPicture();
    // From then on the page needs no connection, which whoever drives it may wait for.
    void fetchAhead().then(() => {
      document.documentElement.dataset.complete = "";
    });
    void follow(store);
    if (import.meta.env.MODE === "static" && !isEmbedded()) void keepForLater(store);
  });
}

const addressProgram = lateProgram(async () => (await import("./share/followAddress")).followAddress);

/** Where it does not come, links are opened by a reload. */
async function follow(store: PlaygroundStore): Promise<void> {
  await addressProgram.get().then(
    (followAddress) => followAddress(store),
    () => undefined,
  );
}

/** Only a build for hosts that send no headers has this; in a frame it would hand out a policy that may forbid the frame. */
async function keepForLater(store: PlaygroundStore): Promise<void> {
  const { keepOffline } = await import("./offline/keepOffline");
  await keepOffline((words) => store.getState().notify("info", words));
}

/** What the controls say by themselves they say in the page's language. */
function Localized() {
  const { language } = useWords();
  return (
    <I18nProvider locale={localeOf[language]}>
      <Page />
    </I18nProvider>
  );
}

/** A defect goes to the console, with where it is. Of what did not come the browser has said so itself. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof PartNotLoaded)) reportError(error);
}

/** Once there is something to be seen of a run, and it is on the screen if it can be. */
async function afterFirstPicture(store: PlaygroundStore): Promise<void> {
  const isThere = () => shownRun(store.getState()).snapshot !== null;
  await new Promise<void>((resolve) => {
    if (isThere()) return resolve();
    const unsubscribe = store.subscribe(() => {
      if (!isThere()) return;
      unsubscribe();
      resolve();
    });
  });
  await firstPicture;
}
