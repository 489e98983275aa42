/** Copies the address of what is on the page: its data where they are small, its settings, and what is looked at. */
import { Link } from "lucide-react";
import { linkIn } from "../../kept/linkForm";
import { writeLink } from "../../kept/writeLink";
import { shownRun } from "../../store/runs";
import { viewOf } from "../../store/selection";
import type { Playground } from "../../store/store";
import { type Message, message } from "../../words/message";
import { Action } from "../controls/Action";
import { copyToClipboard } from "../copyToClipboard";
import styles from "../runs/RunsButton.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { addressAsIn } from "../words/language";
import { useAllWords } from "../words/useWords";

export function ShareButton() {
  const store = usePlaygroundStore();
  const { share, language } = useAllWords();
  const copy = () => {
    const state = store.getState();
    const made = linkOf(state);
    if (!made) return state.notify("problem", message("share.dataTooLarge"));
    const address = addressAsIn(language);
    address.hash = made.link;
    // It can be copied from there, too; the entry is still that of the run.
    if (location.hash === "" || linkIn(location.hash) !== null)
      history.replaceState(history.state, "", address);
    const copied = made.copied(address.href.length);
    return copyToClipboard(state, address.href, { copied, notCopied: message("share.notCopied") });
  };
  return (
    <Action onPress={copy}>
      <Link size={15} aria-hidden="true" />
      <span className={styles.name}>{share.copyLink}</span>
    </Action>
  );
}

interface Made {
  readonly link: string;
  readonly copied: (characters: number) => Message;
}

/** Null where it cannot be one. */
function linkOf(state: Playground): Made | null {
  const { inUse, probeInUse, summary, of } = shownRun(state);
  const isOwn = summary?.pretrained === true && of?.source.kind === "sample";
  const link = writeLink({
    setup: { data: of?.source ?? state.source, settings: isOwn ? null : inUse, probe: probeInUse },
    view: viewOf(state),
  });
  if (link === null) return null;
  return {
    link,
    copied: (characters) => {
      if (probeInUse?.kind === "own") return message("share.copiedWithoutSequence", { characters });
      return isOwn
        ? message("share.copiedPretrained", { characters })
        : message("share.copied", { characters });
    },
  };
}
