/**
 * `npx tsx scripts/try-mcp.ts`: serves the shipped reports and lets programs of others ask them over MCP: what of the conformance suite
 * is for any server (the rest calls tools, prompts and resources of its own example), and clients of the first versions over HTTP and over
 * standard input. Fetches them from the registry into a folder of its own; exit 1 where anything fails.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startService } from "./torture/service.ts";

const SUITE = "@modelcontextprotocol/conformance@0.1.16";
/** The suite needs Node 22. */
const SUITE_NODE = "22";
const SCENARIOS = [
  "server-initialize",
  "ping",
  "tools-list",
  "resources-list",
  "server-sse-multiple-streams",
  "dns-rebinding-protection",
];
/** The first version with each way of talking. */
const CLIENTS = { http: "1.10.2", stdio: "1.0.4" } as const;

const TRANSPORTS: Readonly<Record<keyof typeof CLIENTS, string>> = {
  http: `import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
const transport = new StreamableHTTPClientTransport(new URL(process.argv[2] + "/mcp"));`,
  stdio: `import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
const [, , , index, cli, loader] = process.argv;
const env = { ...process.env, INDEX_DIR: index };
const transport = new StdioClientTransport({ command: process.execPath, args: ["--import", loader, cli, "mcp"], env });`,
};
const conversation = (
  transport: string,
) => `import { Client } from "@modelcontextprotocol/sdk/client/index.js";
${transport}
const client = new Client({ name: "older", version: "1" }, { capabilities: {} });
await client.connect(transport);
const call = async (name, given) => (await client.callTool({ name, arguments: given })).content[0].text;
const { tools } = await client.listTools();
const { results } = JSON.parse(await call("search", { query: "江北区2022年GDP" }));
const { text } = JSON.parse(await call("fetch", { id: results[0].id }));
const answer = await call("ask", { question: "江北区2022年GDP增速是多少？" });
const { resources } = await client.listResources();
await client.close();
const isWell = tools.length > 0 && text.length > 0 && answer.includes("3.7%") && resources.length > 0;
console.log(tools.length + " tools, " + resources.length + " reports, " + (isWell ? "answered" : "NOT ANSWERED"));
process.exit(isWell ? 0 : 1);
`;

const folder = mkdtempSync(join(tmpdir(), "try-mcp-"));
const service = await startService();
let failures = 0;
const tell = (what: string, isWell: boolean, words: string) => {
  process.stdout.write(`${isWell ? "passes" : "FAILS"} ${what}${words === "" ? "" : `: ${words}`}\n`);
  if (!isWell) failures += 1;
};
try {
  for (const scenario of SCENARIOS) {
    const packages = ["-p", `node@${SUITE_NODE}`, "-p", SUITE];
    const asked = ["conformance", "server", "--url", `${service.at}/mcp`, "--scenario", scenario];
    const { status, stdout } = spawnSync("npx", ["-y", ...packages, ...asked], {
      cwd: folder,
      encoding: "utf8",
    });
    tell(`conformance ${scenario}`, status === 0, /Passed: .*/.exec(stdout)?.[0] ?? "");
  }
  for (const [way, version] of Object.entries(CLIENTS)) {
    const home = mkdtempSync(join(folder, "client-"));
    writeFileSync(join(home, "package.json"), "{}");
    writeFileSync(join(home, "ask.mjs"), conversation(TRANSPORTS[way === "http" ? "http" : "stdio"]));
    spawnSync(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--no-fund", `@modelcontextprotocol/sdk@${version}`],
      {
        cwd: home,
      },
    );
    const given = [service.at, service.indexDirectory, resolve("src/cli.ts"), import.meta.resolve("tsx")];
    const { status, stdout } = spawnSync(process.execPath, ["ask.mjs", ...given], {
      cwd: home,
      encoding: "utf8",
    });
    tell(`client ${version} over ${way}`, status === 0, stdout.trim());
  }
} finally {
  await service.stop();
  rmSync(folder, { recursive: true });
}
process.exitCode = failures === 0 ? 0 : 1;
