import { readFileSync, writeFileSync } from "node:fs";
import { readConfiguration } from "./configuration.ts";
import { openAskLine } from "./open-ask-line.ts";

const [, , file = "", out = ""] = process.argv;
const { ask, index } = await openAskLine(readConfiguration(process.env));
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((l) => l.trim() && !l.startsWith("#"));
const times: number[] = [];
let text = "";
for (const line of lines) {
  const [cat = "", q = "", gold = ""] = line.split("\t");
  const turns = q.split(" || ");
  const messages: { role: "user" | "assistant"; content: string }[] = [];
  let r: any;
  for (const turn of turns) {
    messages.push({ role: "user", content: turn });
    const t = performance.now();
    try {
      for await (const e of ask({ messages })) if (e.type === "done") r = e.response;
    } catch (error) {
      r = { status: "ERROR", answer: String(error), citations: [], question: "" };
    }
    times.push(performance.now() - t);
    messages.push({ role: "assistant", content: r.answer });
  }
  text += `[${cat}] Q: ${q}\n  U: ${r.question}\n  GOLD: ${gold}\n  ${r.status}: ${r.answer.replaceAll("\n", "\n    ").slice(0, 700)}\n  C: ${r.citations.map((c: any) => c.documentId).join(",")}\n\n`;
}
times.sort((a, b) => a - b);
text += `n=${times.length} p50=${times[Math.floor(times.length * 0.5)]?.toFixed(0)}ms p95=${times[Math.floor(times.length * 0.95)]?.toFixed(0)}ms max=${times.at(-1)?.toFixed(0)}\nmem ${(process.memoryUsage().rss / 1e6).toFixed(0)}MB\n`;
writeFileSync(out, text);
index.close();
