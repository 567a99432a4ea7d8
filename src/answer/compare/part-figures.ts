import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { sentences } from "#text/sentences.ts";

/** A figure of a report with the words that say what it is of. */
export interface PartFigure extends Pick<Quantity, "value" | "unit"> {
  readonly documentId: string;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** What it is a figure of: one of several things told together, else the words right before it. */
  readonly part: string;
  /** Folded words right before it, of a bare 增长 with those before that, and right behind it (25个项目建成投用). */
  readonly near: string;
  /** Folded words its entry begins with, where other figures may stand between. */
  readonly head: string;
  /** As printed. */
  readonly raw: string;
  /** 1 where it stands alone; else how many things are told together. */
  readonly together: number;
}

/** What begins a new entry in a sentence. */
const ENTRY = /[；;]|其中[，,]?|(?<=分)[：:]/gu;
const CLAUSE = /[，；：,;:]/gu;
/** …, and 和 behind a figure (工厂3个和车间9个). */
const PIECE = /[，、；：,;:]|(?<=\d[万亿]?[\u4e00-\u9fff]{1,2})[和及与]/gu;
const EXAMPLES = /等[\u4e00-\u9fff]{1,8}$/u;
const JOINS = /^[、和与及]$/u;
/** 分别达到, 同比增长: what stands between the things told together and their figures. */
const TOLD =
  /(?:分别|各|同比|较上年|比上年)*(?:达到?|为|是|增长|下降|增加|减少|提高|降低|占|实现|完成|再就业)*(?:了|到)?$/u;
const PIECE_END = /^(?:[，、；：。,;:]|$)/u;
/** What stands behind a figure up to the end of its piece; before another figure it is that one's. */
const BEHIND = /^[^，、；：。,;:\d]*(?=[，、；：。,;:]|$)/u;
const CHANGED = /(?:增长|提高|上升|下降|减少|降低|回落|缩减|下滑)了?$/u;
const FELL = /[降减落滑]/u;
/** About as long as what is measured is (参保人数). */
const TAIL = 4;

/** Every figure of a stretch, in order. Things told together (A、B、C分别1、2、3) get one each. */
export function partFigures(document: SourceDocument, stretch: Span): PartFigure[] {
  return sentences(document.text, stretch).flatMap((sentence) => inSentence(document, sentence));
}

function inSentence({ id, text }: SourceDocument, sentence: Span): PartFigure[] {
  const words = sliceOf(text, sentence);
  let names: readonly string[] = [];
  return runsOf(words).flatMap((run): PartFigure[] => {
    const [first] = run;
    if (first === undefined) return [];
    const from = (mark: RegExp) => lastEnd(words, mark, first.start);
    if (run.length > 1) {
      names = namesBefore(words.slice(from(CLAUSE), first.start), run.length) ?? names;
      if (names.length === run.length) return told(words, { id, sentence, run, names });
    }
    const [head = ""] = words.slice(from(ENTRY)).split(PIECE);
    return run.map((quantity) => {
      // 引进甲、乙等项目15个: what was done to them stands before the first.
      const last = lastEnd(words, PIECE, quantity.start);
      const at = EXAMPLES.test(words.slice(last, quantity.start))
        ? lastEnd(words, CLAUSE, quantity.start)
        : last;
      const piece = words.slice(at, quantity.start);
      const figure = signed(quantity, piece);
      const rest = words.slice(quantity.end);
      const behind = BEHIND.exec(rest)?.[0] ?? "";
      // 76个区级重点项目 begins anew.
      const bare = piece === "" ? PIECE_END.test(rest) : piece.replace(TOLD, "") === "";
      const before = bare ? words.slice(lastEnd(words, PIECE, at - 1), at) : "";
      return {
        documentId: id,
        sentence,
        ...figure,
        part: piece,
        near: foldPlain(before + piece + behind),
        head: foldPlain(head),
        together: 1,
      };
    });
  });
}

interface Together {
  readonly id: string;
  readonly sentence: Span;
  readonly run: readonly Quantity[];
  readonly names: readonly string[];
}

function told(words: string, { id, sentence, run, names }: Together): PartFigure[] {
  const start = run[0]?.start ?? 0;
  const head = words.slice(lastEnd(words, CLAUSE, start), start);
  const verb = TOLD.exec(head)?.[0] ?? "";
  const last = names.at(-1) ?? "";
  const tail = last.length > TAIL + 1 ? last.slice(-TAIL) : "";
  return run.map((quantity, at) => {
    const part = names[at] ?? "";
    const near = foldPlain(`${part}${tail}${verb}`);
    const figure = signed(quantity, verb);
    return { documentId: id, sentence, ...figure, part, near, head: "", together: run.length };
  });
}

/** 下降5.4% is −5.4%; what is told of a change is told with its verb. */
function signed({ value, unit, raw }: Quantity, before: string): Pick<PartFigure, "value" | "unit" | "raw"> {
  const changed = unit === "%" ? CHANGED.exec(before)?.[0] : undefined;
  if (changed === undefined) return { value, unit, raw };
  return { value: FELL.test(changed) ? `-${value}` : value, unit, raw: `${changed}${raw}` };
}

/** Figures with nothing but 、 between them. */
function runsOf(words: string): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const quantity of findQuantities(words)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const joined = before !== undefined && JOINS.test(words.slice(before.end, quantity.start));
    if (run !== undefined && joined) run.push(quantity);
    else runs.push([quantity]);
  }
  return runs;
}

/** The `count` things a clause names before its figures; null where it names another number of them. */
function namesBefore(head: string, count: number): string[] | null {
  const names = head.replace(TOLD, "").split(/[、和与及]/u);
  return names.length === count && names.every((name) => name.length > 1) ? names : null;
}

function lastEnd(words: string, mark: RegExp, before: number): number {
  const last = [...words.slice(0, before).matchAll(mark)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
