// What is disturbed: each lays down what stands before, and tells what counts of what stands afterwards.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';
import { yokoten } from './runs.mjs';
import { hash_of } from './trees.mjs';

function copy(from, to) {
  const { status, stderr } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(String(stderr));
}

/** A site with the record beside it. */
function copy_site(from, to) {
  copy(from, to);
  copyFileSync(`${from}.release.json`, `${to}.release.json`);
}

// A tree is relied on where its manifest is the youngest in it; copies are as old as they were copied.
function copy_spare(from, to) {
  copy(from, to);
  chmodSync(join(to, 'manifest.json'), 0o644);
}

async function must(args) {
  const { exit, stderr } = await yokoten(args);
  if (exit !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

const site_state = (work) => ({ site: hash_of(join(work, 'site')), 'its record': hash_of(join(work, 'site.release.json')) });

/**
 * name → { lay(work), args(work), state(work), folders(work), spare, steps }
 * `state` is an object of hashes that all change together; with `apart` each for itself. `spare`: names that may lie there besides.
 * Without `again` doing it once more is the way on after a fault.
 */
export const errands = (sites) => ({ ...builds(sites), ...publishes(sites), ...differences(sites), ...pulls(sites) });

const work_alone = (work) => [work];
const work_and_templates = (work) => [work, join(home, 'templates'), join(home, 'data/areas')];

function builds(sites) {
  const build = (work) => ['build', join(work, 'publication'), '--into', join(work, 'site'), '--jobs', '1', '--lang', 'en'];
  return {
    'build-over': {
      lay: (work) => {
        copy(sites.publication('new'), join(work, 'publication'));
        copy_site(sites.site('old'), join(work, 'site'));
        copy_spare(sites.site('older'), join(work, '.site.next'));
      },
      args: build, folders: work_and_templates, state: site_state, apart: true, spare: ['.site.next'],
    },
    'build-new': {
      lay: (work) => copy(sites.publication('new'), join(work, 'publication')),
      args: build, folders: work_and_templates, state: site_state, apart: true, spare: ['.site.next'],
    },
  };
}

// Each publish counts one generation on, that of the same site too.
function published_state(work) {
  const record = join(work, 'www/.yokoten-published.json');
  return {
    www: hash_of(join(work, 'www'), (path) => path !== '.yokoten-published.json'),
    record: existsSync(record) ? readFileSync(record, 'utf8').replace(/^"generation".*$/m, '') : 'absent',
  };
}

function publishes(sites) {
  return {
    'publish-folder': {
      lay: async (work) => {
        await laid_target(sites, work);
        copy_site(sites.site('new'), join(work, 'site'));
      },
      args: (work) => ['publish', join(work, 'site'), join(work, 'www'), '--compress', 'gzip', '--lang', 'en'],
      folders: work_alone, state: published_state, spare: ['site.published.json'],
    },
    'publish-back': {
      lay: (work) => laid_target(sites, work),
      args: (work) => ['publish', join(work, 'site'), join(work, 'www'), '--rollback', '--lang', 'en'],
      folders: work_alone, state: published_state, spare: [], there_and_back: true,
    },
    'publish-zip': {
      lay: (work) => {
        copy_site(sites.site('new'), join(work, 'site'));
        copyFileSync(sites.zip, join(work, 'out.zip'));
      },
      args: (work) => ['publish', join(work, 'site'), join(work, 'out.zip'), '--lang', 'en'],
      folders: work_alone, state: (work) => ({ zip: hash_of(join(work, 'out.zip')) }), spare: ['site.published.json'],
    },
  };
}

function differences(sites) {
  return {
    diff: {
      lay: (work) => {
        copy_site(sites.site('old'), join(work, 'before'));
        copy_site(sites.site('new'), join(work, 'after'));
        writeFileSync(join(work, 'moved.conf'), '# Inside server { }: pages that have moved, by yokoten diff\n# the last one\n');
      },
      args: (work) => ['diff', join(work, 'before'), join(work, 'after'), '--format', 'json', '--redirects', join(work, 'moved.conf'), '--lang', 'en'],
      folders: work_and_templates, state: (work) => ({ redirects: hash_of(join(work, 'moved.conf')) }), spare: [], speaks: true,
    },
  };
}

function pulls(sites) {
  const pull = {
    args: (work) => ['pull', join(work, 'publication'), '--lang', 'en'],
    folders: work_alone, state: pulled_state, apart: true, spare: [],
  };
  return {
    pull: { ...pull, lay: (work) => laid_pull(sites, work, '') },
    'pull-locked': { ...pull, lay: (work) => laid_pull(sites, work, `[sha256]\na = "${'0'.repeat(64)}"\n`) },
  };
}

// What was published first and second, with files of others.
async function laid_target(sites, work) {
  copy(join(sites.target, 'www'), join(work, 'www'));
  copy(join(sites.target, '.www.previous'), join(work, '.www.previous'));
}

/** Makes what several errands begin with; once. */
export async function prepare(sites, folder) {
  sites.zip = join(folder, 'old.zip');
  await must(['publish', sites.site('old'), sites.zip]);
  sites.target = join(folder, 'target');
  const target = join(sites.target, 'www');
  await must(['publish', sites.site('older'), target, '--compress', 'gzip']);
  mkdirSync(join(target, '.well-known/empty'), { recursive: true });
  writeFileSync(join(target, '.well-known/proof.txt'), 'of others\n');
  await must(['publish', sites.site('old'), target, '--compress', 'gzip']);
  sites.web = await served_tables();
}

const tables = { a: '都道府県,数\n鳥取県,1\n島根県,2\n', b: '都道府県,数\n鳥取県,3\n島根県,4\n' };

function served_tables() {
  const server = createServer((request, response) => {
    const bytes = Buffer.from(tables[request.url.slice(1, 2)] ?? '');
    response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Length': bytes.length, Connection: 'close' });
    response.end(bytes);
  });
  return new Promise((done) => { server.listen(0, '127.0.0.1', () => done({ port: server.address().port, end: () => server.close() })); });
}

function laid_pull(sites, work, lock) {
  const folder = join(work, 'publication');
  mkdirSync(join(folder, 'raw'), { recursive: true });
  const source = (id) => `[[source]]\nid = "${id}"\ntitle = "表"\nurl = "http://127.0.0.1:${sites.web.port}/${id}.csv"\nfile = "raw/${id}.csv"\ninsecure = true\nallow_hosts = ["127.0.0.1"]\n`
    + 'publisher = "x"\ndocument = "x"\nas_of = 2024-09-13\nperiod = 2024-09-13\narea = "都道府県"\n[source.columns]\nnumber = "数"\n';
  writeFileSync(join(folder, 'sources.toml'), `${source('a')}${source('b')}`);
  for (const id of ['a', 'b']) writeFileSync(join(folder, `raw/${id}.csv`), '都道府県,数\n鳥取県,9\n');
  if (lock) writeFileSync(join(folder, 'pull.lock'), lock);
}

// Of the provenance all but the time that it was taken.
function pulled_state(work) {
  const folder = join(work, 'publication');
  const state = {};
  for (const file of ['sources.toml', 'pull.lock', 'raw/a.csv', 'raw/b.csv']) state[file] = hash_of(join(folder, file));
  for (const id of ['a', 'b']) {
    const name = readdirSync(join(folder, 'raw')).find((each) => each.startsWith(`${id}.csv.`) && !each.endsWith('part'));
    state[`provenance of ${id}`] = name ? readFileSync(join(folder, 'raw', name), 'utf8').replace(/^retrieved.*$/m, '') : 'absent';
  }
  return state;
}

/** Lays an errand down anew. */
export async function lay(errand, work) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await errand.lay(work);
}

/** Names that lie in the folder, without those that may. */
export const left = (errand, work) => (existsSync(work) ? readdirSync(work).filter((name) => !errand.spare.includes(name)).sort() : []);
