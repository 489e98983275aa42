/**
 * Vite's plugin that lets the page load from its own origin alone, and tell nobody else anything: what a person opens cannot leave
 * the computer, whatever the page's program does (Content Security Policy, https://www.w3.org/TR/CSP3).
 *
 * The built page bears the policy itself, in a meta element, so that it holds on any host. Workers do not inherit it, and it may
 * say nothing there of who may frame the page: therefore the preview server sends it as a header as well.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * What react-aria writes into a style element, where a page's own styles could not: touches on what can be pressed, and
 * scrolling under a dialog on iOS. `contentSecurity.test.ts` holds these to the installed package.
 */
export const libraryStyles = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];

const self = "'self'";
const none = "'none'";

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The policy of a built page: its scripts in the document are known by their hashes.
 *
 * @param {string} html
 */
export function policyOf(html) {
  return written({
    "default-src": [self],
    // WebAssembly, and still no eval.
    "script-src": [self, "'wasm-unsafe-eval'", ...inlineScripts(html).map(hashOf)],
    "style-src": [self, ...libraryStyles.map(hashOf)],
    // A chart becomes pixels by way of an image of its own.
    "img-src": [self, "blob:"],
    // A recording is played from memory.
    "media-src": [self, "blob:"],
    "worker-src": [self],
    "connect-src": [self],
    "object-src": [none],
    "base-uri": [none],
    "form-action": [none],
  });
}

/**
 * Which pages may have this one in a frame: its own origin, and those that `FRAME_ANCESTORS` names where it is built, previewed or
 * developed, with spaces between. Only a header may say it: in a meta element browsers ignore it, and complain.
 *
 * @param {string} [named]
 */
export function frameAncestors(named = process.env.FRAME_ANCESTORS ?? "") {
  const origins = named.split(/\s+/).filter((one) => one !== "");
  const odd = origins.find((one) => !/^(\*|https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?)$/.test(one));
  if (odd !== undefined)
    throw new Error(
      `FRAME_ANCESTORS names “${odd}”, which is no origin such as https://school.example, nor *.`,
    );
  return written({ "frame-ancestors": [self, ...origins] });
}

/**
 * As a header.
 *
 * @param {string} html
 */
export const headerPolicyOf = (html) => `${policyOf(html)}; ${frameAncestors()}`;

/** Of the page while it is developed: Vite's client brings styles as elements, and React's refresh begins in a script in the document. */
const developmentPolicy = () =>
  `${written({
    "default-src": [self],
    "script-src": [self, "'wasm-unsafe-eval'", "'unsafe-inline'"],
    "style-src": [self, "'unsafe-inline'"],
    "img-src": [self, "blob:"],
    "media-src": [self, "blob:"],
    "object-src": [none],
    "base-uri": [none],
    "form-action": [none],
  })}; ${frameAncestors()}`;

/** @param {Readonly<Record<string, readonly string[]>>} directives */
function written(directives) {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/**
 * As a browser hashes them, with plain line ends.
 *
 * @param {string} html
 */
function inlineScripts(html) {
  return [...html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)].flatMap(
    ({ groups }) =>
      groups && !/\ssrc=/.test(groups.attributes) ? [groups.text.replaceAll("\r\n", "\n")] : [],
  );
}

/** @returns {import("vite").Plugin} */
export function contentSecurity() {
  return {
    name: "content-security",
    transformIndexHtml: {
      order: "post",
      handler(html, { server }) {
        // The development server's page is changed by others after this, so only its header speaks.
        if (server) return [];
        const attrs = { "http-equiv": "Content-Security-Policy", content: policyOf(html) };
        return [{ tag: "meta", attrs, injectTo: "head-prepend" }];
      },
    },
    configureServer({ middlewares }) {
      middlewares.use((_, response, next) => {
        response.setHeader("Content-Security-Policy", developmentPolicy());
        next();
      });
    },
    configurePreviewServer({ middlewares, config }) {
      const page = path.resolve(config.root, config.build.outDir, "index.html");
      middlewares.use((_, response, next) => {
        // Read each time: the page may be built anew under the server.
        response.setHeader("Content-Security-Policy", headerPolicyOf(readFileSync(page, "utf8")));
        next();
      });
    },
  };
}
