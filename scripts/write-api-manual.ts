// Writes docs/api.md from the routes. test/api.test.ts fails where the page is stale.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiManual } from '../src/publishing/api-manual.ts';
import { ROOT } from './source-files.ts';

writeFileSync(join(ROOT, 'docs', 'api.md'), apiManual());
