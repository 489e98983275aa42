/** The way to sounds or texts of one's own that have labels. */
import { FolderOpen } from "lucide-react";
import type { PlaygroundStore } from "../../../store/store";
import { Action } from "../../controls/Action";

export function FolderSourceButton({ store }: { readonly store: PlaygroundStore }) {
  return (
    <Action aria-label="Open sounds or texts with labels" onPress={() => store.getState().chooseFolder()}>
      <FolderOpen size={15} aria-hidden="true" />
      Sounds or texts
    </Action>
  );
}
