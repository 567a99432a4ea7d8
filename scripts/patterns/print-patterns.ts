import { collectPatterns } from "./collect-patterns.ts";

process.stdout.write(JSON.stringify(await collectPatterns()), () => process.exit(0));
