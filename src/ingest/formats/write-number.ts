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

/** A number in a format of automatic numbering, by its name in ECMA-376 17.18.59 (chineseCounting: 12 → 十二). */
export function writeNumber(value: number, format: string): string {
  if (value < 0 || value > 99_999) return String(value);
  switch (format) {
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "lowerLetter":
    case "upperLetter":
      return value === 0 ? "" : letters(value, format === "lowerLetter" ? "a" : "A");
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseCounting":
    case "koreanCounting":
      return chinese(value, DIGITS, "十百千万");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return chinese(value, FINANCIAL, "拾佰仟万");
    case "ideographTraditional":
      return STEMS[(value - 1) % STEMS.length] ?? String(value);
    case "ideographZodiac":
      return BRANCHES[(value - 1) % BRANCHES.length] ?? String(value);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case "decimalEnclosedParen":
      return `(${value})`;
    case "decimalEnclosedFullstop":
      return `${value}.`;
    case "ideographEnclosedCircle":
      return value >= 1 && value <= 10
        ? String.fromCodePoint(0x327f + value)
        : chinese(value, DIGITS, "十百千万");
    case "none":
    case "bullet":
      return "";
    default:
      return String(value);
  }
}

/** a … z, aa, bb, as Word counts on. */
function letters(value: number, first: "a" | "A"): string {
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
