/**
 * For hosts that send no headers: the page's service worker, built by `scripts/staticHost.mjs` and by nothing else. It keeps every
 * file of one version of the page, so that the page needs no connection after its first visit, and hands them out with the
 * headers with which threads may share memory, from the second visit on.
 *
 * Versions do not mix. A version is installed whole or not at all, each file with the hash that the build gave it; its page gets
 * all files from it alone; and the next version waits, its files beside the others, until no page of this one is open (the
 * browser's own rule: nothing here calls `skipWaiting` or `claim`), and only then removes what it does not need itself.
 */
import { addPlugins, precacheAndRoute } from "workbox-precaching";
import { withHeaders } from "./withHeaders";

declare const __FILES__: Parameters<typeof precacheAndRoute>[0];
declare const __HEADERS__: Readonly<Record<string, string>>;

addPlugins([{ handlerWillRespond: async ({ response }) => withHeaders(response, __HEADERS__) }]);
// The page has one document, which no part of an address after "?" changes.
precacheAndRoute(__FILES__, { ignoreURLParametersMatching: [/./] });
