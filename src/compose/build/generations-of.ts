import { fileGenerations } from "#store/file-generations.ts";
import type { Generations } from "#store/generations.ts";
import { postgresGenerations } from "#store/postgres/postgres-generations.ts";
import type { BuildSettings } from "./staleness.ts";

/**
 * Where the settings say that generations are published and followed: the database, else the folder of the index.
 * @param embedderId the model questions are embedded by; a generation made by another one is refused
 */
export function generationsOf(
  { database, indexDirectory }: Pick<BuildSettings, "database" | "indexDirectory">,
  embedderId: string | null,
): Generations {
  if (database === undefined || database === null) return fileGenerations(indexDirectory);
  return postgresGenerations({ addresses: database, directory: indexDirectory, embedderId });
}
