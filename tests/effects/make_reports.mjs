// What scripts/make-effect-reports runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sampleFiles } from './sample.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '2025' }, offices: { type: 'string', default: '14' }, faults: { type: 'string', default: '2' } },
});
const folder = positionals[0] ?? fileURLToPath(new URL('../../data/prefecture/raw', import.meta.url));
mkdirSync(folder, { recursive: true });
const { files } = sampleFiles({ seed: Number(values.seed), offices: Number(values.offices), faults: Number(values.faults) });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
