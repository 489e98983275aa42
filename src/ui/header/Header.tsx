/** What this is, which engine runs it, and in which light. */
import type { PlaygroundStore } from "../../store/store";
import { EngineSelect } from "./EngineSelect";
import styles from "./Header.module.css";
import { ThemeChoice } from "./ThemeChoice";

export function Header({ store }: { readonly store: PlaygroundStore }) {
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <h1 className={styles.title}>GRU Playground</h1>
        <p className={styles.tagline}>
          Train a recurrent network on your own text, and see what every gate does.
        </p>
      </div>
      <div className={styles.engine}>
        <EngineSelect store={store} />
      </div>
      <ThemeChoice store={store} />
    </header>
  );
}
