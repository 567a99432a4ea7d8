import { mergedRules } from "./merge-rules.ts";
import type { Box, Rule } from "./page-marks.ts";
import { type Line, segments } from "./text-lines.ts";

/** A part of the page that rules show to be a table. */
export interface RuledArea {
  readonly box: Box;
  readonly lying: readonly Rule[];
  readonly standing: readonly Rule[];
}

/** Two rules touch when one comes this near to the other. */
const touch = 3.2;
/** Areas of one table begin and end at the same places, give or take. */
const flush = 9;
/** A rule by itself that is shorter underlines a word. */
const widestWord = 60;

/**
 * The tables that rules show: rules that touch one another, and lone rules of one width above and below lines set in
 * columns, as in a table of three lines.
 */
export function ruledAreas(rules: readonly Rule[], lines: readonly Line[]): RuledArea[] {
  const merged = mergedRules(rules);
  const areas = touching(merged)
    .map(areaOf)
    .filter(({ box }) => box.x1 - box.x0 >= widestWord || box.y1 - box.y0 >= 12)
    .filter(({ lying, box }) => lying.length > 0 || box.y1 - box.y0 >= 24)
    .sort((a, b) => a.box.y0 - b.box.y0);
  const joined: RuledArea[] = [];
  for (const area of areas) {
    const above = joined.findIndex((each) => continues(each, area, lines));
    const other = joined[above];
    if (other === undefined) joined.push(area);
    else joined[above] = areaOf([...other.lying, ...other.standing, ...area.lying, ...area.standing]);
  }
  const whole = withPieces(joined);
  return whole.filter((area) => isTable(area) && !isFrame(area, whole));
}

function areaOf(rules: readonly Rule[]): RuledArea {
  const lying = rules.filter(({ lies }) => lies);
  const standing = rules.filter(({ lies }) => !lies);
  const xs = [...lying.flatMap(({ from, to }) => [from, to]), ...standing.map(({ at }) => at)];
  const ys = [...standing.flatMap(({ from, to }) => [from, to]), ...lying.map(({ at }) => at)];
  const box = { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
  return { box, lying, standing };
}

/** Groups of rules that hang together by touching. */
function touching(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== undefined && group[at] !== at) at = group[at] ?? at;
    return at;
  };
  for (const [a, lying] of rules.entries()) {
    if (!lying.lies) continue;
    for (const [b, standing] of rules.entries()) {
      if (!standing.lies && meet(lying, standing)) group[root(a)] = root(b);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [index, rule] of rules.entries()) {
    const key = root(index);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

function meet(lying: Rule, standing: Rule): boolean {
  return (
    standing.at >= lying.from - touch &&
    standing.at <= lying.to + touch &&
    lying.at >= standing.from - touch &&
    lying.at <= standing.to + touch
  );
}

/** Whether an area further down goes on with one above: as wide, and what stands between is set in columns. */
function continues(above: RuledArea, below: RuledArea, lines: readonly Line[]): boolean {
  const a = above.box;
  const b = below.box;
  if (Math.abs(a.x0 - b.x0) > flush || Math.abs(a.x1 - b.x1) > flush) return within(above, below);
  const between = lines.filter(
    (line) => line.y > a.y1 && line.y - 0.4 * line.size < b.y0 && line.x1 > a.x0 && line.x0 < a.x1,
  );
  if (between.length === 0) return b.y0 - a.y1 < 40;
  const columns = between.filter((line) => segments(line, 1.2).length > 1);
  return columns.length >= 0.6 * between.length;
}

/** A piece of a rule inside the width of an area that ends right above it or reaches over it: a header's inner rule. */
function within(area: RuledArea, piece: RuledArea): boolean {
  const inside = piece.box.x0 >= area.box.x0 - flush && piece.box.x1 <= area.box.x1 + flush;
  return inside && piece.box.y0 >= area.box.y0 - touch && piece.box.y1 <= area.box.y1 + touch;
}

/** Areas with the lone rules inside them: the inner rules of a heading whose columns no rule parts. */
function withPieces(areas: readonly RuledArea[]): RuledArea[] {
  const lone = areas.filter(({ standing, lying }) => standing.length === 0 && lying.length === 1);
  const home = (piece: RuledArea) => areas.find((area) => area !== piece && within(area, piece));
  return areas
    .filter((area) => !(lone.includes(area) && home(area) !== undefined))
    .map((area) => {
      const pieces = lone.filter((piece) => home(piece) === area).flatMap(({ lying }) => lying);
      return pieces.length === 0 ? area : areaOf([...area.lying, ...area.standing, ...pieces]);
    });
}

/** At least two cells: something divides the area. */
function isTable({ lying, standing, box }: RuledArea): boolean {
  if (box.x1 - box.x0 < 40 || box.y1 - box.y0 < 12) return false;
  const inner = standing.filter(({ at }) => at > box.x0 + 6 && at < box.x1 - 6);
  const levels = new Set(lying.map(({ at }) => Math.round(at / 4)));
  return inner.length > 0
    ? lying.length > 0 || standing.length > 1
    : levels.size >= 3 || (levels.size === 2 && standing.length === 0);
}

/** A border around other areas is an ornament of the page. */
function isFrame({ box, standing, lying }: RuledArea, all: readonly RuledArea[]): boolean {
  const inner = standing.filter(({ at }) => at > box.x0 + 6 && at < box.x1 - 6).length;
  const crossing = lying.filter(({ at }) => at > box.y0 + 6 && at < box.y1 - 6).length;
  if (inner + crossing > 2) return false;
  return all.some(
    (other) =>
      other.box !== box &&
      other.box.x0 > box.x0 + 2 &&
      other.box.x1 < box.x1 - 2 &&
      other.box.y0 > box.y0 + 2 &&
      other.box.y1 < box.y1 - 2 &&
      isTable(other),
  );
}
