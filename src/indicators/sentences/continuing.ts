import type { Subjects } from "./context.ts";
import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";
import { type Onward, onwardOf } from "./onward.ts";

/** How the level told before may be told further. */
export function onwardBefore(last: Subjects | null): Onward | null {
  return last?.onward ?? null;
}

/** The subjects, whose level is told no further: 突破4000公里，净增1235公里；高铁达到867公里. */
export function withoutOnward({ onward: _, ...subjects }: Subjects): Subjects {
  return subjects;
}

/** The subjects with those before them, while one level follows the other, and how their level may be told on. */
export function continuing(
  last: Subjects | null,
  subjects: Subjects | null,
  lead: LeadReading,
  figure: Figure,
): Subjects | null {
  if (subjects === null) return null;
  const onward = onwardOf(onwardBefore(last), lead, figure);
  const grew = lead.measure === "growth";
  if (last === null || lead.subject === "" || grew) return { ...subjects, onward, grew };
  return { ...subjects, row: [...last.row, ...subjects.list], onward, grew };
}
