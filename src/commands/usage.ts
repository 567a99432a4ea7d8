import type { SpokenLanguage } from "#compose/words/command-words.ts";

/** Every command: what is typed, and what it does in each language. */
const COMMANDS = [
  [
    "npm start",
    "serve, after building the index where it is missing or stale",
    "启动服务；索引缺失或过时则先建",
  ],
  ["npm run build", "build the index and print the build report", "建索引并打印构建报告"],
  [
    "npm run add -- FILE… [--dry-run]",
    "put reports in; a service that runs goes over by itself",
    "收入报告；运行中的服务自动换用新索引",
  ],
  ["npm run remove -- NAME… [--dry-run]", "take reports out", "移出报告"],
  ["npm run list", "the reports that answers come from", "列出回答所依据的报告"],
  ["npm run rebuild", "read every file again", "重新读取全部文件"],
  [
    "npm run fetch",
    "bring this machine's copy of the index up to what DATABASE_URL holds",
    "把本机索引更新到 DATABASE_URL 中的当前版本",
  ],
  ["npm run ask -- [question]", "answer one question, or hold a conversation", "回答一个问题，或连续对话"],
  [
    "npm run indicators -- [--region R] [--year Y] [--indicator I] [--kind target|actual] [--document D]",
    "",
    "查指标：地区、年份、指标、目标或实际、报告",
  ],
  [
    "npm run mcp",
    "the tools for an assistant on this machine (MCP over stdio)",
    "供本机智能助手使用的工具（MCP）",
  ],
  [
    "npm run audit -- verify",
    "whether the audit log is whole (AUDIT_LOG)",
    "核对审计日志是否完整（AUDIT_LOG）",
  ],
  [
    "npm run eval -- [--set FILE] [--out DIR]",
    "ask a question set and score the answers",
    "用题集提问并评分",
  ],
] as const;

const COLUMN = 43;

/** What the command line offers, a command a line. */
export function usageIn(language: SpokenLanguage): string {
  return COMMANDS.map(([typed, english, chinese]) => {
    const words = language === "zh" ? chinese : english;
    return words === "" ? `${typed}\n` : `${typed.padEnd(COLUMN - 1)} ${words}\n`;
  }).join("");
}
