import { constants } from "node:fs";
import { access, appendFile, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { ConfigurationError } from "#domain/errors.ts";

/** @throws ConfigurationError when there is no folder of reports at `directory` */
export async function checkCorpusFolder(directory: string): Promise<void> {
  const isFolder = await stat(directory).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  throw new ConfigurationError({
    where: "setting CORPUS_DIR",
    problem: `there is no folder ${directory}`,
    advice: "Name the folder that holds the reports.",
  });
}

/** Makes the folder when it is missing. @throws ConfigurationError when an index cannot be written to it */
export async function checkIndexFolder(directory: string): Promise<void> {
  try {
    await makeFolder(path.resolve(directory));
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw unwritable({ setting: "INDEX_DIR", path: directory, cause });
  }
}

/** Makes `directory` and those above it. Node's own recursive mkdir never returns where a folder can't be made (/proc). */
async function makeFolder(directory: string): Promise<void> {
  const fault = await mkdir(directory).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  if (fault === null || (fault.code === "EEXIST" && (await stat(directory)).isDirectory())) return;
  const parent = path.dirname(directory);
  if (fault.code !== "ENOENT" || parent === directory) throw fault;
  await makeFolder(parent);
  await mkdir(directory);
}

/** @throws ConfigurationError when nothing can be written to the file that a setting names */
export async function checkLogFile(setting: string, file: string): Promise<void> {
  try {
    await appendFile(file, "");
  } catch (cause) {
    throw unwritable({ setting, path: file, cause });
  }
}

function unwritable(facts: { setting: string; path: string; cause: unknown }): ConfigurationError {
  const { setting, path, cause } = facts;
  const code = cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
  return new ConfigurationError(
    {
      where: `setting ${setting}`,
      problem: `${path} cannot be written${code}`,
      advice: "Name another place, or give the program the right to write there.",
    },
    { cause },
  );
}
