import type { ChatResponse, Citation } from "./chat.ts";

/**
 * What follows the answer in the text: where it is from, and what to ask instead. Many clients show nothing but the text, so
 * the markers of the answer must find their sources there. Empty when there is neither.
 */
export function sourceList({ citations, suggestions, status }: ChatResponse, origin: string): string {
  const sources = citations.map(
    (citation) => `[${citation.marker}] [${nameOf(citation)}](${origin}${citation.url})`,
  );
  const asked = status === "answered" ? [] : suggestions.map((each) => `- ${each}`);
  return [
    ...(asked.length > 0 ? [`\n\n可以这样问：\n\n${asked.join("\n")}`] : []),
    ...(sources.length > 0 ? [`\n\n来源：\n\n${sources.join("\n\n")}`] : []),
  ].join("");
}

/** `《江北区…报告》 一、… › 表1`; brackets would end the link that it names. */
export function nameOf({ title, section }: Pick<Citation, "title" | "section">): string {
  const path = section.length > 0 ? ` ${section.join(" › ")}` : "";
  return `《${title}》${path}`.replaceAll("[", "〔").replaceAll("]", "〕");
}
