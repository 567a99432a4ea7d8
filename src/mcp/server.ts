import { McpServer } from "@modelcontextprotocol/server";
import type { McpParts } from "./held.ts";
import { registerQuestions } from "./questions.ts";
import { registerReports } from "./reports.ts";
import { registerResearch } from "./research.ts";

const INSTRUCTIONS =
  "Chinese local-government reports. `ask` answers a question in Chinese with the passages that prove it; figures are as printed, " +
  "targets (目标) and results (实际) are told apart. `search` and `fetch` give the passages themselves. Nothing here is written by a " +
  "language model unless `writtenBy` says so.";

/** A server with every tool and resource; made anew for each request (HTTP) or connection (stdio). */
export function mcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: "wenzheng", version: "0.1.0" }, { instructions: INSTRUCTIONS });
  registerResearch(server, parts);
  registerQuestions(server, parts);
  registerReports(server, parts);
  return server;
}
