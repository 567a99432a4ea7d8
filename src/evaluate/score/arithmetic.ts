import { foldNumbers } from "./match.ts";

/** A computation that an answer states, e.g. `17.1 − 7.9 = 9.2`. */
export interface Computation {
  readonly operands: readonly string[];
  /** What the left side comes to. */
  readonly value: number;
  /** The figure after the sign of equality, or null when none is given. */
  readonly stated: string | null;
}

const NUMBER = "\\d+(?:\\.\\d+)?";
const UNIT = "[ ]*(?:%|[\\p{Script=Han}]{1,5})?[ ]*";
const OPERAND = `[( ]*-?${NUMBER}${UNIT}[) ]*${UNIT}`;
const EXPRESSION = new RegExp(`${OPERAND}(?:[-+*/]${OPERAND})+(?:[=≈]\\s*(-?${NUMBER}))?`, "gu");

/**
 * Every computation written out in `line`: numbers with their units joined by + − × ÷, in brackets or not. A hyphen
 * between two bare numbers (2021-2022) is a range and no computation unless a result follows.
 */
export function computationsIn(line: string): Computation[] {
  const plain = foldNumbers(line).replace(/[−–—]/g, " - ").replace(/[×✕]/g, " * ").replace(/÷/g, " / ");
  return [...plain.matchAll(EXPRESSION)].flatMap(([expression, stated]) => {
    const left = expression.split(/[=≈]/)[0] ?? "";
    const isRange = stated === undefined && /\d-\d/.test(left);
    const value = isRange ? null : evaluate(left);
    return value === null
      ? []
      : [{ operands: left.match(/\d+(?:\.\d+)?/g) ?? [], value, stated: stated ?? null }];
  });
}

/**
 * True when `figure` is what the computation comes to, rounded to the places it is printed with; sign aside, since
 * words carry it (下降). A ratio may be printed as a percentage.
 */
export function comesTo({ value }: Computation, figure: string): boolean {
  const printed = Math.abs(Number(figure));
  const places = figure.split(".")[1]?.length ?? 0;
  const tolerance = 0.5 * 10 ** -places + 1e-9;
  return [value, value * 100].some((result) => Math.abs(Math.abs(result) - printed) <= tolerance);
}

/** The value of an expression over + - * / and brackets, units ignored; null when it is malformed. */
function evaluate(expression: string): number | null {
  const tokens = withoutStrayBrackets(expression.match(/\d+(?:\.\d+)?|[-+*/()]/g) ?? []);
  const value = sum(tokens);
  return tokens.length === 0 && Number.isFinite(value) ? value : null;
}

/** A bracket that holds more than the expression leaves its other half outside: `（17.1 − 7.9 = 9.2）`. */
function withoutStrayBrackets(tokens: readonly string[]): string[] {
  const kept = [...tokens];
  const surplus = () => kept.filter((one) => one === "(").length - kept.filter((one) => one === ")").length;
  while (kept[0] === "(" && surplus() > 0) kept.shift();
  while (kept.at(-1) === ")" && surplus() < 0) kept.pop();
  return kept;
}

/** Each reader takes its part off the front of `tokens`; what is malformed becomes NaN. */
function sum(tokens: string[]): number {
  let value = product(tokens);
  while (tokens[0] === "+" || tokens[0] === "-") {
    value = tokens.shift() === "+" ? value + product(tokens) : value - product(tokens);
  }
  return value;
}

function product(tokens: string[]): number {
  let value = atom(tokens);
  while (tokens[0] === "*" || tokens[0] === "/") {
    value = tokens.shift() === "*" ? value * atom(tokens) : value / atom(tokens);
  }
  return value;
}

function atom(tokens: string[]): number {
  const token = tokens.shift();
  if (token === "-") return -atom(tokens);
  if (token !== "(") return Number(token ?? Number.NaN);
  const value = sum(tokens);
  return tokens.shift() === ")" ? value : Number.NaN;
}
