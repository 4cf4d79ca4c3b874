// What the documentation shows is true: the commands of the program run, its links lead somewhere. Others: claims.test.mjs, descriptions.test.mjs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { home, program, yokoten } from '../support/yokoten.mjs';
import { documents, relative_links, shell_lines } from './markdown.mjs';

const small = join(home, 'tests/cases/small-publication/input');
const longest_start = 180_000; // ms until `serve` answers; it makes the site first
const site_of_readme = 'site/national';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-docs-'));
after(() => rmSync(folder, { recursive: true, force: true }));

// ---- Command lines of documents, but for those of walks (`console`)

const commands = (file) => shell_lines(file).filter(({ text, word }) => word !== 'console' && text.startsWith('build/yokoten '))
  .map(({ text }) => text.split(/\s+/).slice(1));
const guides = documents().filter((file) => commands(file).length > 0);

// What READMEs call site/tottori is the small one, and web: the name of a folder.
const small_site = join(folder, 'small');
const with_remote = { RCLONE_CONFIG: '/dev/null', RCLONE_CONFIG_WEB_TYPE: 'alias', RCLONE_CONFIG_WEB_REMOTE: join(folder, 'remote') };

let begun = 0; // publications
/** Returns the arguments with a place of our own for whatever is written, or read from what was written. */
function kept_apart(args, site) {
  const own = args.map((word) => (word === 'DIR' ? site : word.replace(site_of_readme, site).replace('site/tottori', small_site).replace(/^data\/tottori$/, join(folder, `new-${begun += 1}`)).replace(/^www\//, join(folder, 'www/')).replace(/^\/tmp\//, `${folder}/tmp-`)));
  return own[0] === 'build' && !own.includes('--into') ? [...own, '--into', site] : own;
}

/** What documents promise about the output of a verb. */
const promised = {
  pull: ({ stdout }) => stdout.trimEnd().split('\n').forEach((line) => assert.match(line, /^[a-z0-9-]+: \S+ raw\//)),
  check: ({ stdout }, args) => {
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.length > 1, 'no findings');
    if (args.includes('--work-list')) assert.match(lines[0], /^(work list|作業リスト): \d+/);
    else if (args.includes('--duty')) assert.match(lines.at(-1), /: 0$/);
    else if (args.includes('json')) lines.forEach((line) => assert.ok(JSON.parse(line).code, line));
    else lines.forEach((line) => assert.match(line, /^[^:]+:\d+:\d+: (error|warning|note) [a-z_.]+ ./));
  },
  new: (run, args) => assert.ok(existsSync(join(args[1], 'publication.toml')), 'no publication.toml'),
  publish: (run, [, , target]) => assert.ok(existsSync(target.endsWith('.zip') ? target : join(target.replace('web:', `${folder}/remote/`), 'manifest.json')), 'nothing was published'),
  build: (run, args) => assert.ok(existsSync(join(args.at(-1), 'manifest.json')), 'no manifest.json'),
  table: ({ stdout }, args) => {
    if (args.includes('--propose')) assert.match(stdout, /^\[\[source\]\]\n/);
    else assert.ok(JSON.parse(stdout));
  },
  explain: ({ stdout }, args) => {
    assert.match(stdout, new RegExp(`: ${args[2]} .*\n.*${args[3]}`));
    assert.match(stdout, /raw\/\S+\.csv:\d+:\d+ /);
  },
  diff: ({ stdout }, args) => {
    if (args.includes('html')) assert.match(stdout, /^<!DOCTYPE html>[^]*(決裁)[^]*[0-9a-f]{64}/);
    else if (args.includes('json')) assert.ok(Array.isArray(JSON.parse(stdout).indicators));
    else assert.match(stdout, /^- .*\n\+ .*\n(hash|ハッシュ): [0-9a-f]{64}\n/);
  },
  chart: ({ stdout }) => assert.match(stdout, /^<svg [\s\S]*<\/svg>\s*$/),
};

/** Publishes another small site to what a guide calls `target`, so that there is a way back. */
function replace_small_site(target) {
  const draft = join(folder, `another-${begun += 1}`);
  cpSync(small, draft, { recursive: true });
  writeFileSync(join(draft, 'pages/another.md'), `---\ntitle: 別のページ${begun}\n---\n# 別のページ\n\n本文。\n`);
  assert.equal(yokoten(['build', draft, '--into', small_site]).exit, 0);
  const run = yokoten(kept_apart(['publish', 'site/tottori', target], ''), { env: with_remote });
  assert.equal(run.exit, 0, run.stderr);
}

for (const file of guides) {
  for (const args of commands(file).filter(([verb]) => verb !== 'serve')) {
    test(`the command that ${file} shows does what it says: ${args.join(' ')}`, () => {
      const site = join(folder, 'site');
      if (['chart', 'publish', 'diff'].includes(args[0]) && args[1] !== 'site/tottori' && !existsSync(site)) assert.equal(yokoten(['build', 'data/national', '--into', site]).exit, 0);
      const www = join(folder, 'www/national');
      if (args.includes('www/national') && args[0] === 'diff' && !existsSync(www)) assert.equal(yokoten(['publish', site, www]).exit, 0);
      if (args[1] === 'site/tottori' && !existsSync(small_site)) assert.equal(yokoten(['build', small, '--into', small_site]).exit, 0);
      if (args.includes('--rollback')) replace_small_site(args[2]);
      const own = kept_apart(args, site);
      const run = yokoten(own, { env: with_remote });
      assert.equal(run.exit, 0, run.stderr);
      assert.ok(promised[args[0]], `nothing is known of what ${args[0]} promises`);
      promised[args[0]](run, own);
    });
  }
}

test('READMEs and guides show commands', () => assert.ok(guides.length > 5, guides.join(' ')));

// ---- serve

/** Returns a port that nobody listens on. */
function free_port() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts `yokoten ARGUMENTS` in `cwd` and resolves when its output has `word`; rejects when it ends before. */
function started(args, cwd, word) {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  return new Promise((done, fail) => {
    const late = setTimeout(() => { child.kill('SIGKILL'); fail(new Error(`not in time: ${said}`)); }, longest_start);
    child.on('exit', (code) => { clearTimeout(late); fail(new Error(`ended with ${code}: ${said}`)); });
    child.stderr.on('data', (bytes) => {
      said += bytes;
      if (!said.includes(word)) return;
      clearTimeout(late);
      done(child);
    });
  });
}

/** Ends the process and waits until it is gone. */
function ended(child) {
  return new Promise((done) => { child.removeAllListeners('exit').on('exit', done).kill('SIGKILL'); });
}

/** Calls `use` with the address of a national site that is served as the README shows, from a folder of its own. */
async function while_served(use) {
  const args = commands('README.md').find(([verb]) => verb === 'serve');
  const port = await free_port();
  const own = args.map((word, at) => (args[at - 1] === '--port' ? String(port) : word));
  assert.ok(own.includes(String(port)), 'the README shows no --port');
  const cwd = mkdtempSync(join(folder, 'served-'));
  cpSync(join(home, 'data/national'), join(cwd, 'data/national'), { recursive: true });
  const address = `http://127.0.0.1:${port}/`;
  const child = await started(own, cwd, address);
  try {
    await use(address);
  } finally {
    await ended(child);
  }
}

test('serve shows the site at the port that was asked for', async () => {
  await while_served(async (address) => {
    const top = await fetch(address);
    assert.equal(top.status, 200);
    assert.match(top.headers.get('content-type'), /^text\/html/);
    assert.match(await top.text(), /<h1[ >]/);
    assert.match(await (await fetch(`${address}areas/31/`)).text(), /<h1[^>]*>[^]*鳥取県/);
  });
});

test('serve answers for a missing page with 404 and the page that says so', async () => {
  await while_served(async (address) => {
    const missing = await fetch(`${address}no-such-page/`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /ページが見つかりません/);
  });
});

test('serve ends with 1 when its port is taken', async () => {
  const port = await free_port();
  const serve = (name) => {
    mkdirSync(join(folder, name));
    return started(['serve', small, '--port', String(port)], join(folder, name), `http://127.0.0.1:${port}/`);
  };
  const first = await serve('first');
  try {
    const outcome = await serve('second').then((second) => ended(second).then(() => 'serves'), ({ message }) => message);
    assert.match(outcome, new RegExp(`^ended with 1: [\\s\\S]*${port}`));
  } finally {
    await ended(first);
  }
});

// ---- Links

test('every relative link in the documentation leads to a file', () => {
  const links = documents().flatMap((file) => relative_links(file).map((to) => [file, to]));
  assert.ok(links.length > 20, `only ${links.length} links`);
  const dead = links.filter(([file, to]) => !existsSync(join(home, dirname(file), decodeURI(to.split('#')[0]))));
  assert.deepEqual(dead.map(([file, to]) => `${file}: ${to}`), []);
});
