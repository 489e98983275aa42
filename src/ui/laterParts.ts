/**
 * What every visit shows after the first picture. All of it is one program, so that no part comes before one that stands above it, which
 * would move it (`laterPart.tsx`).
 */
import { ProgressPanel } from "./charts/ProgressPanel";
import { DataPanel } from "./data/DataPanel";
import { EvaluationPanel } from "./evaluation/EvaluationPanel";
import { GeneratePanel } from "./generate/GeneratePanel";
import { EngineSelect } from "./header/EngineSelect";
import { HistoryButton } from "./history/HistoryButton";
import { PastBar } from "./past/PastBar";
import { PastStatus } from "./past/PastStatus";
import { RunsButton } from "./runs/RunsButton";
import { NetworkPanel } from "./settings/NetworkPanel";
import { TrainingPanel } from "./settings/TrainingPanel";
import { ShareButton } from "./share/ShareButton";
import { Looks } from "./stage/Looks";
import { SaveLanes } from "./stage/lanes/SaveLanes";

export const laterParts = {
  ProgressPanel,
  DataPanel,
  EvaluationPanel,
  GeneratePanel,
  EngineSelect,
  HistoryButton,
  PastBar,
  PastStatus,
  RunsButton,
  NetworkPanel,
  TrainingPanel,
  ShareButton,
  Looks,
  SaveLanes,
};
