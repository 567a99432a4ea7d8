import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { DocumentDetail } from "#protocol/library.ts";
import { nameOf } from "#protocol/source-list.ts";
import type { McpParts } from "./held.ts";
import { READ_ONLY, told } from "./told.ts";

const HITS = 10;
/** Characters of the report around a passage that are fetched with it. */
const AROUND = 1_500;
/** Characters of a whole report that are fetched at most. */
const MOST = 100_000;

const resultsSchema = z.object({
  results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
});

const fetchedSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
  metadata: z.record(z.string(), z.string()),
});

/** `search` and `fetch` in exactly the shape that deep-research clients want. */
export function registerResearch(server: McpServer, { held, origin }: McpParts): void {
  server.registerTool(
    "search",
    {
      title: "Search the reports",
      description:
        "Finds passages of Chinese local-government reports. Chinese words find most. Pass an id to `fetch`.",
      inputSchema: z.object({ query: z.string().min(1).max(2_000) }),
      outputSchema: resultsSchema,
      annotations: READ_ONLY,
    },
    async ({ query }) => {
      const hits = await held.search(query, HITS);
      const results = hits.map(({ documentId, title, section, start, end }) => ({
        id: `${documentId}:${start}-${end}`,
        title: nameOf({ title, section }),
        url: `${origin}${addressOf(documentId, { start, end })}`,
      }));
      return told({ results });
    },
  );
  server.registerTool(
    "fetch",
    {
      title: "Fetch a passage or a report",
      description:
        "Gives the passage that `search` found with the text around it, or, by the id of a report, the whole of it (at most 100,000 characters).",
      inputSchema: z.object({ id: z.string().min(1).max(300) }),
      outputSchema: fetchedSchema,
      annotations: READ_ONLY,
    },
    async ({ id }) => {
      const match = /^(?<document>.+):(?<start>\d+)-(?<end>\d+)$/.exec(id)?.groups;
      const document = await held.document(match?.["document"] ?? id);
      if (document === null)
        throw new Error(`没有 ${id}。There is no ${id}; \`search\` and \`list_reports\` give ids.`);
      const span = match === undefined ? null : { start: Number(match["start"]), end: Number(match["end"]) };
      return told(fetched(id, document, { span, origin }));
    },
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function fetched(
  id: string,
  document: DocumentDetail,
  { span, origin }: { readonly span: Span | null; readonly origin: string },
): z.infer<typeof fetchedSchema> {
  const { text, title, region, years, issuer, published, kind } = document;
  const from = span === null ? 0 : Math.max(0, span.start - AROUND);
  const to = span === null ? MOST : span.end + AROUND;
  const facts = { region, years: years.join(","), issuer, published, kind, chars: String(text.length) };
  const known = Object.entries(facts).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  return {
    id,
    title: `《${title}》`,
    text: text.slice(from, to),
    url: `${origin}${addressOf(document.id, span)}`,
    metadata: Object.fromEntries([...known, ["start", String(from)]]),
  };
}

function addressOf(documentId: string, span: Span | null): string {
  const path = `/documents/${encodeURIComponent(documentId)}`;
  return span === null ? path : `${path}?start=${span.start}&end=${span.end}#cite`;
}
