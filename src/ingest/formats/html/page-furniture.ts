import { z } from "zod";
import type { FileBlock } from "#ingest/formats/file-reading.ts";
import wordsFile from "./furniture-words.json" with { type: "json" };
import { readsAsFooter } from "./page-around.ts";
import type { PlacedBlock } from "./placed-block.ts";

const { words, labels } = z
  .object({ words: z.array(z.string()), labels: z.array(z.string()) })
  .parse(wordsFile);
const WORDS = new RegExp([...words].sort((one, other) => other.length - one.length).join("|"), "gu");
const bareLabels = labels.map((label) => label.replace(/\s/gu, ""));
const LABEL = new RegExp(`^(?:${bareLabels.join("|")})[:：]`, "u");
const LABELS = new Set(bareLabels);
const SENTENCE = /[。；！？]|.{40}[，,]|[，,].{30}/u;
const LONGEST = 160;

/** A page's text without what stands before and after it: its title, trail, date and source, buttons, links, files, footer. */
export function withoutFurniture(placed: readonly PlacedBlock[], title: string | null): FileBlock[] {
  const first = placed.findIndex(isText);
  const last = placed.findLastIndex(isText);
  const outside = placed.map(
    (each, at) =>
      (first < 0 || at < first || at > last || isMetadataTable(each.block)) &&
      (isFurniture(each) || (each.block.kind === "heading" && each.block.text === title)),
  );
  return placed.filter((_, at) => !outside[at]).map(({ block }) => block);
}

/** Whether a block is surely of the text: a sentence that is no link, or a table of data. */
function isText({ block, linked }: PlacedBlock): boolean {
  if (block.kind === "table") return !isMetadataTable(block) && linked < 0.5;
  return linked < 0.5 && SENTENCE.test(block.text) && !readsAsFooter(block.text) && !isLabelLine(block.text);
}

function isFurniture({ block, linked, toFiles }: PlacedBlock): boolean {
  if (block.kind === "table") return isMetadataTable(block) || linked >= 0.5;
  if (block.text.length > LONGEST) return false;
  if (toFiles && linked > 0.5) return true;
  return (
    linked >= 0.35 ||
    readsAsFooter(block.text) ||
    isLabelLine(block.text) ||
    isWordLine(block.text) ||
    isTrail(block.text)
  );
}

/** 【打印本文】【关闭】: nothing but the words of such lines. */
function isWordLine(text: string): boolean {
  return text.replace(WORDS, "").replace(/[\p{P}\p{S}\d\s]/gu, "").length <= 1;
}

/** 来源：市统计局 发布时间：2026-05-09: a line of labels and what they tell. */
function isLabelLine(text: string): boolean {
  return text.length <= LONGEST && LABEL.test(text.replace(/^[\s\p{P}]+/u, "").replace(/\s/gu, ""));
}

/** 首页 > 政府信息公开 > 统计公报. */
function isTrail(text: string): boolean {
  const steps = text.split(/[>»›＞]|>>/u);
  return steps.length >= 3 && steps.every((step) => step.length <= 20);
}

/** The form of a page's index number, issuer and dates. */
export function isMetadataTable(block: FileBlock): boolean {
  if (block.kind !== "table") return false;
  const cells = block.rows.flatMap((row) => row.cells.map(({ text }) => text)).filter(Boolean);
  const told = cells.filter((text) => LABELS.has(text.replace(/[\s:：[\]【】]/gu, "")) || isLabelLine(text));
  return cells.length <= 60 && told.length >= 3 && told.length >= cells.length * 0.3;
}
