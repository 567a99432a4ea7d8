import { z } from "zod";
import { maskPersonalData } from "#domain/mask.ts";
import { groupBy } from "#evaluate/score/group.ts";
import { itemsOf } from "#evaluate/sets/item.ts";
import type { GapGroup } from "#protocol/gap-group.ts";
import type { Run } from "./run-record.ts";

/** One line of a server's own log of questions; fields beyond these are passed over. */
export const loggedQuestionSchema = z.object({
  question: z.string().min(1),
  status: z.enum(["answered", "refused", "clarify"]),
  reason: z.string().optional(),
  citations: z.int().nonnegative().optional(),
  regions: z.array(z.string()).optional(),
  years: z.array(z.int()).optional(),
  indicators: z.array(z.string()).optional(),
});

/** A question that the reports did not serve. */
export interface Gap {
  readonly kind: "unanswered" | "weak";
  /** Personal data masked. */
  readonly question: string;
  readonly regions: readonly string[];
  readonly years: readonly number[];
  readonly topics: readonly string[];
}

/** Names to find in a question where no reading of it is at hand. */
export interface KnownNames {
  readonly regions: readonly string[];
  readonly topics: readonly string[];
}

const EXAMPLES = 3;
const NONE = "–";

/** Questions of a run that were refused though an answer was wanted, or answered without supporting evidence. */
export function gapsOfRun(run: Run, names: KnownNames): Gap[] {
  return itemsOf(run).flatMap(({ question, record, response, grade }) => {
    const unanswered = response?.status === "refused" && question.expect !== "refuse";
    const weak =
      response?.status === "answered" && (response.citations.length === 0 || grade?.cited === false);
    if (response === null || !(unanswered || weak)) return [];
    const asked = response.question || (question.turns.at(-1) ?? "");
    return [toGap({ question: asked, status: response.status, ...(record.reading ?? {}) }, names)];
  });
}

/** Questions of a log in JSON Lines that were refused or answered without a citation; other lines are passed over. */
export function gapsOfLog(jsonLines: string, names: KnownNames): Gap[] {
  return jsonLines.split("\n").flatMap((line) => {
    const entry = loggedQuestionSchema.safeParse(parseJson(line));
    if (!entry.success || entry.data.status === "clarify") return [];
    const isServed = entry.data.status === "answered" && entry.data.citations !== 0;
    return isServed ? [] : [toGap(entry.data, names)];
  });
}

/** Gaps by region × year × indicator or topic, the most asked first. */
export function groupGaps(gaps: readonly Gap[]): GapGroup[] {
  const places = gaps.flatMap((gap) => placesOf(gap).map((place) => ({ gap, ...place })));
  const groups = groupBy(places, ({ region, year, topic }) => JSON.stringify([region, year, topic]));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { region, year, topic } = first;
      const unanswered = group.filter(({ gap }) => gap.kind === "unanswered").length;
      const examples = [...new Set(group.map(({ gap }) => gap.question))].slice(0, EXAMPLES);
      return [{ region, year, topic, unanswered, weak: group.length - unanswered, examples }];
    })
    .sort((a, b) => b.unanswered + b.weak - a.unanswered - a.weak);
}

/** The groups as a Markdown table for editors. */
export function describeGaps(groups: readonly GapGroup[]): string {
  if (groups.length === 0) return "No gaps: every question was answered with support.";
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => escapeCell(String(cell))).join(" | ")} |`;
  return [
    row(["region", "year", "indicator or topic", "unanswered", "weakly supported", "questions"]),
    row(Array(6).fill("---")),
    ...groups.map(({ region, year, topic, unanswered, weak, examples }) =>
      row([region, year, topic, unanswered, weak, examples.join(" / ")]),
    ),
  ].join("\n");
}

/** What the reading or the log names goes before what can be found in the question's own words. */
function toGap(entry: z.infer<typeof loggedQuestionSchema>, names: KnownNames): Gap {
  const { question, status, reason, regions, years, indicators } = entry;
  const printedYears = question.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  const reasons = reason === undefined ? [] : [reason];
  return {
    kind: status === "refused" ? "unanswered" : "weak",
    question: maskPersonalData(question),
    regions: firstFilled(regions, namesIn(question, names.regions)),
    years: firstFilled(years, [...new Set(printedYears.map(Number))]),
    topics: firstFilled(indicators, namesIn(question, names.topics), reasons),
  };
}

function firstFilled<T>(...lists: readonly (readonly T[] | undefined)[]): readonly T[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

/** Names that stand in the question, also without their last character (江北 for 江北区), without those inside longer ones. */
function namesIn(question: string, names: readonly string[]): string[] {
  const found = [...new Set(names)].filter(
    (name) =>
      question.includes(name) || (/.{2}[省市区县]$/.test(name) && question.includes(name.slice(0, -1))),
  );
  return found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
}

function placesOf({ regions, years, topics }: Gap) {
  const orNone = (values: readonly (string | number)[]) =>
    values.length === 0 ? [NONE] : values.map(String);
  return orNone(regions).flatMap((region) =>
    orNone(years).flatMap((year) => orNone(topics).map((topic) => ({ region, year, topic }))),
  );
}

function escapeCell(text: string): string {
  return text.replace(/\r?\n/g, " ").replaceAll("|", "\\|");
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
