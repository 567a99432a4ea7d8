/** What stands at the left edge of a file that Biome has formatted: one statement, with its text. */
interface Statement {
  readonly start: number;
  readonly text: string;
}

/** How a function is written: what it is given and what it yields, in the words of its types. */
interface Signature {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
}

const FUNCTION = /^(?:export )?(?:async )?function (\w+)(?:<[^>]*>)?\(/u;
const ARROW = /^(?:export )?const (\w+)(?:: (\w+))? =\s*(?:async )?\(/u;

/**
 * The source of a file with each of its functions put behind a switch, `globalThis.ablation.rule(id, otherwise, function)`: while the
 * switch `FILE#NAME` is off, the function finds nothing. Functions for which no nothing is known stay as they are.
 */
export function withSwitches(file: string, source: string): string {
  let text = source;
  const added: string[] = [];
  for (const statement of statementsOf(source).reverse()) {
    const signature = signatureOf(statement.text);
    const otherwise = signature === null ? null : nothingOf(signature);
    if (signature === null || otherwise === null) continue;
    // A constant cannot be put behind a switch once it is set.
    if (ARROW.test(statement.text))
      text = `${text.slice(0, statement.start)}${statement.text.replace("const ", "let ")}${text.slice(statement.start + statement.text.length)}`;
    added.push(
      `${signature.name} = globalThis.ablation.rule(${JSON.stringify(`${file}#${signature.name}`)}, ${otherwise}, ${signature.name});`,
    );
  }
  return `${text}\n${added.join("\n")}\n`;
}

function statementsOf(source: string): Statement[] {
  const starts = [...source.matchAll(/^[a-z]/gmu)].map(({ index }) => index);
  return starts.map((start, at) => ({ start, text: source.slice(start, starts[at + 1] ?? source.length) }));
}

function signatureOf(text: string): Signature | null {
  const found = FUNCTION.exec(text) ?? ARROW.exec(text);
  if (found === null) return null;
  const [opening, name = "", typed] = found;
  const end = closing(text, opening.length - 1);
  const behind = /^(?:: ([^\n]*?))?(?: \{| =>)/u.exec(text.slice(end + 1));
  if (behind === null) return null;
  const parameters = splitAtCommas(text.slice(opening.length, end));
  return { name, parameters, result: typed === "Step" ? "Draft | undefined" : (behind[1] ?? "") };
}

const OPEN = "([{";
const CLOSE = ")]}";

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (OPEN.includes(sign)) depth += 1;
    if (CLOSE.includes(sign)) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const sign of text) {
    if (OPEN.includes(sign)) depth += 1;
    if (CLOSE.includes(sign)) depth -= 1;
    if (sign === "," && depth === 0) {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== "");
}

/** What a function yields that finds nothing, as a function of its arguments: null, false, nothing listed, or what it was given. */
function nothingOf({ parameters, result }: Signature): string | null {
  const plain = result.replace(/^Promise<(.*)>$/u, "$1");
  if (/\bundefined$/u.test(plain)) return "() => undefined";
  if (/\| null$/u.test(plain)) return "() => null";
  if (plain === "boolean" || / is /u.test(plain)) return "() => false";
  if (/\[\]$/u.test(plain)) return "() => []";
  const same = parameters.findIndex((parameter) => /: ([^:]*)$/u.exec(parameter)?.[1] === plain);
  return same === -1 || plain === "" ? null : `(...given) => given[${same}]`;
}
