// A publication with one source that asks a database.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provenance_value, Publication } from '../../pull/support/publication.mjs';

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A publication below `parent` whose source asks `query`. */
export function asking(parent, source, query) {
  const publication = new Publication(parent, [source]);
  mkdirSync(join(publication.folder, 'queries'));
  publication.write('queries/x.sql', query);
  return publication;
}

/** The same, pulled: its exit code, what it printed, and the publication. */
export async function pulled_with(parent, source, query, { env = {}, args = [] } = {}) {
  const publication = asking(parent, source, query);
  return { publication, ...(await publication.pull(args, env)) };
}

/** The table landed, and its provenance says what was asked of whom: `query` with the parameters day and rows, by which three rows came. */
export function expect_asked({ publication, exit, stdout }, { query, table, address, server, columns }) {
  assert.equal(exit, 0);
  assert.equal(publication.text('raw/x.csv'), table);
  assert.equal(stdout, `x: new raw/x.csv ${table.length} bytes sha256 ${sum(table).slice(0, 12)}\n`);
  const text = publication.text('raw/x.csv.source.toml');
  const value = (key) => provenance_value(text, key);
  assert.equal(value('address'), address);
  assert.equal(value('query'), 'queries/x.sql');
  assert.equal(value('query_sha256'), sum(query));
  assert.deepEqual(value('parameters'), ['day = 2024-04-01', 'rows = 3']);
  assert.match(value('server'), server);
  assert.deepEqual(value('columns'), columns);
  assert.equal(value('rows'), 3);
  assert.equal(value('bytes'), table.length);
  assert.equal(value('sha256'), sum(table));
}
