import type { ChatMessage } from "#protocol/chat.ts";

const TITLE_CHARS = 20;

/** What each kind of task wants, by the key of the JSON that its prompt asks for. */
const ANSWERS: Readonly<Record<string, (asked: string) => unknown>> = {
  title: (asked) => clipped(asked),
  tags: () => ["政府报告"],
  follow_ups: () => [],
  queries: (asked) => [asked],
};

/**
 * Chat programs such as Open WebUI ask the model itself for a title, tags or follow-up questions of a conversation, with a prompt
 * that begins with `### Task:`. No report is asked by it: it is answered from the conversation it holds.
 * @returns the words of the answer, or null when it is no such prompt
 */
export function taskAnswer(messages: readonly ChatMessage[]): string | null {
  const words = messages.at(-1)?.content ?? "";
  if (!words.trimStart().startsWith("### Task:")) return null;
  const wanted = /\{\s*"(title|tags|follow_ups|queries)"\s*:/.exec(words)?.[1];
  const answer = wanted === undefined ? undefined : ANSWERS[wanted];
  return wanted === undefined || answer === undefined
    ? "{}"
    : JSON.stringify({ [wanted]: answer(firstAsked(words)) });
}

/** The first thing the user says in the conversation that the prompt holds. */
function firstAsked(prompt: string): string {
  const history = /<chat_history>([\s\S]*?)<\/chat_history>/.exec(prompt)?.[1] ?? "";
  return (/^\s*USER:\s*(.+)$/im.exec(history)?.[1] ?? "").trim();
}

function clipped(words: string): string {
  const chars = [...words];
  if (chars.length === 0) return "政府报告问答";
  return chars.length > TITLE_CHARS ? `${chars.slice(0, TITLE_CHARS).join("")}…` : words;
}
