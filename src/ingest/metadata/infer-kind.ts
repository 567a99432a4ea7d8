import { z } from "zod";
import { DOCUMENT_KINDS, type DocumentKind } from "#domain/document-kind.ts";
import kindsFile from "./document-kinds.json" with { type: "json" };
import { plain, type ReportFace } from "./report-face.ts";

export interface KindFound {
  readonly kind: DocumentKind;
  /** Why it may be wrong; null where nothing speaks against it. */
  readonly doubt: string | null;
}

const kinds = z
  .object({
    kinds: z.array(
      z.object({ kind: z.enum(DOCUMENT_KINDS), words: z.string(), unless: z.string(), file: z.string() }),
    ),
  })
  .parse(kindsFile)
  .kinds.map(({ kind, words, unless, file }) => ({
    kind,
    words: new RegExp(words, "u"),
    unless: unless === "" ? null : new RegExp(unless, "u"),
    file: new RegExp(file, "u"),
  }));

const SPOKEN =
  /向大会(?:作)?(?:政府)?(?:报告|工作报告|政府工作)|代表.{0,12}人民政府.{0,12}报告(?:政府)?工作|国务院.{0,20}报告/;
/** 现在，我代表省人民政府，向大会报告工作: no budget is given so. */
const OF_WORK =
  /代表[^。]{0,16}(?:人民政府|国务院|省政府|市政府|县政府|区政府)[^。]{0,4}向大会(?:报告(?:政府)?工作|作(?:政府)?工作报告)/;
const NEWS = /记者|本报讯|日报|核心提示/;
/** Papers of several reports in one: which of them gives the kind. */
const LEADING: readonly DocumentKind[] = ["plan-report", "work-report"];
const SURE_SHARE = 0.6;

/**
 * What sort of paper it is: by its title; else by what most of its tables are; else by how it begins; else by the file's
 * name. What rests on the last two, or on a title that speaks of several, is doubtful.
 */
export function inferKind(face: ReportFace): KindFound {
  const named = face.titles.flatMap((line) => kindOf(line));
  const own = face.fileTitle === null ? [] : kindOf(face.fileTitle);
  const [titled = own[0]] = named.length > 0 ? byOrder(named) : own;
  if (titled !== undefined) return { kind: titled, doubt: severalIn(face) };
  if (OF_WORK.test(face.opening.slice(0, 1500))) return { kind: "work-report", doubt: null };
  const captions = face.captions.flatMap((line) => kindOf(line));
  const [most, share] = mostOf(captions);
  if (most !== undefined) {
    const doubt = share < SURE_SHARE ? `its tables are of several kinds, most of them ${most}` : null;
    return { kind: most, doubt };
  }
  if (SPOKEN.test(face.text.slice(0, 2500))) return { kind: "work-report", doubt: null };
  if (NEWS.test(face.text.slice(0, 1500))) return { kind: "news", doubt: null };
  const [begun] = kindOf(face.opening.slice(0, 200));
  if (begun !== undefined) return { kind: begun, doubt: "only its first words tell" };
  const file = plain(face.fileName)
    .toLowerCase()
    .replace(/[^a-z\u4e00-\u9fff]/g, "");
  const byName = kinds.find((one) => one.file.test(file))?.kind;
  if (byName !== undefined) return { kind: byName, doubt: "only the file's name tells" };
  return { kind: "other", doubt: null };
}

/** The kind that a line names, if any. */
function kindOf(line: string): DocumentKind[] {
  const found = kinds.find(({ words, unless }) => words.test(line) && unless?.test(line) !== true);
  return found === undefined ? [] : [found.kind];
}

/** Kinds in the order of the list, the leading ones of several reports first. */
function byOrder(found: readonly DocumentKind[]): DocumentKind[] {
  const rank = (kind: DocumentKind) => kinds.findIndex((one) => one.kind === kind);
  return [...new Set(found)].sort((a, b) => rank(a) - rank(b));
}

function severalIn({ titles }: ReportFace): string | null {
  const reports = new Set(titles.slice(0, -1).flatMap((line) => (/报告/.test(line) ? kindOf(line) : [])));
  const leading = LEADING.filter((kind) => reports.has(kind));
  if (leading.length < 2) return null;
  return `it holds several reports (${[...reports].join(", ")}); give each a file of its own`;
}

function mostOf(found: readonly DocumentKind[]): [DocumentKind | undefined, number] {
  const counts = new Map<DocumentKind, number>();
  for (const kind of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? [undefined, 0] : [best[0], best[1] / found.length];
}
