/** Why no setting can be changed. */
import { Lock } from "lucide-react";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { useAllWords } from "../words/useWords";
import { useIsLocked } from "./useIsLocked";

export function LockedNote() {
  const { share } = useAllWords();
  if (!useIsLocked()) return null;
  return (
    <p className={`${layout.named} ${text.hint}`}>
      <Lock size={13} aria-hidden="true" />
      {share.settingsLocked}
    </p>
  );
}
