/** The way to sounds or texts of one's own that have labels. */

import { FolderOpen } from "lucide-react";
import { Action } from "../../controls/Action";
import { usePlaygroundStore } from "../../usePlaygroundStore";

export function FolderSourceButton() {
  const store = usePlaygroundStore();
  return (
    <Action aria-label="Open sounds or texts with labels" onPress={() => store.getState().chooseFolder()}>
      <FolderOpen size={15} aria-hidden="true" />
      Sounds or texts
    </Action>
  );
}
