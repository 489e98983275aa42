import type { ComponentType, ReactNode } from "react";
import { firstPicture } from "./late/firstPicture";
import { type LateProgram, lateProgram } from "./late/lateProgram";
import { Loaded } from "./lazyPart";
import { lateWords } from "./words/spokenWords";

type LaterParts = typeof import("./laterParts").laterParts;

/** They come together, and who asked first hears of it first: a browser that is asked for one module several times answers in no order. */
const laterProgram = lateProgram(async () => {
  await firstPicture;
  return (await Promise.all([import("./laterParts"), lateWords.get()]))[0].laterParts;
});

/**
 * A part that every visit shows after the first picture: nothing of it is asked for before that is there.
 *
 * @param meanwhile what stands in its place until then
 */
export function laterPart<Props extends object>(
  partOf: (parts: LaterParts) => ComponentType<Props>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const program: LateProgram<ComponentType<Props>> = {
    get part() {
      return laterProgram.part && partOf(laterProgram.part);
    },
    fetch: () => laterProgram.fetch(),
    get: async () => partOf(await laterProgram.get()),
  };
  return (props) => <Loaded program={program} meanwhile={meanwhile} props={props} />;
}
