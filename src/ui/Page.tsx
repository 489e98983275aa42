/** The whole page: what stands where. */
import type { PlaygroundStore } from "../store/store";
import { ProgressPanel } from "./charts/ProgressPanel";
import { DataPanel } from "./data/DataPanel";
import { FileDrop } from "./data/FileDrop";
import { GeneratePanel } from "./generate/GeneratePanel";
import { Header } from "./header/Header";
import { FailureBanner } from "./messages/FailureBanner";
import { Notices } from "./messages/Notices";
import styles from "./Page.module.css";
import { NetworkPanel } from "./settings/NetworkPanel";
import { TrainingPanel } from "./settings/TrainingPanel";
import { Stage } from "./stage/Stage";
import { Transport } from "./transport/Transport";

export function Page({ store }: { readonly store: PlaygroundStore }) {
  return (
    <>
      <Header store={store} />
      <Transport store={store} />
      <FailureBanner store={store} />
      <main className={styles.main}>
        <div className={styles.settings}>
          <DataPanel store={store} />
          <NetworkPanel store={store} />
          <TrainingPanel store={store} />
        </div>
        <div className={styles.stage}>
          <Stage store={store} />
        </div>
        <div className={styles.progress}>
          <ProgressPanel store={store} />
        </div>
        <div className={styles.generate}>
          <GeneratePanel store={store} />
        </div>
      </main>
      <Notices store={store} />
      <FileDrop store={store} />
    </>
  );
}
