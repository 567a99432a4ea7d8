import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { z } from "zod";
import { kindSchema } from "#protocol/figure.ts";
import { documentSummarySchema, indicatorRecordSchema } from "#protocol/library.ts";
import type { McpParts } from "./held.ts";
import { READ_ONLY, told } from "./told.ts";

const MOST_ROWS = 500;
const names = z.array(z.string().min(1).max(200)).max(50).default([]);

/** `lookup_indicator`, `list_reports`, and each report as a resource. */
export function registerReports(server: McpServer, { held }: McpParts): void {
  server.registerTool(
    "lookup_indicator",
    {
      title: "Look up figures",
      description:
        "Rows of the indicator table: value as a number, `raw` as printed, kind (actual 实际, target 目标, estimate, unknown), and the span of the report that prints it.",
      inputSchema: z.object({
        indicator: names.describe("names or aliases, e.g. GDP增速"),
        region: names,
        year: z.array(z.int().min(1900).max(2100)).max(50).default([]),
        kind: z.array(kindSchema).default([]),
        limit: z.int().min(1).max(MOST_ROWS).default(100),
      }),
      outputSchema: z.object({ rows: z.array(indicatorRecordSchema) }),
      annotations: READ_ONLY,
    },
    async ({ indicator: indicators, region: regions, year: years, kind: kinds, limit }) => {
      const query = { indicators, regions, years, kinds, documents: [], limit, offset: 0 };
      return told({ rows: [...(await held.indicators(query))] });
    },
  );
  server.registerTool(
    "list_reports",
    {
      title: "List the reports",
      description: "Every report that answers come from.",
      inputSchema: z.object({}),
      outputSchema: z.object({ reports: z.array(documentSummarySchema) }),
      annotations: READ_ONLY,
    },
    async () => told({ reports: [...(await held.documents())] }),
  );
  const list = async () => ({
    resources: (await held.documents()).map(({ id, title }) => ({
      uri: uriOf(id),
      name: title,
      mimeType: "text/plain",
    })),
  });
  server.registerResource(
    "report",
    new ResourceTemplate("report://wenzheng/{id}", { list }),
    { title: "Reports", description: "The normalised text of a report.", mimeType: "text/plain" },
    async (uri, { id }) => {
      const document = await held.document(decodeURIComponent(String(id)));
      if (document === null) throw new Error(`没有这份报告。There is no report ${uri.href}.`);
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text: document.text }] };
    },
  );
}

const uriOf = (id: string) => `report://wenzheng/${encodeURIComponent(id)}`;
