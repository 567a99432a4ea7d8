import { plainText } from "./answer/plain-text.ts";
import { element } from "./dom.ts";
import type { Options } from "./options.ts";
import { fieldsOf, text } from "./read-wire.ts";
import { fill } from "./words.ts";

/** What can be asked here: which regions and years are held, and how to ask. Fetched when it is first opened. */
export function coveragePanel({ words, endpoint }: Options): HTMLElement {
  const content = element("div", { class: "coverage-content" }, element("p", {}, words.coverageWaits));
  const panel = element("details", { class: "coverage" }, element("summary", {}, words.coverage), content);
  panel.addEventListener("toggle", () => {
    if (!panel.open || panel.dataset["state"] === "shown") return;
    panel.dataset["state"] = "shown";
    fetch(new URL("api/coverage", endpoint), { credentials: "omit" })
      .then((response) => response.json())
      .then((held: unknown) => content.replaceChildren(...told(held, words)))
      .catch(() => {
        panel.dataset["state"] = "failed";
        content.replaceChildren(element("p", {}, words.coverageFailed));
      });
  });
  return panel;
}

function told(held: unknown, words: Options["words"]): HTMLElement[] {
  const { documents, regions, kinds } = fieldsOf(held);
  const entries = Array.isArray(regions) ? regions.map(fieldsOf) : [];
  const years = (value: unknown) => (Array.isArray(value) ? value.map(Number).filter(Number.isInteger) : []);
  const lines = entries.map((entry) =>
    element(
      "li",
      {},
      element("b", {}, plainText(text(entry.region))),
      ` ${runs(years(entry.years)).join("、")}`,
    ),
  );
  const papers = Array.isArray(kinds) ? kinds.map(text).join("、") : "";
  return [
    element("p", {}, fill(words.coverageLine, { documents: String(documents), kinds: plainText(papers) })),
    element("ul", {}, ...lines),
    element("p", {}, words.coverageHow),
  ];
}

/** `[2019, 2020, 2021, 2023]` → `2019—2021`, `2023` */
function runs(years: readonly number[]): string[] {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const starts = sorted.filter((year) => !sorted.includes(year - 1));
  return starts.map((start) => {
    let end = start;
    while (sorted.includes(end + 1)) end += 1;
    return start === end ? String(start) : `${start}—${end}`;
  });
}
