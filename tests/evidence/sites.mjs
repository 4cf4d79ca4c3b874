// Three versions of a small publication, with their sites: what stands before, what stands, and what is to stand.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';
import { yokoten } from './runs.mjs';

export const versions = ['older', 'old', 'new'];

/** Writes one version into `folder`: its styles, its title and some of its pages differ, one page becomes a folder of pages. */
export function write_version(version, folder) {
  cpSync(join(home, 'tests/cases/small-publication/input'), folder, { recursive: true });
  const settings = join(folder, 'publication.toml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('山陰と岡山の見本', `山陰と岡山の見本 ${version}`));
  mkdirSync(join(folder, 'templates/styles'), { recursive: true });
  const styles = readFileSync(join(home, 'templates/styles/content.css'), 'utf8');
  writeFileSync(join(folder, 'templates/styles/content.css'), `${styles}\n.${version} { color: inherit }\n`);
  const page = (path, title) => {
    mkdirSync(join(folder, 'pages', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'pages', path), `---\ntitle: ${title}\n---\n# ${title}\n\n本文。「ケアプラン」\n`);
  };
  page(`${version}.md`, `${version} だけのページ`);
  page('moved.md', `どれにもあるページ ${version === 'older' ? '前' : '後'}`);
  if (version === 'new') page('moved/deeper.md', '下のページ');
  writeFileSync(join(folder, 'glossary.toml'), `[[term]]\nid = "plan"\nname = "ケアプラン"\nreading = "けあぷらん"\ntext = "介護サービスの計画（${version}）です。"\n`);
}

/** Makes all of them: `publication(version)` and `site(version)`, each with its record beside it; `end()` clears them away. */
export async function made_sites() {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-evidence-sites-'));
  const publication = (version) => join(folder, `${version}-publication`);
  const site = (version) => join(folder, version);
  for (const version of versions) {
    write_version(version, publication(version));
    const { exit, stderr } = await yokoten(['build', publication(version), '--into', site(version)]);
    assert.equal(exit, 0, stderr);
  }
  return { publication, site, end: () => rmSync(folder, { recursive: true, force: true }) };
}
