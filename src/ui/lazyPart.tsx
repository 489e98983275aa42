import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { type LateProgram, lateProgram } from "./late/lateProgram";
import { taskOfItsOwn } from "./late/taskOfItsOwn";
import { lateWords } from "./words/spokenWords";

interface LoadedProps<Props> {
  readonly program: LateProgram<ComponentType<Props>>;
  readonly meanwhile: ReactNode;
  readonly props: Props;
}

/**
 * A part of the page whose program is loaded when it is first shown, or before (`late/fetchAhead.ts`). Where it does not come, or
 * fails, the boundary around it says so (`faults/FaultBoundary.tsx`).
 *
 * React's own `lazy` shows what has come when nothing else is to be drawn, and while a network trains there may always be something:
 * a dialog would then never open. It also keeps a failure for good.
 * @param meanwhile what stands in its place until then
 */
export function lazyPart<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  // Its words come beside it.
  const program = lateProgram(async () => (await Promise.all([load(), lateWords.get()]))[0]);
  return (props) => <Loaded program={program} meanwhile={meanwhile} props={props} />;
}

/** The part of a program, once it has come; drawn in a task of its own. */
export function Loaded<Props extends object>({ program, meanwhile, props }: LoadedProps<Props>) {
  const [Part, setPart] = useState(() => program.part);
  useEffect(() => {
    if (Part) return;
    const inItsTurn = async () => {
      const part = await program.get();
      await taskOfItsOwn();
      return part;
    };
    inItsTurn().then(
      (part) => setPart(() => part),
      // Whoever draws this part is to hear of it.
      (error: unknown) =>
        setPart(() => {
          throw error;
        }),
    );
  }, [program, Part]);
  return Part ? <Part {...props} /> : meanwhile;
}
