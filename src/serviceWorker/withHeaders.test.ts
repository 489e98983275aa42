import { expect, it } from "vitest";
import { withHeaders } from "./withHeaders";

it("keeps what was answered, and replaces headers of the same name", async () => {
  const plain = new Response("one", {
    status: 203,
    statusText: "Kept",
    headers: { "content-type": "text/x-one", "cross-origin-opener-policy": "unsafe-none" },
  });
  const answer = withHeaders(plain, { "Cross-Origin-Opener-Policy": "same-origin", "X-More": "two" });
  expect([answer.status, answer.statusText]).toEqual([203, "Kept"]);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "content-type": "text/x-one",
    "cross-origin-opener-policy": "same-origin",
    "x-more": "two",
  });
  expect(await answer.text()).toBe("one");
});
