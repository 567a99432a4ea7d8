import { type Words, wordsFor } from "./words.ts";

/** The attributes a page may set; each is read again whenever it changes. */
export const ATTRIBUTES = [
  "endpoint",
  "lang",
  "heading",
  "greeting",
  "examples",
  "coverage",
  "handover",
  "inline",
  "position",
  "theme",
  "contrast",
  "type-size",
  "voice",
] as const;

export interface Options {
  /** Where the server is; ends in a slash. */
  readonly endpoint: URL;
  readonly language: string;
  readonly words: Words;
  readonly heading: string;
  readonly greeting: string;
  readonly examples: readonly string[];
  /** Which regions and years are held, in one line; empty where the page does not say. */
  readonly coverage: string;
  /** Where a reader finds a person; empty for nowhere. */
  readonly handover: string;
  readonly inline: boolean;
  readonly position: "left" | "right";
  readonly theme: "auto" | "light" | "dark";
  readonly contrast: boolean;
  readonly large: boolean;
  /** Whether a question may be spoken, where the browser can hear. */
  readonly voice: boolean;
}

/** What the page asked for, in the language that the reader has `chosen`, with the script's own address as the server when it names none. */
export function optionsOf(host: HTMLElement, chosen: string | null = null): Options {
  const attribute = (name: (typeof ATTRIBUTES)[number]) => host.getAttribute(name)?.trim() ?? "";
  const language = chosen ?? (attribute("lang") || "zh-CN");
  const words = wordsFor(language);
  const theme = attribute("theme");
  return {
    endpoint: endpointOf(attribute("endpoint")),
    language,
    words,
    heading: attribute("heading") || words.title,
    greeting: attribute("greeting") || words.greeting,
    examples: attribute("examples")
      .split("|")
      .map((example) => example.trim())
      .filter((example) => example !== ""),
    // What the page says in its own language is no word of another that the reader has chosen.
    coverage: chosen === null || chosen === (attribute("lang") || "zh-CN") ? attribute("coverage") : "",
    handover: attribute("handover"),
    inline: host.hasAttribute("inline"),
    position: attribute("position") === "left" ? "left" : "right",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    contrast: attribute("contrast") === "high",
    large: attribute("type-size") === "large",
    voice: host.hasAttribute("voice"),
  };
}

function endpointOf(attribute: string): URL {
  const address = attribute === "" ? new URL("./", import.meta.url).href : attribute;
  return new URL(address.endsWith("/") ? address : `${address}/`, document.baseURI);
}

/** A citation's address at the server; null for one that leads anywhere but to a document there. */
export function sourceAddress(endpoint: URL, url: string): string | null {
  if (!url.startsWith("/documents/")) return null;
  return new URL(url.slice(1), endpoint).href;
}
