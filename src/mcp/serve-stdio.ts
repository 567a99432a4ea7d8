import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { McpParts } from "./held.ts";
import { mcpServer } from "./server.ts";

/** Serves one client over standard input and output, until it closes them. */
export function serveMcpOverStdio(parts: McpParts, onFault: (error: Error) => void): void {
  serveStdio(() => mcpServer(parts), { onerror: onFault });
}
