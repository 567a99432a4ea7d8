import { html } from "hono/html";
import type { DocumentDetail } from "#protocol/library.ts";
import type { Html } from "./layout.ts";

type Section = DocumentDetail["sectionTree"][number];

const LISTED = new Set(["heading", "box", "glossary", "table"]);

/** The section tree as nested lists of links; lead-ins, notes and single definitions are left to the text. */
export function sectionNav(sections: readonly Section[]): Html {
  const listed = sections.filter((section) => LISTED.has(section.kind));
  const known = new Set(listed.map((section) => section.id));
  const children = new Map<string | null, Section[]>();
  for (const section of listed) {
    const parent = section.parent !== null && known.has(section.parent) ? section.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), section]);
  }
  return html`<nav class="contents" aria-label="目录"><p class="contents-title">目录</p><details class="fold"><summary>目录</summary>${list(children, null)}</details></nav>`;
}

function list(children: ReadonlyMap<string | null, readonly Section[]>, parent: string | null): Html {
  const entries = children.get(parent) ?? [];
  if (entries.length === 0) return html``;
  return html`<ul>${entries.map((each) => html`<li><a href="#${each.id}">${each.title}</a>${list(children, each.id)}</li>`)}</ul>`;
}
