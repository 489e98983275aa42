/** The way to pictures of one's own. */
import { Images } from "lucide-react";
import type { PlaygroundStore } from "../../../store/store";
import { Action } from "../../controls/Action";

export function PictureSourceButton({ store }: { readonly store: PlaygroundStore }) {
  return (
    <Action aria-label="Open pictures" onPress={() => store.getState().choosePictures()}>
      <Images size={15} aria-hidden="true" />
      Pictures
    </Action>
  );
}
