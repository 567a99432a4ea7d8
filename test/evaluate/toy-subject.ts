import { type Question, questionSchema } from "#evaluate/sets/question-set.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import type { AnswerStatus, ChatMessage, ChatResponse } from "#protocol/chat.ts";
import type { SearchHit } from "#protocol/library.ts";

const TEXT = "甲区增长3.7%。\n乙区增长4.2%。\n丙区增长5%。\n";

/** Ways in which the toy can be made to go wrong. */
interface ToySettings {
  readonly hear?: (messages: readonly ChatMessage[]) => void;
  /** Throw when the last message starts with this. */
  readonly failOn?: string;
  readonly suffix?: () => string;
}

/** For tests: answers from a report of three sentences, one a region. */
export function toySubject(settings: ToySettings = {}): EvaluationSubject {
  return {
    async *ask({ messages }) {
      settings.hear?.([...messages]);
      const question = messages.at(-1)?.content ?? "";
      if (settings.failOn !== undefined && question.startsWith(settings.failOn)) throw new Error("it broke");
      const response = toyResponse(question);
      yield {
        type: "done",
        response: { ...response, answer: response.answer + (settings.suffix?.() ?? "") },
      };
    },
    library: {
      documents: () => [{ id: "d1", title: "报告", region: "甲区", years: [2022], sourceName: "report.txt" }],
      document: (id) => (id === "d1" ? { text: TEXT } : null),
    },
    environment: {
      configuration: { answers: "composer" },
      index: "i1",
      models: { embedder: "toy" },
      prompts: { "answer.md": "abc" },
    },
    search: { hybrid: async (query) => [hit(query)] },
  };
}

/** A question with gold that the toy answers right; `parts` replace its fields. */
export function toyQuestion(parts: Partial<Question> = {}): Question {
  return questionSchema.parse({
    id: "q1",
    category: "toy",
    turns: ["甲区增速？"],
    expect: "answer",
    ...parts,
  });
}

function sentenceFor(question: string) {
  const start = Math.max(0, TEXT.indexOf(`${question.slice(0, 1)}区`));
  const end = TEXT.indexOf("\n", start);
  return { start, end, text: TEXT.slice(start, end) };
}

function hit(query: string): SearchHit {
  return { documentId: "d1", title: "报告", section: [], score: 1, ...sentenceFor(query) };
}

function toyResponse(question: string): ChatResponse {
  const { start, end, text } = sentenceFor(question);
  const status: AnswerStatus = "answered";
  return {
    id: String(Math.random()),
    status,
    reason: "passage",
    answer: `${text.slice(0, -1)}[1]。`,
    blocks: [],
    question,
    citations: [
      {
        marker: 1,
        documentId: "d1",
        title: "报告",
        section: [],
        quote: text,
        start,
        end,
        url: "/documents/d1",
      },
    ],
    indicators: [],
    suggestions: [],
    intent: "report",
    writtenBy: "composer",
  };
}
