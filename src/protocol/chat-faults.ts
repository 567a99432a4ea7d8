import { type ChatRequest, LIMITS } from "./chat.ts";
import type { ProblemPlace } from "./problem.ts";
import { textFault } from "./text-faults.ts";

/** What the shape of a chat request cannot say: whose turn it is, how long a question may be, which characters. */
export function chatFaults(request: ChatRequest): ProblemPlace[] {
  const faults: ProblemPlace[] = [];
  const last = request.messages.length - 1;
  for (const [at, message] of request.messages.entries()) {
    const path = `messages[${at}].content`;
    const fault = textFault(message.content);
    if (fault !== null) faults.push({ path, ...fault });
    if (message.role === "user" && [...message.content].length > LIMITS.questionChars) {
      faults.push({
        path,
        zh: `问题不能超过 ${LIMITS.questionChars} 个字`,
        en: `a question has at most ${LIMITS.questionChars} characters`,
      });
    }
  }
  if (request.messages[last]?.role !== "user") {
    faults.push({
      path: `messages[${last}].role`,
      zh: "最后一条消息须由用户（user）提出",
      en: "the last message must be the user's",
    });
  }
  return faults;
}
