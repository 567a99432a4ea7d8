import type { IndicatorRow } from "#domain/indicator.ts";
import { periodWords } from "#domain/period.ts";
import { sliceOf } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Block } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { CitationBook } from "./citation-book.ts";
import type { Draft, Ending, UsedRow } from "./draft.ts";
import { departmentOf } from "./figures/department.ts";
import { phrasesIn, type Say } from "./phrases.ts";
import type { Sources } from "./sources.ts";
import { romanised } from "./words/romanised.ts";

/** What a composer writes with: the question, the sources, the phrases, and the citations made so far. */
export class Desk {
  readonly question: Question;
  readonly sources: Sources;
  readonly say: Say;
  readonly book: CitationBook;
  readonly #used: UsedRow[] = [];
  readonly #computed: string[] = [];

  constructor(question: Question, sources: Sources) {
    this.question = question;
    this.sources = sources;
    this.say = phrasesIn(question.language);
    this.book = new CitationBook(sources);
  }

  /** Cites the row or sentence a figure stands in and returns its marker, `[1]`. */
  mark(row: IndicatorRow): string {
    const marker = this.book.cite(row.documentId, row.context);
    if (!this.#used.some((used) => used.row.id === row.id)) this.#used.push({ row, marker });
    return `[${marker}]`;
  }

  /** The markers of several rows, each once. */
  marks(rows: readonly IndicatorRow[]): string {
    return [...new Set(rows.map((row) => this.mark(row)))].join("");
  }

  /** Notes the result of a computation that the answer states. */
  computed(result: string): string {
    this.#computed.push(result);
    return result;
  }

  /** A region as this answer's language writes it. */
  region(name: string | null): string {
    if (name === null) return "";
    return this.question.language === "en" ? `${romanised(name)} (${name})` : name;
  }

  /** Whose a figure is, as this answer names it: the office's where a department's accounts print it. */
  whose({ region, documentId }: Pick<IndicatorRow, "region" | "documentId">): string {
    const office = departmentOf(this.sources.document(documentId)?.title ?? "");
    return office ?? this.region(region);
  }

  /** A year, with the part of it that is asked for, as this answer's language writes it. */
  year(year: number): string {
    const part = this.sources.period;
    if (this.question.language === "en") return part === undefined ? String(year) : part;
    if (part !== undefined && /^\d{4}\/\d{4}$/u.test(part)) return periodWords(part);
    return `${year}年${part === undefined ? "" : periodWords(part)}`;
  }

  /** An indicator as this answer's language writes it. */
  indicator(name: string): string {
    // What is counted heads the columns of its row: 社会投资项目·总投资.
    if (this.question.language === "zh") return name.replaceAll("数·", "·");
    const { concept, measure } = canonicalName(name);
    const english = concept === null ? undefined : conceptById(concept)?.english[0];
    if (english === undefined) return name;
    return `${english}${measure === "growth" ? " growth" : ""} (${name})`;
  }

  /**
   * The indicator of a row; as printed where the canonical name holds a figure (3岁以下婴幼儿托位数) that the place
   * it is read from does not, since no figure is said that is not printed there.
   */
  indicatorOf(row: IndicatorRow): string {
    const text = this.sources.document(row.documentId)?.text ?? "";
    const printed = new Set(numeralsIn(sliceOf(text, row.context)));
    const stray = numeralsIn(row.indicator).some((figure) => !printed.has(figure));
    return this.indicator(stray ? row.name : row.indicator);
  }

  /** A clause as a sentence that follows another. */
  sentence(clause: string): string {
    return this.question.language === "zh"
      ? `${clause}。`
      : ` ${clause.replace(/^./, (first) => first.toUpperCase())}.`;
  }

  draft(reason: Ending, blocks: readonly Block[], suggestions: readonly string[] = []): Draft {
    return this.#draft("answered", reason, { blocks, suggestions });
  }

  refusal(reason: Ending, blocks: readonly Block[], suggestions: readonly string[] = []): Draft {
    return this.#draft("refused", reason, { blocks, suggestions });
  }

  clarification(blocks: readonly Block[], suggestions: readonly string[]): Draft {
    return this.#draft("clarify", "unclear", { blocks, suggestions });
  }

  #draft(
    status: Draft["status"],
    reason: Ending,
    { blocks, suggestions }: { blocks: readonly Block[]; suggestions: readonly string[] },
  ): Draft {
    return {
      status,
      reason,
      blocks,
      suggestions,
      book: this.book,
      used: this.#used,
      computed: this.#computed,
    };
  }
}
