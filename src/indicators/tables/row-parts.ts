import type { Table, TableRow } from "#domain/document.ts";
import { plainCell } from "#text/quantity/read-cell.ts";
import { MEASURED } from "./measured-names.ts";
import type { NamedRow } from "./row-names.ts";

/** How names are numbered, the widest first; a name without a number lies under the last one that has one. */
const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/u,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/u,
  /^\d{1,2}[.、．](?!\d)/u,
  /^[（(]\d{1,2}[)）]/u,
];
const CODE = /^\d{3}(?:\d\d){0,2}(?=[-—–－]|\p{Script=Han})/u;
const TOTAL = /^(?:\p{Script=Han}{0,12})(?:合|总|小|共)计$/u;

function depthOf(name: string): number | null {
  const plain = plainCell(name);
  if (TOTAL.test(plain)) return -1;
  const code = CODE.exec(plain)?.[0];
  if (code !== undefined) return code.length;
  const level = LEVELS.findIndex((pattern) => pattern.test(plain));
  return level < 0 ? null : level;
}

/** A name over rows without a figure of its own: 各产业劳动力比例; 资源税 without a figure is a row like others. */
const headsRows = (row: TableRow | undefined, name: string): boolean =>
  row !== undefined && !MEASURED.test(plainCell(name)) && !row.cells.some(({ text }) => /\d/u.test(text));

/** 其中：一般债务 is set in by its mark, and the parts behind it further, though they lie under the same whole. */
const MARKED = /^(?:其中|[#＃])/u;

/**
 * For each row the one that its name lies under, by indents where the file has them, else by numbering (一、 over （一） over
 * 1.) and by the codes of accounts (201 over 20101); null where nothing says. Weaker than what 其中 says.
 */
export function rowsAbove(table: Table, names: readonly NamedRow[]): (number | null)[] {
  const indents = new Set(table.rows.map(({ indent }) => indent ?? 0));
  const byIndent = indents.size > 1;
  const numbered = names.some(({ name }) => (depthOf(name) ?? -1) >= 0);
  const indentOf = (at: number) => {
    const own = table.rows[at]?.indent ?? 0;
    const next = table.rows[at + 1]?.indent ?? 0;
    return MARKED.test(names[at]?.name ?? "") ? Math.max(own, next, 1) : own;
  };
  const open: { at: number; depth: number }[] = [];
  return names.map(({ name, parent }, at) => {
    const told = depthOf(name);
    const deepest = numbered ? LEVELS.length : 0;
    const loose = headsRows(table.rows[at], name) && numbered ? deepest - 0.5 : deepest;
    const depth = told === -1 ? -1 : byIndent ? indentOf(at) : (told ?? loose);
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const above = open.at(-1)?.at ?? null;
    if (name !== "" && told !== -1) open.push({ at, depth });
    return parent ?? above;
  });
}

/** The whole that each row is part of: as 其中 says, and for the rows behind it that are set in further. */
export function wholesOf(
  table: Table,
  names: readonly NamedRow[],
  above: readonly (number | null)[],
): (number | null)[] {
  const wholes: (number | null)[] = [];
  for (const [at, { parent }] of names.entries()) {
    const before = wholes[at - 1] ?? null;
    const indent = table.rows[at]?.indent ?? 0;
    const goesOn = parent === null && indent > 0 && before !== null && above[at] === before;
    wholes.push(goesOn ? before : parent);
  }
  return wholes;
}
