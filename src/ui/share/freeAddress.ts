/** The page's address without what its link leaves out and locks, and in no frame. */
import { linkIn } from "../../kept/linkForm";
import { readLink } from "../../kept/readLink";
import { writeLink } from "../../kept/writeLink";
import { embedParameter } from "./embedded";

export function freeAddress(href: string): string {
  const address = new URL(href);
  address.searchParams.delete(embedParameter);
  const link = linkIn(address.hash);
  const { linked } = link === null ? { linked: null } : readLink(link);
  if (!linked) return address.href;
  const { lesson: _, ...free } = linked;
  address.hash = writeLink(free) ?? "";
  return address.href;
}
