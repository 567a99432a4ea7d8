import type { FileProblem } from "./file-reading.ts";

/** The remark that a file holds text which its readers do not see, and that it was left out. */
export function hiddenLeftOut(characters: number): FileProblem {
  return {
    severity: "warning",
    code: "hidden_left_out",
    message: `${characters} characters that are hidden in the file were left out. If they matter, show them and save the file again.`,
  };
}
