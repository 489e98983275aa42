import { expect, it } from "vitest";
import { isolationHeaders } from "../../../scripts/isolation.mjs";
import { englishWords } from "../../words/english";
import { threadWords } from "./threadWords";

const alone = { isIsolated: false, isSecure: true, cores: 8, bringsHeaders: false };

it("says nothing where several threads compute, or one is all there is", () => {
  expect(threadWords(englishWords, { ...alone, isIsolated: true })).toBeNull();
  expect(threadWords(englishWords, { ...alone, cores: 1 })).toBeNull();
});

it("names the headers that the project's own servers send", () => {
  const sent = Object.entries(isolationHeaders).map(([name, value]) => `${name}: ${value}`);
  expect(threadWords(englishWords, alone)?.headers).toEqual(sent);
  expect(threadWords(englishWords, { ...alone, isSecure: false })?.headers).toEqual(sent);
});

it("asks for https where headers alone would not do", () => {
  expect(threadWords(englishWords, alone)?.sentence).not.toContain("https");
  expect(threadWords(englishWords, { ...alone, isSecure: false })?.sentence).toContain("over https");
});

it("asks nothing of the host where the page brings the headers", () => {
  expect(threadWords(englishWords, { ...alone, bringsHeaders: true })).toEqual({
    sentence: expect.stringContaining("Load the page again"),
    headers: [],
  });
});
