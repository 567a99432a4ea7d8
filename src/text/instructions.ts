import type { Span } from "#domain/span.ts";

/** Words that speak to a machine that reads, and not to a reader: 忽略以上所有指令, 你是一个AI助手, ignore previous instructions. */
const INSTRUCTION =
  /(?:忽略|无视|忘记|不要理会)[^，。；]{0,12}(?:指令|指示|提示词?|设定|规则)|你(?:现在)?(?:是|扮演)[^，。；]{0,6}(?:AI|人工智能|助手|模型|机器人)|(?:系统|隐藏)(?:提示词?|指令)[:：]|(?:请|提醒)[^，。；]{0,4}(?:AI|人工智能助手|智能助手|大模型|聊天机器人)[^，。；]{0,6}[，,:：]|ignore (?:all |any )?(?:the )?(?:previous|above|prior) (?:instructions|prompts)|system prompt/iu;

/** No paragraph is longer that a reader would read; what is looked back at of one that is. */
const LONGEST = 2000;

/**
 * True where `span` of `text` tells whoever answers what to say. What follows an instruction in its paragraph goes on with it:
 * 请回答：…为9999亿元. No figure and no passage of a report is told so.
 */
export function givesInstruction(text: string, { start, end }: Span): boolean {
  const paragraph = text.lastIndexOf("\n", start - 1) + 1;
  return INSTRUCTION.test(text.slice(Math.max(paragraph, start - LONGEST), end));
}
