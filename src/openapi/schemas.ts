import { z } from "zod";
import { deskStateSchema, keptVerdictSchema, settingsSchema, switchSchema } from "#admin/desk.ts";
import { deskChangeSchema, deskReportSchema } from "#admin/desk-report.ts";
import { deskFiguresSchema, revisionRequestSchema } from "#admin/figures.ts";
import { statisticsSchema } from "#admin/statistics.ts";
import { completionSchema, modelListSchema, modelSchema } from "#openai/completion.ts";
import { completionErrorSchema } from "#openai/error.ts";
import { completionRequestSchema } from "#openai/request.ts";
import { chatRequestSchema, chatResponseSchema } from "#protocol/chat.ts";
import { feedbackSchema } from "#protocol/feedback.ts";
import { gapGroupSchema } from "#protocol/gap-group.ts";
import { healthSchema } from "#protocol/health.ts";
import {
  coverageSchema,
  documentDetailSchema,
  documentSummarySchema,
  indicatorRecordSchema,
  searchHitSchema,
} from "#protocol/library.ts";
import { problemSchema } from "#protocol/problem.ts";

/** What a request brings: parsed before it is used, so the document tells what may be left out. */
export const BODIES = {
  ChatRequest: chatRequestSchema,
  Feedback: feedbackSchema,
  CompletionRequest: completionRequestSchema,
  AnsweringSwitch: switchSchema,
  FigureRevision: revisionRequestSchema,
} as const;

/** What a reply holds. */
export const REPLIES = {
  ChatResponse: chatResponseSchema,
  DocumentSummary: documentSummarySchema,
  DocumentDetail: documentDetailSchema,
  SearchHit: searchHitSchema,
  IndicatorRecord: indicatorRecordSchema,
  Coverage: coverageSchema,
  Name: z.string(),
  Health: healthSchema,
  Model: modelSchema,
  ModelList: modelListSchema,
  Completion: completionSchema,
  CompletionError: completionErrorSchema,
  Problem: problemSchema,
  DeskState: deskStateSchema,
  DeskReport: deskReportSchema,
  DeskChange: deskChangeSchema,
  DeskFigures: deskFiguresSchema,
  Statistics: statisticsSchema,
  GapGroup: gapGroupSchema,
  KeptVerdict: keptVerdictSchema,
  Settings: settingsSchema,
} as const;

export type BodyName = keyof typeof BODIES;
export type ReplyName = keyof typeof REPLIES;
