import { expect, it } from "vitest";
import { englishWords } from "../../words/english";
import { networkOf } from "../network";
import { configOf, testCheckpoint } from "../testNetworks";
import { modelCard } from "./modelCard";

it("says what the network is, what it learned from and how good it is", () => {
  const checkpoint = { ...testCheckpoint(configOf("lstm", { bidirectional: true })), step: 1234 };
  const network = networkOf(checkpoint, { labels: ["yes", "no\n# maybe"] });
  const known = {
    kind: "text" as const,
    name: "names.csv",
    decisions: ["Row 3 was left out."],
    results: ["87 % right (majority 60 %)"],
  };
  const card = modelCard({ network, checkpoint }, known, englishWords);
  expect(card).toContain(
    "- Recurrent layers of the cell “LSTM”, with 5 and 3 hidden units, in both directions.\n",
  );
  expect(card).toContain("- They stand for: yes and no # maybe.\n");
  expect(card).toContain("- It was trained on “names.csv”.\n- Row 3 was left out.\n");
  expect(card).toContain("- 1,234 training steps with Adam, each on 32 sequences of at most 64 steps.\n");
  expect(card).toContain(
    "- The last tenth of the text was held out, and never trained on. It also validated, so that",
  );
  expect(card).toContain("needs no network:\n- 87 % right (majority 60 %)\n");
  expect(card.match(/^#+ .*/gm)).toEqual([
    "# Model card",
    "## Network",
    "## Data",
    "## Training",
    "## Results",
    "## What it must not be used for",
  ]);
});
