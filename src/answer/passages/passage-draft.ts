import { regionsApart, yearsApart } from "#answer/compare/regions-apart.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import type { Block } from "#protocol/chat.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { composed } from "./compose.ts";
import { bestRead, LIKELY, tellable } from "./read-choice.ts";

/** A second region's passage counts as an answer of its own when it is nearly as likely. */
const NEARLY = 0.85;

/**
 * What the reader holds likely to answer, for each region named; without a region, for each region that answers about as
 * likely. Null when nothing does.
 */
export async function passageDraft(desk: Desk, ending: Ending, least = LIKELY): Promise<Draft | null> {
  const { question } = desk;
  const yearly = await ofEachYear(desk, ending, least);
  if (yearly !== null) return yearly;
  const chosen =
    question.regions.length > 0 ? await ofRegions(desk, ending, least) : await ofAny(desk, ending, least);
  const several = chosen.length > 1;
  const blocks: Block[] = [];
  for (const read of chosen) blocks.push(...(await composed(desk, read, { ending, several })));
  if (blocks.length === 0) return null;
  const apart = question.regions.length > 1 ? regionsApart(desk, desk.book.citations) : null;
  const leads = [desk.say("passage.lead"), apart ?? ""].filter((text) => text !== "");
  return desk.draft(ending, [...leads.map((text): Block => ({ type: "paragraph", text })), ...blocks]);
}

/** One for each region named; none at all where one is missing. */
async function ofRegions(desk: Desk, ending: Ending, least: number): Promise<ReadUnit[]> {
  const { regions } = desk.question;
  const best: ReadUnit[] = [];
  for (const region of regions) {
    const read = await bestRead(desk, region, { ending, least });
    if (read !== null) best.push(read);
  }
  return best.length < regions.length ? [] : best;
}

/** The best of all, and of each other region the one nearly as likely. */
async function ofAny(desk: Desk, ending: Ending, least: number): Promise<ReadUnit[]> {
  const best = await bestRead(desk, null, { ending, least });
  if (best === null) return [];
  const regionOf = ({ unit }: ReadUnit) => desk.sources.document(unit.documentId)?.region ?? null;
  const chosen = [best];
  for (const read of await tellable(desk, null)) {
    const known = chosen.some((other) => regionOf(other) === regionOf(read));
    if (!known && read.probability >= Math.max(least, NEARLY * best.probability)) chosen.push(read);
  }
  return chosen;
}

/** 去年多少, 今年想过多少: both years are asked. */
const LAST_YEAR = /去年|上年|上一年/u;
const THIS_YEAR = /今年|当年|本年/u;

/** 2004年是多少，2005年目标是多少: what is told of each year, where different sentences tell it. */
async function ofEachYear(desk: Desk, ending: Ending, least: number): Promise<Draft | null> {
  const { question, sources } = desk;
  const [region = null, another] = question.regions;
  if (another !== undefined || question.years.length !== 2) return null;
  const named = question.years.every((year) => question.asked.includes(String(year)));
  if (!named && !(LAST_YEAR.test(question.asked) && THIS_YEAR.test(question.asked))) return null;
  const chosen: ReadUnit[] = [];
  for (const year of question.years) {
    const own = new Desk({ ...question, years: [year] }, sources);
    const best = await bestRead(own, region, { ending, least });
    if (best === null) return null;
    chosen.push(best);
  }
  const [first, second] = chosen.map(({ unit }) => unit);
  if (first?.documentId === second?.documentId && first?.start === second?.start) return null;
  const blocks: Block[] = [];
  for (const [at, read] of chosen.entries()) {
    const paragraphs = await composed(desk, read, { ending, several: false });
    const [opening] = paragraphs;
    if (opening?.type === "paragraph")
      opening.text = `${desk.year(question.years[at] ?? 0)}：${opening.text}`;
    blocks.push(...paragraphs);
  }
  const apart = yearsApart(desk, desk.book.citations);
  const lead: Block[] = apart === null ? [] : [{ type: "paragraph", text: apart }];
  return desk.draft(ending, [...lead, ...blocks]);
}
