import { numeralAt } from "./numeral.ts";
import { plainView } from "./plain-view.ts";

const RUN = /\d+(?:\.\d+)?/g;

/**
 * Every string of digits in a text as decimal digits, years, dates and ranks too: `１，３０５．２` is 1305.2, the mark of
 * 41.2[4] none. Of what cannot be read as one number each run of digits counts: nothing printed escapes a check.
 */
export function numeralsIn(text: string): string[] {
  const plain = plainView(text).text;
  const found: string[] = [];
  for (let at = 0; at < plain.length; ) {
    const character = plain.charAt(at);
    if (character < "0" || character > "9") {
      at++;
      continue;
    }
    const numeral = numeralAt(plain, at, false);
    if ("value" in numeral) found.push(numeral.value);
    else found.push(...(plain.slice(at, numeral.end).match(RUN) ?? []));
    at = Math.max(numeral.end, at + 1);
  }
  return found;
}
