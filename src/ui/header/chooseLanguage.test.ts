import { expect, it, vi } from "vitest";
import { createPlayground } from "../../store/store";
import { message } from "../../words/message";
import { chooseLanguage } from "./chooseLanguage";

const speakInstead = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock("../words/spokenWords", () => ({ speakInstead }));
vi.mock("../words/language", () => ({ keepLanguage: () => true }));

it("says that a language does not come until it comes, or another one is chosen", async () => {
  const store = createPlayground(() => undefined);
  const said = () => store.getState().notices.map(({ text }) => text);
  store.getState().notify("problem", "something else");
  const missing = message("page.languageNotLoaded", { language: "中文" });
  const fail = async () => {
    speakInstead.mockRejectedValueOnce(new Error("offline"));
    await chooseLanguage(store, "zh");
    expect(said()).toEqual(["something else", missing]);
  };
  await fail();
  await fail();
  speakInstead.mockResolvedValueOnce(true);
  await chooseLanguage(store, "zh");
  expect(said()).toEqual(["something else"]);
  await fail();
  // It is overruled before it has come.
  speakInstead.mockResolvedValueOnce(false);
  await chooseLanguage(store, "en");
  expect(said()).toEqual(["something else"]);
});
