import { readFileSync, statSync } from "node:fs";

/**
 * What a file says, read again when it has changed. A file that is not there says nothing.
 * @param parse makes what is used of the text
 */
export function reloaded<Value>(file: string, parse: (text: string) => Value): () => Value {
  let stamp = "";
  let value = parse("");
  return () => {
    const now = stampOf(file);
    if (now === stamp) return value;
    stamp = now;
    value = parse(now === "" ? "" : readFileSync(file, "utf8"));
    return value;
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.size} ${found.mtimeMs} ${found.ino}`;
}
