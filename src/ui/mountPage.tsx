/** Puts the page into the document. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { PlaygroundStore } from "../store/store";
import { Page } from "./Page";
import { followSystemTheme } from "./theme/theme";
import { PlaygroundContext } from "./usePlaygroundStore";

export function mountPage(root: HTMLElement, store: PlaygroundStore): void {
  followSystemTheme();
  createRoot(root).render(
    <StrictMode>
      <PlaygroundContext value={store}>
        <Page />
      </PlaygroundContext>
    </StrictMode>,
  );
}
