/** What this is, which engine runs it, and in which light. */
import { FaultBoundary } from "../faults/FaultBoundary";
import { laterPart } from "../laterPart";
import { addressOf, type View } from "../useView";
import { useWords } from "../words/useWords";
import styles from "./Header.module.css";
import { LanguageChoice } from "./LanguageChoice";
import { ThemeChoice } from "./ThemeChoice";

// Its listbox is a program of some size, and is not needed to see the gates.
const RunsButton = laterPart((parts) => parts.RunsButton);
const ShareButton = laterPart((parts) => parts.ShareButton);
const EngineSelect = laterPart((parts) => parts.EngineSelect);

interface HeaderProps {
  readonly view: View;
}

export function Header({ view }: HeaderProps) {
  const { page } = useWords();
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <h1 className={styles.title}>{page.title}</h1>
        <p className={styles.tagline}>{page.tagline}</p>
      </div>
      <a className={styles.link} href={addressOf[view === "playground" ? "benchmark" : "playground"]}>
        {view === "playground" ? page.benchmark : page.playground}
      </a>
      <div className={styles.runs}>
        <FaultBoundary what="runs">
          <RunsButton />
        </FaultBoundary>
      </div>
      {view === "playground" && (
        <div className={`${styles.runs} ${styles.share}`}>
          <FaultBoundary what="share">
            <ShareButton />
          </FaultBoundary>
        </div>
      )}
      <div className={styles.engine}>
        <FaultBoundary what="engineChoice">
          <EngineSelect />
        </FaultBoundary>
      </div>
      <FaultBoundary what="languageChoice">
        <LanguageChoice />
      </FaultBoundary>
      <FaultBoundary what="themeChoice">
        <ThemeChoice />
      </FaultBoundary>
    </header>
  );
}
