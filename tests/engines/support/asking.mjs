// A publication with one source that asks a database.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Publication } from '../../pull/support/publication.mjs';

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
