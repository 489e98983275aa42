/** What is on the page as Markdown, and as an element for other pages. */
import type { AllWords } from "../../words/catalogue";

/** In words. */
export interface SharedRun {
  readonly name: string;
  readonly data: string;
  /** That differ from what suits the data. */
  readonly settings: readonly string[];
  readonly parameters: number;
  readonly steps: number;
  /** Whole sentences, with their intervals; none where nothing was measured. */
  readonly results: readonly string[];
  /** Null where the data do not fit in a link. */
  readonly address: string | null;
  /** What of this run the link does not open: its weights, or what was trained of the page's own network; null for neither. */
  readonly without: "weights" | "training" | null;
}

export function shareMarkdown(run: SharedRun, { share }: Pick<AllWords, "share">): string {
  const { name, data, settings, parameters, steps, results, address, without } = run;
  const lines = [
    share.markdownData({ data }),
    settings.length > 0 ? share.markdownSettings({ settings }) : share.markdownSuitable,
    share.markdownSize({ parameters, steps }),
    ...results,
  ];
  const items = lines.map((line) => `- ${plain(line)}`);
  const lacks = without === null ? "" : ` ${plain(share.markdownWithout[without])}`;
  const link = address === null ? [] : [`- [${plain(share.markdownLink)}](<${address}>)${lacks}`];
  return [`## ${plain(name)}`, "", ...items, ...link, ""].join("\n");
}

/** A name that people gave is no markup. */
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** As much of it as shows the stage above its looks. */
const frameHeight = 720;

/** Threads of the engine need the frame isolated, where the page around it is. */
export function frameElement(address: string, title: string): string {
  const attributes = {
    src: address,
    title,
    width: "100%",
    height: String(frameHeight),
    frameborder: "0",
    loading: "lazy",
    allow: "cross-origin-isolated; clipboard-write",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${inAttribute(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

const inAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
