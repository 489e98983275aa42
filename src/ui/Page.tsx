/** The whole page: what stands where, and what comes first. */

import { lazy, Suspense } from "react";
import { FileDrop } from "./data/FileDrop";
import { FolderDialogHost } from "./data/folders/FolderDialogHost";
import { PictureDialogHost } from "./data/pictures/PictureDialogHost";
import { TableHost } from "./data/table/TableHost";
import { Header } from "./header/Header";
import { FailureBanner } from "./messages/FailureBanner";
import { Notices } from "./messages/Notices";
import styles from "./Page.module.css";
import { Stage } from "./stage/Stage";
import { Transport } from "./transport/Transport";
import { usePlayground } from "./usePlaygroundStore";
import { useView } from "./useView";

// Parts that come after the gates: each is a program of its own, and renders in a task of its own.
const SettingsColumn = lazy(async () => ({
  default: (await import("./settings/SettingsColumn")).SettingsColumn,
}));
const ProgressPanel = lazy(async () => ({ default: (await import("./charts/ProgressPanel")).ProgressPanel }));
const EvaluationPanel = lazy(async () => ({
  default: (await import("./evaluation/EvaluationPanel")).EvaluationPanel,
}));
const GeneratePanel = lazy(async () => ({
  default: (await import("./generate/GeneratePanel")).GeneratePanel,
}));

const ProfilePanel = lazy(async () => ({ default: (await import("./profile/ProfilePanel")).ProfilePanel }));
const BenchmarkPage = lazy(async () => ({
  default: (await import("./benchmark/BenchmarkPage")).BenchmarkPage,
}));

export function Page() {
  const view = useView();
  return (
    <>
      <Header view={view} />
      {view === "playground" && <Transport />}
      <FailureBanner />
      {view === "playground" ? (
        <Playground />
      ) : (
        <Suspense>
          <BenchmarkPage />
        </Suspense>
      )}
      <Notices />
      <FileDrop />
      <TableHost />
      <FolderDialogHost />
      <PictureDialogHost />
    </>
  );
}

function Playground() {
  const writes = usePlayground(({ data }) => data?.kind !== "examples");
  return (
    <main className={styles.main}>
      <div className={styles.settings}>
        <Suspense>
          <SettingsColumn />
        </Suspense>
      </div>
      <div className={styles.stage}>
        <Stage />
      </div>
      <div className={styles.profile}>
        <Suspense>
          <ProfilePanel />
        </Suspense>
      </div>
      <div className={styles.progress}>
        <Suspense>
          <ProgressPanel />
        </Suspense>
      </div>
      <div className={styles.evaluation}>
        <Suspense>
          <EvaluationPanel />
        </Suspense>
      </div>
      {writes && (
        <div className={styles.generate}>
          <Suspense>
            <GeneratePanel />
          </Suspense>
        </div>
      )}
    </main>
  );
}
