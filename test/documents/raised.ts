/** Text between these is printed raised; a writer of a format that can raise does so. */
export const RAISED = { open: "\uE000", close: "\uE001" } as const;

export const raised = (text: string): string => `${RAISED.open}${text}${RAISED.close}`;

/** What of a text is raised and what is not, in turns; the first is not. */
export const piecesOf = (text: string): string[] => text.split(/[\uE000\uE001]/u);
