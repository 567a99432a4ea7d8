import type { Citation } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import type { Options } from "#widget/options.ts";
import { fill } from "#widget/words.ts";
import { plainText } from "./plain-text.ts";
import { reportDate, reportLinks, sourceLink } from "./source-links.ts";

/** More places than these of one report are told by their markers alone. */
const NAMED = 3;

/** The reports an answer leans on, each once, with a link to every place that is cited of it. */
export function sourceList(citations: readonly Citation[], options: Options): HTMLElement | null {
  if (citations.length === 0) return null;
  const { words } = options;
  const reports = new Map<string, Citation[]>();
  for (const citation of citations) {
    reports.set(citation.documentId, [...(reports.get(citation.documentId) ?? []), citation]);
  }
  const entries = [...reports.values()].map((places) => reportEntry(places, options));
  return element(
    "div",
    { class: "sources" },
    element("p", { class: "small-title" }, words.sources),
    element("ul", {}, ...entries),
  );
}

function reportEntry(places: readonly Citation[], options: Options): HTMLElement | null {
  const [first] = places;
  if (first === undefined) return null;
  const { words } = options;
  const date = reportDate(first, words);
  const shown = new Set<string>();
  const links = places.flatMap((citation) => {
    const section = plainText(citation.section.at(-1) ?? "");
    const isSeen = places.length <= NAMED && !shown.has(section);
    shown.add(section);
    const label = element("span", isSeen ? {} : { class: "unseen" }, `${section} `);
    const link = sourceLink(citation, options, `[${citation.marker}]`);
    link.prepend(label);
    return [link, " "];
  });
  const count = places.length > 1 ? `${fill(words.places, { count: String(places.length) })} ` : "";
  // The file is the report's, whatever page a place of it is on.
  const { page: _, original, ...report } = first;
  const whole = original === undefined ? report : { ...report, original: original.replace(/#.*$/, "") };
  return element(
    "li",
    {},
    element("p", { class: "source-title" }, plainText(first.title), date === "" ? "" : `（${date}）`),
    element(
      "p",
      { class: "source-places" },
      count,
      ...links,
      ...reportLinks(whole, options).flatMap((link) => [link, " "]),
    ),
  );
}
