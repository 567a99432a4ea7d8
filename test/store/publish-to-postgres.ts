/**
 * Run by a test, which kills it: says "begun", publishes an example to a database and says "ended".
 * Arguments: address, index directory, corpus digest.
 */
import { exampleContent } from "#store/example-content.ts";
import { postgresGenerations } from "#store/postgres/postgres-generations.ts";

const [address = "", directory = "", corpusDigest = ""] = process.argv.slice(2);
const generations = postgresGenerations({ addresses: [address], directory, embedderId: null });
const example = exampleContent({ corpusDigest });
// Another title makes another document, so that every publication sends it anew.
const documents = example.documents.map((each) => ({ ...each, title: `${each.title}${corpusDigest}` }));
process.stdout.write("begun\n");
await generations.publish({ ...example, documents });
process.stdout.write("ended\n");
