import { z } from "zod";
import type { Question } from "#question/question.ts";
import { isPartOfQuotation } from "#question/quotation.ts";
import placesFile from "./foreign-places.json" with { type: "json" };

/** Longest first, so that 印度尼西亚 goes before 印度. */
const names = z
  .object({ names: z.array(z.string().min(2)).min(1) })
  .parse(placesFile)
  .names.sort((one, other) => other.length - one.length);

/** 日本的人口有多少: a place abroad is one that no report is about, where no place held is named beside it. */
export function withForeignPlace(question: Question): Question {
  if (question.regions.length > 0 || question.otherRegions.length > 0) return question;
  const named = names.find((name) => isNamedIn(question.asked, name));
  return named === undefined ? question : { ...question, otherRegions: [named] };
}

/** Letters on either side make it another word (india in indiana), and “重庆小首尔” is a name of its own. */
function isNamedIn(asked: string, name: string): boolean {
  const at = asked.indexOf(name);
  const end = at + name.length;
  if (at < 0 || isPartOfQuotation(asked, { start: at, end })) return false;
  return !LETTER.test(asked.charAt(at - 1)) && !LETTER.test(asked.charAt(end));
}

const LETTER = /[a-z]/;
