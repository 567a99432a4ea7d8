const DIGITS = "零一二三四五六七八九";
const FINANCIAL = "零壹贰叁肆伍陆柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

type Write = (value: number) => string;

const counted: Write = (value) => chinese(value, DIGITS, "十百千万");
const financial: Write = (value) => chinese(value, FINANCIAL, "拾佰仟万");
const circled: Write = (value) =>
  value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
const fullWidth: Write = (value) =>
  String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const unwritten: Write = () => "";

/** By the names of ECMA-376 17.18.59. */
const FORMATS: Readonly<Record<string, Write>> = {
  decimalZero: (value) => String(value).padStart(2, "0"),
  lowerLetter: (value) => letters(value, "a"),
  upperLetter: (value) => letters(value, "A"),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: (value) => roman(value),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  koreanCounting: counted,
  ideographDigital: counted,
  japaneseDigitalTenThousand: counted,
  chineseLegalSimplified: financial,
  ideographLegalTraditional: financial,
  japaneseLegal: financial,
  ideographTraditional: (value) => STEMS[(value - 1) % STEMS.length] ?? String(value),
  ideographZodiac: (value) => BRANCHES[(value - 1) % BRANCHES.length] ?? String(value),
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? String.fromCodePoint(0x327f + value) : counted(value),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  none: unwritten,
  bullet: unwritten,
};

/** A number in a format of automatic numbering, in digits where the format is not known (chineseCounting: 12 → 十二). */
export function writeNumber(value: number, format: string): string {
  if (value < 0 || value > 99_999) return String(value);
  return FORMATS[format]?.(value) ?? String(value);
}

/** a … z, aa, bb, as Word counts on. */
function letters(value: number, first: "a" | "A"): string {
  if (value === 0) return "";
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(value / 26)));
}

function roman(value: number): string {
  let rest = value;
  let written = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth && written.length < 200) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}

/** 12 → 十二, 20 → 二十, 105 → 一百零五. */
function chinese(value: number, digits: string, places: string): string {
  if (value === 0) return digits[0] ?? "";
  const figures = [...String(value)].map(Number);
  let written = "";
  let gap = false;
  figures.forEach((figure, at) => {
    const place = figures.length - 1 - at;
    if (figure === 0) {
      gap = true;
      return;
    }
    if (gap && written !== "") written += digits[0] ?? "";
    gap = false;
    const one = figure === 1 && place === 1 && written === "" && places.startsWith("十");
    written += `${one ? "" : (digits[figure] ?? "")}${place === 0 ? "" : (places[place - 1] ?? "")}`;
  });
  return written;
}
