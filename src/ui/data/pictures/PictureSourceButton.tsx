/** The way to pictures of one's own. */

import { Images } from "lucide-react";
import { Action } from "../../controls/Action";
import { usePlaygroundStore } from "../../usePlaygroundStore";

export function PictureSourceButton() {
  const store = usePlaygroundStore();
  return (
    <Action aria-label="Open pictures" onPress={() => store.getState().choosePictures()}>
      <Images size={15} aria-hidden="true" />
      Pictures
    </Action>
  );
}
