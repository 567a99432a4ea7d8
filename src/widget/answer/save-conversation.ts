import type { Turn } from "#widget/conversation.ts";
import { saveFile } from "#widget/hand-over.ts";
import type { Words } from "#widget/words.ts";
import { answerAsMarkdown } from "./answer-text.ts";

/** Hands the reader the answered turns of a conversation as one Markdown file. */
export function saveConversation(turns: readonly Turn[], words: Words): void {
  const parts = turns.flatMap(({ question, outcome }) =>
    outcome.state === "answered" ? [answerAsMarkdown(question, outcome.response, words)] : [],
  );
  const content = `# ${words.title}\n\n${parts.join("\n\n")}\n`;
  saveFile(`${words.title}.md`, new Blob([content], { type: "text/markdown" }));
}
