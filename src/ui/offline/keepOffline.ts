/**
 * In a build for hosts that send no headers: registers the service worker (`src/serviceWorker`), and tells of a new version, which
 * is used when the page is next opened. It is never put in the place of a page that is open: that would end its run.
 */
import { type Message, message } from "../../words/message";

/** Built, it lies beside the page, whose folder is then its scope. */
const program = "serviceWorker.js";

interface Registration
  extends Pick<
    ServiceWorkerRegistration,
    "active" | "installing" | "waiting" | "unregister" | "addEventListener"
  > {
  update(): Promise<unknown>;
}

export interface Browser {
  register(address: string): Promise<Registration>;
  fetch(address: string, options: RequestInit): Promise<Response>;
}

/** @param say hears of a new version once it is wholly there */
export async function keepOffline(say: (message: Message) => void, browser = thisBrowser()): Promise<void> {
  // Where storage is forbidden, or there are no service workers: the page works, and is not kept.
  const registration = await browser.register(program).catch(() => null);
  if (registration === null) return;
  if (registration.waiting) say(message("page.newVersion"));
  const follow = (next: ServiceWorker | null) =>
    next?.addEventListener("statechange", () => {
      // The first of all is no new version.
      if (next.state === "installed" && registration.active) say(message("page.newVersion"));
    });
  // The browser may have looked for one already.
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  try {
    await registration.update();
  } catch {
    if (await isTakenAway(browser)) await registration.unregister();
  }
}

/**
 * Whether the host has another kind of build now, and no service worker: it then answers "not found", or with its page. Who
 * keeps what was there before would never see what is there now. Where nothing answers, there is no connection.
 */
async function isTakenAway(browser: Browser): Promise<boolean> {
  const answer = await browser.fetch(program, { cache: "no-store" }).catch(() => null);
  if (answer === null) return false;
  return answer.status === 404 || answer.status === 410 || isPage(answer);
}

const isPage = ({ ok, headers }: Response) => ok && /^text\/html/.test(headers.get("content-type") ?? "");

function thisBrowser(): Browser {
  return {
    register: async (address) => navigator.serviceWorker.register(address),
    fetch: (address, options) => fetch(address, options),
  };
}
