import { diagnose } from "#evaluate/diagnose.ts";
import { type Markup, markup } from "#evaluate/report/markup.ts";
import { type RecordedHit, SEARCH_MODES } from "#evaluate/report/run-record.ts";
import { exactQuotes, weakClaims } from "#evaluate/score/citations.ts";
import { figuresOf } from "#evaluate/score/figures.ts";
import { evidenceGroups, fromGoldDocument } from "#evaluate/score/grade.ts";
import { cellResults } from "#evaluate/score/lookup.ts";
import { holdsEvidence } from "#evaluate/score/match.ts";
import { readingParts } from "#evaluate/score/understanding.ts";
import type { Item } from "./item.ts";

const HITS_SHOWN = 5;
const HIT_CHARACTERS = 300;

/** A question that went wrong: what was wanted, what came, the cited passages and what retrieval saw. */
export function failedQuestion(item: Item): Markup {
  const { question, record, response, grade } = item;
  const diagnosis = diagnose(item);
  return markup`<details id="${question.id}"><summary><b>${question.id}</b> ${question.category} · ${grade?.points ?? "–"} ·
<em>${diagnosis?.component ?? "right"}</em> · ${question.turns.join(" / ")}</summary>
<p class="why">${diagnosis?.why ?? ""}</p>
<div class="pair">${expected(item)}<section><h4>Got: ${response?.status ?? "no answer"}</h4>
${
  response === null
    ? record.turns.map(({ error }) => markup`<p>${error}</p>`)
    : markup`<p class="answer">${response.answer}</p>
<p>Understood as: ${response.question}</p>`
}${remarks(item)}</section></div>
${citedPassages(item)}${SEARCH_MODES.map((mode) => seen(item, mode, record.retrieval[mode]))}</details>`;
}

function expected(item: Item): Markup {
  const { question } = item;
  return markup`<section><h4>Expected: ${question.expect}</h4>
${list(
  "must hold",
  question.must.map((group) => group.join(" or ")),
)}
${list("must not hold", question.must_not)}
${list(
  "evidence",
  evidenceGroups(question).map((group) => group.join(" or ")),
)}
${list(
  "cells",
  cellResults(item).map(
    ({ wanted, inTable, used }) =>
      `${wanted}: ${inTable === false ? "not in the table" : used ? "used" : "not used"}`,
  ),
)}
${list(
  "reading",
  readingParts(item).map(
    ({ part, wanted, got, right }) => `${part} ${wanted}${right ? "" : `, got ${got || "nothing"}`}`,
  ),
)}
${question.notes !== "" && markup`<p>${question.notes}</p>`}</section>`;
}

function remarks(item: Item): Markup {
  const { uncited, unsupported } = weakClaims(item);
  return markup`${list("lacks", item.grade?.missing.map((group) => group.join(" or ")) ?? [])}
${list("holds, and must not", item.grade?.forbidden ?? [])}
${list("figures without ground", figuresOf(item).ungrounded)}
${list("claims without citation", item.response?.status === "answered" ? uncited : [])}
${list("citations that do not support", unsupported)}`;
}

function citedPassages(item: Item): Markup | null {
  if (item.response === null || item.response.citations.length === 0) return null;
  const exact = exactQuotes(item);
  const rows = item.response.citations.map(({ marker, title, section, documentId, quote }, index) => {
    const mark = isEvidence(item, documentId, quote) ? "evidence" : "";
    return markup`<tr class="${mark}"><td>[${marker}]</td><td>${title}<br>${section.join(" › ")}</td>
<td>${quote}${exact[index] === false && markup` <b class="bad">not the text at its offsets</b>`}</td></tr>`;
  });
  return markup`<h4>Cited</h4><table>${rows}</table>`;
}

function seen(item: Item, mode: string, hits: readonly RecordedHit[] | undefined): Markup | null {
  if (hits === undefined) return null;
  const titleOf = new Map(item.documents.map(({ id, title }) => [id, title]));
  const rows = hits.slice(0, HITS_SHOWN).map(
    (
      { documentId, text },
      index,
    ) => markup`<tr class="${isEvidence(item, documentId, text) ? "evidence" : ""}">
<td>${index + 1}</td><td>${titleOf.get(documentId) ?? documentId}</td><td>${text.slice(0, HIT_CHARACTERS)}</td></tr>`,
  );
  return markup`<h4>Retrieval saw (${mode}, first ${HITS_SHOWN} of ${hits.length})</h4><table>${rows}</table>`;
}

function isEvidence({ question, documents }: Item, documentId: string, passage: string): boolean {
  return (
    fromGoldDocument(question, documentId, documents) &&
    evidenceGroups(question).some((group) => group.some((one) => holdsEvidence(passage, one)))
  );
}

function list(title: string, lines: readonly string[]): Markup | null {
  if (lines.length === 0) return null;
  return markup`<p>${title}:</p><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
