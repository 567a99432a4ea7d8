/** A regular expression literal of a source file, and the line it stands on. */
export interface Literal {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

/** After these a slash begins a regular expression; after anything else it divides. */
const BEFORE_VALUE = /(?:^|[(,=:[!&|?{};+\-*%~<>^]|\b(?:return|typeof|case|of|in|await|yield|void|new))$/;
/** Comments, strings, template text and words: all that is stepped over whole. */
const STEP = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w$]+|\s+/y;
const LITERAL = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** Every regular expression literal of TypeScript source, in order. */
export function regexLiterals(code: string): Literal[] {
  const found: Literal[] = [];
  /** For each open `${`, how many braces are open inside it. */
  const open: number[] = [];
  let at = 0;
  let before = "";
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const result = pattern.exec(code);
    if (result !== null) at = pattern.lastIndex;
    return result;
  };
  const template = () => {
    match(TEMPLATE_TEXT);
    if (code.startsWith("${", at)) {
      open.push(0);
      at += 2;
      before = "(";
    } else {
      at += 1;
      before = "x";
    }
  };
  while (at < code.length) {
    const stepped = match(STEP)?.[0];
    if (stepped !== undefined) {
      const isText = /^(?:\/[/*]|\s)/.test(stepped);
      if (!isText) before = /^["']/.test(stepped) ? "x" : stepped;
      continue;
    }
    const character = code.charAt(at);
    if (character === "/" && BEFORE_VALUE.test(before)) {
      const start = at;
      const literal = match(LITERAL);
      if (literal !== null) {
        const [, source = "", flags = ""] = literal;
        found.push({ source, flags, line: code.slice(0, start).split("\n").length });
        before = "x";
        continue;
      }
    }
    at += 1;
    before = character;
    if (character === "`") template();
    const inner = open.at(-1);
    if (inner === undefined) continue;
    if (character === "{") open[open.length - 1] = inner + 1;
    if (character === "}" && inner > 0) open[open.length - 1] = inner - 1;
    if (character === "}" && inner === 0) {
      open.pop();
      template();
    }
  }
  return found;
}
