/** Copies the address of what is on the page in one press; a second button leads to what else a link can say. */
import { Link, Share2 } from "lucide-react";
import { useState } from "react";
import { shownRun } from "../../store/runs";
import { message } from "../../words/message";
import { Action } from "../controls/Action";
import { copyToClipboard } from "../copyToClipboard";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import styles from "../runs/RunsButton.module.css";
import layout from "../styles/layout.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { copiedMessage } from "./copiedMessage";
import { linkNow, showLink } from "./linkNow";

const ShareDialog = lazyPart<{ readonly onClose: () => void }>(
  async () => (await import("./ShareDialog")).ShareDialog,
);

export function ShareButton() {
  const store = usePlaygroundStore();
  const { share, language } = useAllWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const copy = () => {
    const state = store.getState();
    const address = linkNow(state, language, { lesson: state.lesson, weights: null, isEmbedded: false });
    if (!address) return state.notify("problem", message("share.dataTooLarge"));
    showLink(address);
    const copied = copiedMessage(shownRun(state), address.href.length);
    return copyToClipboard(state, address.href, { copied, notCopied: message("share.notCopied") });
  };
  return (
    <div className={layout.actions}>
      <Action onPress={copy}>
        <Link size={15} aria-hidden="true" />
        <span className={styles.name}>{share.copyLink}</span>
      </Action>
      <Action aria-label={share.more} onPress={() => setOpen(true)}>
        <Share2 size={15} aria-hidden="true" />
      </Action>
      {isOpen && (
        <FaultBoundary what="share" over onClose={close}>
          <ShareDialog onClose={close} />
        </FaultBoundary>
      )}
    </div>
  );
}
