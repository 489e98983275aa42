import { type ComponentType, type ReactNode, useEffect, useState } from "react";

interface Source<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** Once it has been loaded. */
  part: ComponentType<Props> | null;
}

interface LoadedProps<Props> {
  readonly source: Source<Props>;
  readonly meanwhile: ReactNode;
  readonly props: Props;
}

/**
 * A part of the page whose program is loaded when it is first shown.
 *
 * React's own `lazy` shows what has come when nothing else is to be drawn, and while a network trains there may always be something:
 * a dialog would then never open.
 * @param meanwhile what stands in its place until then
 */
export function lazyPart<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const source: Source<Props> = { load, part: null };
  return (props) => <Loaded source={source} meanwhile={meanwhile} props={props} />;
}

function Loaded<Props extends object>({ source, meanwhile, props }: LoadedProps<Props>) {
  const [Part, setPart] = useState(() => source.part);
  useEffect(() => {
    if (Part) return;
    source.load().then(
      (part) => {
        source.part = part;
        setPart(() => part);
      },
      // Whoever draws this part is to hear of it.
      (error: unknown) =>
        setPart(() => {
          throw error;
        }),
    );
  }, [source, Part]);
  return Part ? <Part {...props} /> : meanwhile;
}
