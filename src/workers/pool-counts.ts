/** How jobs have ended since the start. */
export interface PoolCounts {
  answered: number;
  read: number;
  /** Ended at the deadline. */
  stopped: number;
  /** Ended with their worker. */
  lost: number;
  /** Told to come back, since no worker came free. */
  turnedAway: number;
}

export const countsFromZero = (): PoolCounts => ({
  answered: 0,
  read: 0,
  stopped: 0,
  lost: 0,
  turnedAway: 0,
});

/** Where a job keeps how it ended. */
export interface JobRecord {
  readonly deadlineMs: number;
  readonly log: (line: string) => void;
  readonly counts: PoolCounts;
}
