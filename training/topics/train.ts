import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ASPECTS } from "#question/aspect/aspect.ts";
import { ASPECT_BUCKETS, aspectFeatures } from "#question/aspect/aspect-features.ts";
import { outlineOf } from "#question/outline.ts";
import { regionReader } from "#question/place/regions.ts";
import { foldPlain } from "#text/fold.ts";
import { type Example, quantised, train } from "../softmax/train-softmax.ts";

/**
 * Learns what a question asks of reports as a whole from `asked.tsv` (an aspect and a way of asking a line: {p} stands for a
 * place, {y} for a year, {t} for one of `themes.txt`) and, for questions that ask for something narrower, from the last
 * turns of the question sets; writes src/question/aspect/aspect-weights.json.
 *
 *     npx tsx training/topics/train.ts
 */
const root = path.resolve(import.meta.dirname, "../..");
const linesOf = (file: string) => readFileSync(file, "utf8").trim().split("\n");
const here = (name: string) => path.join(import.meta.dirname, name);

const aspectSchema = z.enum(ASPECTS);
const questionSchema = z.object({ turns: z.array(z.string()).min(1) });
const YEARS = ["", "2022年", "去年", "今年", "2015年"];
/** So many themes are put into each way of asking of one. */
const THEMES_EACH = 36;
/** The words of the aspects themselves: a question of the sets that says one may ask for a whole. */
const MAY_BE_WHOLE =
  /总结|概括|要点|亮点|成绩|成就|成效|问题|困难|不足|短板|打算|重点工作|任务|安排|进展|怎么样|咋样|举措|措施|情况|规划|做了|干了|怎么[抓搞做干发]|highlight|summar|problem|difficult|plan|progress/;

const readRegions = regionReader({ ...outlineOf([]), regions: ["江北区", "渝北区", "大渡口区"], parents: ["重庆市"] });
const unplaced = (text: string) => readRegions(foldPlain(text).trim()).rest;
const themes = linesOf(here("themes.txt"));
const [zh, en] = [themes.filter((theme) => !/^[a-z]/.test(theme)), themes.filter((theme) => /^[a-z]/.test(theme))];

/** Every way of asking, with each year and some of the themes. */
const ways = linesOf(here("asked.tsv")).flatMap((line, row) => {
  const [aspect = "", way = ""] = line.split("\t");
  const said = way.replaceAll("{p}", " ");
  const own = /[a-z]{3}/.test(way.replace(/\{.\}/g, "")) ? en : zh;
  const years = said.includes("{y}") ? YEARS : [""];
  const chosen = said.includes("{t}") ? own.filter((_, at) => (at + row) % Math.ceil(own.length / THEMES_EACH) === 0) : [""];
  return years.flatMap((year) =>
    chosen.map((theme) => ({
      label: ASPECTS.indexOf(aspectSchema.parse(aspect)),
      text: said.replace("{y}", year).replaceAll("{t}", theme),
      weight: 1 / years.length,
    })),
  );
});

const asked = [
  ["evals", /^(?:dev|project-dev).*jsonl$/],
  ["evals/open", /^train.*jsonl$/],
] as const;
const narrower = asked.flatMap(([folder, names]) => {
  const at = path.join(root, folder);
  const files = existsSync(at) ? readdirSync(at).filter((name) => names.test(name)).sort() : [];
  return files
    .flatMap((name) => linesOf(path.join(at, name)))
    .map((line) => questionSchema.parse(JSON.parse(line)).turns.at(-1) ?? "")
    .filter((text) => !MAY_BE_WHOLE.test(text))
    .map((text) => ({ label: 0, text: unplaced(text), weight: 1 }));
});
const counted = linesOf(here("narrower.txt")).map((text) => ({ label: 0, text: unplaced(text), weight: 3 }));

/** What is asked for stays the same when the asker adds how to tell it: 报告里的问题，请归纳. */
const REQUESTS = ["，请归纳", "请归纳一下", "，简要说", "说几条", "，请分项说明", "，讲一讲", "，列几条", "，请列出来", "，概括说说", "，梳理一下", "简单说几点", "，说说看"];
const requested = [...ways, ...narrower.filter((_, at) => at % 3 === 0)]
  .filter(({ text }) => !/[a-z]{3}/.test(text))
  .map(({ text, ...others }, at) => ({ ...others, text: `${text}${REQUESTS[at % REQUESTS.length] ?? ""}` }));

const examples: Example[] = [...ways, ...requested, ...narrower, ...counted].map(({ label, text, weight }) => ({
  label,
  weight,
  features: aspectFeatures(foldPlain(text)),
  vector: null,
}));
const { features } = train(examples, { classes: ASPECTS.length, dimensions: 0, rows: ASPECT_BUCKETS });
writeFileSync(
  path.join(root, "src/question/aspect/aspect-weights.json"),
  `${JSON.stringify(
    {
    about: "Softmax weights of the aspects over the features of aspect-features.ts: int8, a row of aspects each, base64. Written by training/topics/train.ts.",
    aspects: ASPECTS,
    rows: ASPECT_BUCKETS,
    features: quantised(features),
    },
    null,
    2,
  )}\n`,
);
console.log(`${examples.length} questions, ${ways.length} of them of a whole`);
