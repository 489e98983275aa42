/** Says what the link in the address leaves out and locks, and leads to the page without that. */
import { GraduationCap } from "lucide-react";
import { unreadLesson } from "../../kept/linkForm";
import { Action } from "../controls/Action";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { isEmbedded } from "./embedded";
import { freeAddress } from "./freeAddress";
import styles from "./LessonBar.module.css";

export function LessonBar() {
  const lesson = usePlayground((state) => state.lesson);
  const { page, share } = useAllWords();
  if (lesson === unreadLesson) return null;
  const hidden = lesson?.hidden.map((part) => share.hiddenParts[part]) ?? [];
  const said = lesson ? share.lesson({ locked: lesson.isLocked, hidden }) : page.title;
  return (
    <div className={styles.bar} role="note">
      <div className={styles.said}>
        <GraduationCap size={16} aria-hidden="true" className={styles.icon} />
        <p className={text.quiet}>{said}</p>
      </div>
      <OpenFreely />
    </div>
  );
}

/** Out of a frame it is another page; elsewhere the run on the stage goes on. */
function OpenFreely() {
  const store = usePlaygroundStore();
  const { share } = useAllWords();
  if (isEmbedded())
    return (
      <a className={styles.free} href={freeAddress(location.href)} target="_blank" rel="noopener">
        {share.openFreely}
      </a>
    );
  const open = () => {
    history.replaceState(history.state, "", freeAddress(location.href));
    store.setState({ lesson: null });
  };
  return (
    <Action weight="link" onPress={open}>
      {share.openFreely}
    </Action>
  );
}
