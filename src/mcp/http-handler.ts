import { createMcpHandler } from "@modelcontextprotocol/server";
import type { McpParts } from "./held.ts";
import { mcpServer } from "./server.ts";

/** How the library tells of a message that is none: the sender is told, and a stranger fills no log with it. */
const REFUSED = /^Rejected inbound request/;

/**
 * MCP over streamable HTTP, without sessions: each request stands for itself, and clients of 2024 to 2026 are served. Who may
 * call is decided by whoever mounts it.
 * @param partsOf what the tools of one request draw on
 */
export function mcpHttpHandler(
  partsOf: (request: Request) => McpParts,
  { maxBytes, onFault }: { readonly maxBytes: number; readonly onFault: (error: Error) => void },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const handler = createMcpHandler(() => mcpServer(partsOf(request)), {
      maxRequestBodySize: maxBytes,
      onerror: (error) => {
        if (!REFUSED.test(error.message)) onFault(error);
      },
    });
    return handler.fetch(request);
  };
}
