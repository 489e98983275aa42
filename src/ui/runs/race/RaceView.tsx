/** A race that is to be, is under way, or is over. */
import { useMemo } from "react";
import type { RunRecord } from "../../../kept/runRecord";
import { usePlayground } from "../../usePlaygroundStore";
import { RaceForm } from "./RaceForm";
import { RaceRuns } from "./RaceRuns";
import { likeCompared } from "./raceChoices";

interface RaceViewProps {
  /** Those that were chosen: what they differ in is raced once more, where that is one setting. */
  readonly records: readonly RunRecord[];
  readonly onClose: () => void;
}

export function RaceView({ records, onClose }: RaceViewProps) {
  const isThere = usePlayground((state) => state.race !== null);
  const like = useMemo(() => likeCompared(records.map(({ settings }) => settings)), [records]);
  return isThere ? <RaceRuns onClose={onClose} /> : <RaceForm like={like} />;
}
