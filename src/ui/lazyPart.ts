import { type ComponentType, lazy } from "react";

/** A part of the page whose program is loaded when it is first shown; it renders in a task of its own, within a `Suspense`. */
export const lazyPart = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));
