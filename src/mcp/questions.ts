import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { chatResponseSchema } from "#protocol/chat.ts";
import { sourceList } from "#protocol/source-list.ts";
import type { McpParts } from "./held.ts";
import { READ_ONLY, told } from "./told.ts";

const place = z.string().min(1).max(50);

/** `ask` and `compare`: answers in words, each claim with the passage that proves it. */
export function registerQuestions(server: McpServer, { held, origin }: McpParts): void {
  const answer = async (question: string) => {
    const response = await held.ask(question);
    return told(response, response.answer + sourceList(response, origin));
  };
  server.registerTool(
    "ask",
    {
      title: "Ask the reports",
      description:
        "Answers one question, in Chinese or English, from the reports: figures as printed, quotes exact. `status` is answered, refused (the reports do not say) or clarify (see `suggestions`).",
      inputSchema: z.object({ question: z.string().min(1).max(2_000) }),
      outputSchema: chatResponseSchema,
      annotations: READ_ONLY,
    },
    ({ question }) => answer(question),
  );
  server.registerTool(
    "compare",
    {
      title: "Compare regions",
      description:
        "Sets one indicator of several regions beside each other for a year, with the difference worked out from the printed figures.",
      inputSchema: z.object({
        indicator: z.string().min(1).max(100).describe("e.g. 地区生产总值增速"),
        regions: z.array(place).min(2).max(10),
        year: z.int().min(1900).max(2100),
      }),
      outputSchema: chatResponseSchema,
      annotations: READ_ONLY,
    },
    ({ indicator, regions, year }) => answer(`${regions.join("和")}${year}年的${indicator}相比，哪个高？`),
  );
}
