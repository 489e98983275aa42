import { expect, it } from "vitest";
import { chineseWords } from "../../words/chinese";
import { englishWords } from "../../words/english";
import { frameElement, type SharedRun, shareMarkdown } from "./shareMarkdown";

const run: SharedRun = {
  name: "my *best* run\n# no heading",
  data: "prices [a](http://x.example)",
  settings: ["batch size 8", "cell LSTM"],
  parameters: 12_345,
  steps: 400,
  results: ["Right on 90 % (95 % interval 85 % to 93 %)."],
  address: "https://page.example/?lang=en#2abc.def",
  without: null,
};

it("says what was trained on what, how well, and where it is; names are no markup", () => {
  expect(shareMarkdown(run, englishWords)).toBe(
    [
      "## my \\*best\\* run \\# no heading",
      "",
      "- Data: prices \\[a\\](http://x.example).",
      "- Settings that differ from what suits the data: batch size 8 and cell LSTM.",
      "- 12,345\u00a0parameters, 400\u00a0training steps.".replaceAll("\u00a0", " "),
      "- Right on 90 % (95 % interval 85 % to 93 %).",
      "- [Open it in the GRU playground](<https://page.example/?lang=en#2abc.def>)",
      "",
    ].join("\n"),
  );
  expect(shareMarkdown({ ...run, without: "weights" }, englishWords)).toContain(
    "(<https://page.example/?lang=en#2abc.def>) The link opens these settings without these weights.\n",
  );
  expect(shareMarkdown({ ...run, without: "training" }, chineseWords)).toContain(
    "链接打开的是页面自带的网络，不包含此次训练。",
  );
  expect(shareMarkdown({ ...run, settings: [], address: null }, chineseWords)).not.toContain("](<");
});

it("is a frame whose address stays one attribute", () => {
  const html = frameElement('https://page.example/?a="<&lang=en&embed=#1x', "“Title”");
  expect(html).toMatch(
    /^<iframe src="https:\/\/page\.example\/\?a=&quot;&lt;&amp;lang=en&amp;embed=#1x" title=/,
  );
  expect(html).toContain('allow="cross-origin-isolated; clipboard-write"></iframe>');
});
