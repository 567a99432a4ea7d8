import { answerAsMarkdown } from "./answer-text.ts";
import type { Turn } from "./conversation.ts";
import { saveFile } from "./hand-over.ts";
import type { Words } from "./words.ts";

/** Hands the reader the answered turns of a conversation as one Markdown file. */
export function saveConversation(turns: readonly Turn[], words: Words): void {
  const parts = turns.flatMap(({ question, outcome }) =>
    outcome.state === "answered" ? [answerAsMarkdown(question, outcome.response, words)] : [],
  );
  const content = `# ${words.title}\n\n${parts.join("\n\n")}\n`;
  saveFile(`${words.title}.md`, new Blob([content], { type: "text/markdown" }));
}
