import { expect, it, vi } from "vitest";
import { type Message, message } from "../../words/message";
import { keepOffline } from "./keepOffline";

/** A worker that goes through its states. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = "installing";
  onstatechange = null;
  onerror = null;
  scriptURL = "serviceWorker.js";
  postMessage = () => undefined;

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  readonly unregister = vi.fn(async () => true);

  constructor(readonly update: () => Promise<void>) {
    super();
  }

  /** What the browser does when it has found another program at the address. */
  find(): FakeWorker {
    const found = new FakeWorker();
    this.installing = found;
    this.dispatchEvent(new Event("updatefound"));
    return found;
  }
}

interface Host {
  readonly update?: () => Promise<void>;
  readonly answer?: () => Promise<Response>;
}

function kept({ update = async () => undefined, answer = async () => new Response() }: Host = {}) {
  const said: Message[] = [];
  const registration = new FakeRegistration(update);
  const browser = { register: async () => registration, fetch: answer };
  return { said, registration, run: () => keepOffline((words) => said.push(words), browser) };
}

it("says nothing of the first version, and of the next one when it is wholly there", async () => {
  const { said, registration, run } = kept();
  await run();
  const first = registration.find();
  first.become("installed");
  expect(said).toEqual([]);
  registration.active = first;
  const next = registration.find();
  next.become("redundant");
  expect(said).toEqual([]);
  registration.find().become("installed");
  expect(said).toEqual([message("page.newVersion")]);
});

it("says that one waits since an earlier visit", async () => {
  const { said, registration, run } = kept();
  registration.waiting = new FakeWorker();
  await run();
  expect(said).toEqual([message("page.newVersion")]);
});

it("says so of one that the browser had begun to fetch by itself", async () => {
  const { said, registration, run } = kept();
  registration.active = new FakeWorker();
  registration.installing = new FakeWorker();
  await run();
  registration.installing.become("installed");
  expect(said).toEqual([message("page.newVersion")]);
});

const fails = () => Promise.reject(new TypeError("Failed to update"));

it.each([
  ["not found", async () => new Response("", { status: 404 }), 1],
  ["the page instead", async () => new Response("<p>", { headers: { "content-type": "text/html" } }), 1],
  ["a fault of the host", async () => new Response("", { status: 503 }), 0],
  ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), 0],
])("asked for a new version, the host answers: %s", async (_, answer, times) => {
  const { registration, run } = kept({ update: fails, answer });
  await run();
  expect(registration.unregister).toHaveBeenCalledTimes(times);
});

it("leaves the page alone where there are no service workers", async () => {
  const said: Message[] = [];
  const browser = { register: fails, fetch: fails };
  await keepOffline((words) => said.push(words), browser);
  expect(said).toEqual([]);
});
