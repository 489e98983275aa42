/** The policy of the built page, held to the page's own script and to what the libraries write into style elements. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { frameAncestors, headerPolicyOf, libraryStyles, policyOf } from "./contentSecurity.mjs";
import { root } from "./dependencies.mjs";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

it("lets the page's one script in the document run, and no other", () => {
  const html = readFileSync(path.join(root, "index.html"), "utf8");
  const [first, ...others] = html.split("<script>").slice(1);
  expect(others).toEqual([]);
  expect(first).toContain("dataset.theme");
  const scripts = /script-src ([^;]*)/.exec(policyOf(html))?.[1].split(" ");
  expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'", hashOf(first.split("</script>")[0])]);
});

it("follows the script to the letter, whatever the line ends", () => {
  expect(policyOf("<script>1\n</script>")).toContain(hashOf("1\n"));
  expect(policyOf("<script>1\r\n</script>")).toBe(policyOf("<script>1\n</script>"));
  expect(policyOf("<script>2\n</script>")).not.toContain(hashOf("1\n"));
  expect(policyOf('<script type="module" src="/a.js"></script>')).not.toContain("sha256-47DEQ");
});

it("lets its own origin alone frame the page, unless others are named", () => {
  expect(frameAncestors("")).toBe("frame-ancestors 'self'");
  expect(headerPolicyOf("")).toMatch(/; frame-ancestors 'self'$/);
  expect(frameAncestors(" https://school.example  https://*.lms.example:8443 ")).toBe(
    "frame-ancestors 'self' https://school.example https://*.lms.example:8443",
  );
  expect(frameAncestors("*")).toBe("frame-ancestors 'self' *");
  for (const odd of ["school.example", "'none'", "https://a.example; script-src *", "https://a.example/page"])
    expect(() => frameAncestors(odd), odd).toThrow("FRAME_ANCESTORS names");
});

it("knows every style that react-aria writes into the document", () => {
  const folder = path.join(root, "node_modules/react-aria/dist/private");
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .filter((code) => code.includes("createElement('style')"))
    .map((code) => {
      const [, text] = /style\.textContent = `([^`]*)`/.exec(code) ?? [];
      const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(code)?.[1] ?? "";
      return text?.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
    });
  expect(written.sort()).toEqual([...libraryStyles].sort());
});
