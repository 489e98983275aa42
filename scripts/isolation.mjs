/**
 * Vite's plugin that makes the page of the development and the preview server cross-origin isolated, so that its threads may
 * share memory. Browsers ignore the headers, and complain, where an origin is not trustworthy: plain http from another machine.
 */
import { TLSSocket } from "node:tls";

export const isolationHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** @param {import("node:http").IncomingMessage} request */
const isTrustworthy = (request) =>
  request.socket instanceof TLSSocket || thisMachine.test(request.headers.host ?? "");

/** @type {import("vite").Connect.NextHandleFunction} */
function isolate(request, response, next) {
  if (isTrustworthy(request))
    for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
  next();
}

/** @returns {import("vite").Plugin} */
export function crossOriginIsolation() {
  return {
    name: "cross-origin-isolation",
    configureServer({ middlewares }) {
      middlewares.use(isolate);
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(isolate);
    },
  };
}
