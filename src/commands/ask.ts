import { createInterface } from "node:readline/promises";
import { openAskLine } from "#compose/ask/open-ask-line.ts";
import type { Configuration } from "#configuration.ts";
import type { Ask, ChatMessage, ChatResponse } from "#protocol/chat.ts";

/** `npm run ask -- "问题"` answers once; without a question it is a conversation on the terminal. */
export async function askCommand(configuration: Configuration, words: readonly string[]): Promise<void> {
  const { ask, index } = await openAskLine(configuration);
  const question = words.join(" ").trim();
  if (question !== "") print(await respond(ask, [{ role: "user", content: question }]));
  else await converse(ask);
  index.close();
}

async function converse(ask: Ask): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const messages: ChatMessage[] = [];
  terminal.setPrompt("问> ");
  terminal.prompt();
  for await (const line of terminal) {
    if (["exit", "quit", "再见", "退出"].includes(line.trim())) break;
    messages.push({ role: "user", content: line });
    const response = await respond(ask, messages);
    messages.push({ role: "assistant", content: response.answer });
    print(response);
    terminal.prompt();
  }
  terminal.close();
}

async function respond(ask: Ask, messages: ChatMessage[]): Promise<ChatResponse> {
  for await (const event of ask({ messages })) if (event.type === "done") return event.response;
  throw new Error("the answer ended without its last event");
}

function print({ answer, citations, suggestions, question }: ChatResponse): void {
  process.stdout.write(`${question}\n\n${answer}\n`);
  for (const { marker, title, section, quote } of citations) {
    process.stdout.write(
      `\n[${marker}] 《${title}》 ${section.join(" › ")}\n    ${quote.replaceAll("\n", "\n    ")}\n`,
    );
  }
  for (const suggestion of suggestions) process.stdout.write(`\n→ ${suggestion}`);
  process.stdout.write("\n");
}
