import type { z } from "zod";
import type { BodyName, ReplyName } from "./schemas.ts";

/** What a request brings in its body: JSON of a schema, the fields of a form, or bytes of a media type. */
export type Body =
  | { readonly json: BodyName }
  | { readonly form: z.ZodObject }
  | { readonly bytes: string }
  /** JSON whose shape another standard settles. */
  | { readonly standard: string };

/** What comes back when all is well. */
export type Reply = { readonly says: string; readonly status?: 202 | 303 } & (
  | { readonly json: ReplyName }
  | { readonly list: ReplyName }
  | { readonly bytes: string }
  | { readonly nothing: true }
);

export type Group =
  | "答 Answers"
  | "读 Reports"
  | "其他程序 Other programs"
  | "页面 Pages"
  | "运维 Operation"
  | "管理 Administration";

/** One method of one address. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  /** With `{name}` for what varies. */
  readonly path: string;
  readonly group: Group;
  readonly says: string;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly reply: Reply;
  /** Statuses besides the reply under which a problem is told. */
  readonly problems?: readonly number[];
}
