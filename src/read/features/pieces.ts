import { parseCount } from "#text/chinese-number.ts";
import { tokens } from "#text/tokens.ts";
import { type FeatureGroup, flag } from "./feature.ts";

const COUNT = "[二两三四五六七八九十]{1,2}|\\d{1,2}";
/** 是哪三个, 五大产业基地, 一保五难: a list of so many is asked for. */
const COUNTED = new RegExp(`哪(${COUNT})|(${COUNT})(?:大|个(?!百分|月)|项|条|方面|类|种|年(?!来))`, "u");

/**
 * Whether the unit speaks of each thing that is asked (目标和实际, 出口及进口) and of each word that narrows it; and, where so many
 * things are asked for, whether it strings just so many: 建设广佛肇、深莞惠、珠中江三大经济圈.
 */
export const pieces: FeatureGroup = (
  { present, inHeading, inContext, folded },
  { wordings, question, folded: asked },
) => {
  const held = (pair: string) => present.has(pair) || inHeading.has(pair);
  const near = (pair: string) => held(pair) || inContext.has(pair);
  const [topic = ""] = wordings;
  const shares = topic
    .split(" ")
    .filter((piece) => piece.length > 1)
    .map((piece) => shareIn(piece, held));
  const narrowing = question.residue.map(({ word }) => shareIn(word, near));
  const counted = COUNTED.exec(asked);
  const most = counted === null ? null : parseCount(counted[1] ?? counted[2] ?? "");
  const strung = folded.split(/[,;。:]/u).map((clause) => clause.split(/[、和]/u).length);
  const longest = Math.max(1, ...strung);
  return {
    pieces: shares.length,
    pieceLeast: Math.min(1, ...shares),
    pieceMean: mean(shares),
    residues: narrowing.length,
    residueLeast: Math.min(1, ...narrowing),
    residueMean: mean(narrowing),
    listCount: most ?? 0,
    listStrung: longest,
    listFits: most === null ? -1 : flag(strung.includes(most)) + 0.5 * flag(longest > most),
  };
};

function shareIn(word: string, held: (pair: string) => boolean): number {
  const pairs = tokens(word).filter((pair) => pair.length > 1);
  return pairs.length === 0 ? 1 : pairs.filter(held).length / pairs.length;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
