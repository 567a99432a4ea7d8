import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Bytes of text that become one passage, about (2,882 passages of 41 reports of 1.9 MB). */
const BYTES_A_PASSAGE = 660;

/**
 * Lays out a corpus of about so many passages: the reports of a folder in turn, then copies of them in which every figure is another
 * and which name another place, since equal words would share a vector.
 * @returns how many files, and how many of them are copies
 */
export function layOutCorpus(
  from: string,
  into: string,
  passages: number,
): { readonly files: number; readonly copies: number } {
  const reports = readdirSync(from).filter((name) => name.endsWith(".txt"));
  mkdirSync(into, { recursive: true });
  let bytes = 0;
  let files = 0;
  for (let round = 0; bytes < passages * BYTES_A_PASSAGE; round += 1) {
    for (const name of reports) {
      if (bytes >= passages * BYTES_A_PASSAGE) break;
      const source = path.join(from, name);
      bytes += statSync(source).size;
      files += 1;
      if (round === 0) copyFileSync(source, path.join(into, name));
      else
        writeFileSync(path.join(into, `copy-${round}-${name}`), copyOf(readFileSync(source, "utf8"), round));
    }
  }
  return { files, copies: Math.max(0, files - reports.length) };
}

/** Years stay, so that a copy is still a report of its year. */
function copyOf(text: string, round: number): string {
  const place = `${NUMERALS[round % 10]}${NUMERALS[Math.floor(round / 10) % 10]}山`;
  return text
    .replace(/(?<![\d.])(?!20\d\d年)\d+(?:\.\d+)?/g, (figure) => other(figure, round))
    .replace(/[\p{Script=Han}]{2,3}(?=[区县])/gu, place);
}

const NUMERALS = "东西南北上中下前后左";

/** Another figure of as many digits. */
const other = (figure: string, round: number): string =>
  figure.replace(/\d/g, (digit, at: number) => (at === 0 ? digit : String((Number(digit) + round) % 10)));
