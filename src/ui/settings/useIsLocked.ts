import { usePlayground } from "../usePlaygroundStore";

/** Whether the link in the address leaves the settings as they are. */
export const useIsLocked = (): boolean => usePlayground(({ lesson }) => lesson?.isLocked === true);
