import { openAskLine } from "#compose/ask/open-ask-line.ts";
import type { Configuration } from "#configuration.ts";
import type { Held } from "#mcp/held.ts";
import { serveMcpOverStdio } from "#mcp/serve-stdio.ts";

/** `npm run mcp`: the tools and reports for one assistant on this machine, over standard input and output. */
export async function mcpCommand(configuration: Configuration): Promise<void> {
  const { ask, library } = await openAskLine(configuration);
  const held: Held = {
    async ask(question) {
      for await (const event of ask({ messages: [{ role: "user", content: question }] }))
        if (event.type === "done") return event.response;
      throw new Error("未能作答。The answer could not be completed.");
    },
    search: (query, limit) => library.search(query, limit),
    documents: async () => library.documents(),
    document: async (id) => library.document(id),
    indicators: async (query) => library.indicators(query),
  };
  const report = (error: Error) => process.stderr.write(`mcp: ${error.stack ?? error.message}\n`);
  serveMcpOverStdio({ held, origin: "" }, report);
}
