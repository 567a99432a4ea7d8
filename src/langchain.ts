import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";
import { sourceList } from "#protocol/source-list.ts";
import type { Wenzheng } from "./wenzheng.ts";

/** Passages of the reports as a retriever of LangChain. */
export class WenzhengRetriever extends BaseRetriever {
  override lc_namespace = ["wenzheng", "retrievers"];
  readonly #reports: Wenzheng;
  readonly #limit: number;

  constructor(reports: Wenzheng, { limit = 10 } = {}) {
    super();
    this.#reports = reports;
    this.#limit = limit;
  }

  override async _getRelevantDocuments(query: string): Promise<Document[]> {
    const hits = await this.#reports.search(query, this.#limit);
    return hits.map(({ text, ...metadata }) => new Document({ pageContent: text, metadata }));
  }
}

/** Questions to the reports as a tool of LangChain: the answer with its markers and sources. */
export function wenzhengTool(reports: Wenzheng) {
  return new DynamicStructuredTool({
    name: "ask_government_reports",
    description:
      "Answers a question from Chinese local-government reports, in Chinese, with figures as printed and the passages that prove them.",
    schema: z.object({ question: z.string().min(1).max(2_000) }),
    func: async ({ question }) => {
      const response = await reports.ask(question);
      return response.answer + sourceList(response, "");
    },
  });
}
