/**
 * Run by a test: publishes an index and kills itself, without any chance to tidy up, at one step.
 * Arguments: the index directory, the number of the step from 1, the corpus digest.
 */
import { exampleContent } from "./example-content.ts";
import { publishIndex } from "./publish-index.ts";

const [directory = "", step = "", corpusDigest = ""] = process.argv.slice(2);
let passed = 0;
await publishIndex(directory, exampleContent({ corpusDigest }), {
  checkpoint: () => {
    passed += 1;
    if (passed === Number(step)) process.kill(process.pid, "SIGKILL");
  },
});
