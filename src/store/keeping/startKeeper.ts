/** Puts the keeper of runs to work, with what this browser has for it. */
import { forgetMark, writeMark, writeRaceMark } from "../../kept/runMarks";
import { RunStore } from "../../kept/runStore";
import { TabLocks } from "../../kept/tabLocks";
import type { PlaygroundStore } from "../store";
import { Keeper, type KeeperOptions } from "./keeper";

/**
 * @param download hands a file to the browser
 * @param isFollowing whether it keeps what is on the page; one that does not still opens links
 */
export function startKeeper(
  store: PlaygroundStore,
  version: string,
  download: KeeperOptions["download"],
  isFollowing: boolean,
): Keeper {
  const keeper: Keeper = new Keeper({
    store,
    version,
    runs: new RunStore(),
    tabs: tabLocks({
      onChange: () => keeper.refresh(),
      onWanted: (id) => void keeper.giveUp(id),
      onTaken: (id) => keeper.lose(id),
    }),
    storage: "storage" in navigator ? navigator.storage : null,
    mark: writeMark,
    markRace: writeRaceMark,
    forget: forgetMark,
    download,
  });
  if (isFollowing) keeper.start();
  // The page may be gone soon after.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keeper.flush();
  });
  return keeper;
}

/** Browsers have locks and hashes for pages of https and localhost alone. */
function tabLocks(listener: ConstructorParameters<typeof TabLocks>[2]): TabLocks | null {
  if (!("locks" in navigator) || !("subtle" in crypto)) return null;
  return new TabLocks(navigator.locks, new BroadcastChannel("gru-runs"), listener);
}
