// `yokoten serve`: every file that a build would write, made when asked for; what is wrong while somebody is typing;
// and requests that mean no good.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { served, served_otherwise, states_of } from '../support/served.mjs';
import { read_tree } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-serve-'));
const publication = join(folder, 'draft');
const page = join(publication, 'pages/index.md');
let port;
let server;

before(async () => {
  cpSync(join(home, 'tests/cases/small-publication/input'), publication, { recursive: true });
  server = await served(publication, 'en');
  ({ port } = server);
});
after(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path, options) => fetch(`http://127.0.0.1:${port}/${path}`, options);
const findings = async () => (await (await ask('_yokoten/findings.json')).json());

test('a part of a file is given, and many parts at once are not', async () => {
  const part = await ask('index.html', { headers: { Range: 'bytes=0-9' } });
  assert.deepEqual([part.status, (await part.text()).length], [206, 10]);
  const parts = await ask('index.html', { headers: { Range: `bytes=${'0-,'.repeat(500)}0-` } });
  assert.equal(parts.status, 416);
  assert.ok((await parts.text()).length < 500 * 200, 'of each range no more than its heading');
});

/** Sends bytes and returns the first line of the answer; empty when the server closed without one. */
const raw = (bytes) => new Promise((done) => {
  let answer = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  socket.on('data', (chunk) => { answer += chunk; });
  socket.on('error', () => {});
  socket.on('close', () => done(answer.split('\r\n')[0]));
});

const states = () => states_of(`http://127.0.0.1:${port}/`);

for (const name of ['small-publication', 'english']) {
  test(`every file that a build of ${name} writes is served with the same bytes, pages with the panel`, async (t) => {
    const input = join(home, 'tests/cases', name, 'input');
    const site = join(folder, `built-${name}`);
    assert.equal(yokoten(['build', input, '--into', site]).exit, 0);
    const { address, stop } = await served(input, 'en');
    t.after(stop);
    assert.deepEqual(await served_otherwise(address, read_tree(site)), []);
  });
}

test('what is not there is told in the language of its address', async (t) => {
  const input = join(folder, 'draft-lost');
  cpSync(join(home, 'tests/cases/english/input'), input, { recursive: true });
  writeFileSync(join(input, 'pages/404.md'), '---\ntitle: ありません\n---\n# ありません\n\nページがありません。\n');
  writeFileSync(join(input, 'pages/404.en.md'), '---\ntitle: Not found\n---\n# Not found\n\nThere is no such page.\n');
  const { address, stop } = await served(input, 'en');
  t.after(stop);
  for (const [path, words] of [['gone/', 'ページがありません。'], ['en/gone/', 'There is no such page.'], ['en/gone.csv', 'There is no such page.'], ['english/', 'ページがありません。']]) {
    const answer = await fetch(address + path);
    assert.equal(answer.status, 404, path);
    assert.ok((await answer.text()).includes(words), path);
  }
});

test('a document in PDF is served as what it is', async (t) => {
  const input = join(folder, 'draft-documents');
  cpSync(join(home, 'data/handbook'), input, { recursive: true });
  renameSync(join(input, 'documents/night-shift-checklist.csv'), join(input, 'documents/checklist.pdf'));
  const projects = join(input, 'projects');
  for (const name of readdirSync(projects)) {
    const file = join(projects, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('night-shift-checklist.csv', 'checklist.pdf'));
  }
  const { address, stop } = await served(input, 'en');
  t.after(stop);
  const answer = await fetch(`${address}documents/checklist.pdf`);
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pdf']);
});

test('a change of a page is told to open pages and seen at once', async () => {
  const seen = states();
  const first = (await seen.next()).value;
  writeFileSync(page, `${readFileSync(page, 'utf8')}\n\nあたらしい一文です。\n`);
  const { value: next } = await seen.next();
  assert.equal(next.shown, first.shown + 1);
  assert.match(await (await ask('')).text(), /あたらしい一文です。/);
  await seen.return();
});

test('a mistake in the middle of typing is told with its place, and the page from before stays', async () => {
  const good = readFileSync(page, 'utf8');
  const seen = states();
  await seen.next();
  writeFileSync(page, `${good}\n\n\`\`\`cardz\n\`\`\`\n`);
  const { value: broken } = await seen.next();
  assert.ok(broken.version > broken.shown);
  const found = broken.findings.find(({ level }) => level === 'error');
  assert.ok(found.file.endsWith('pages/index.md') && found.row > 1, JSON.stringify(found));
  assert.match(await (await ask('')).text(), /あたらしい一文です。/);
  writeFileSync(page, good);
  const { value: mended } = await seen.next();
  assert.equal(mended.version, mended.shown);
  await seen.return();
});

test('a new file in a new folder is seen as well', async () => {
  const seen = states();
  await seen.next();
  cpSync(join(publication, 'pages'), join(publication, 'pages.more'), { recursive: true });
  writeFileSync(join(publication, 'pages/fresh.md'), '---\ntitle: 新しいページ\n---\n# 新しいページ\n\n本文。\n');
  await seen.next();
  assert.equal((await ask('fresh/')).status, 200);
  rmSync(join(publication, 'pages.more'), { recursive: true });
  await seen.return();
});

test('nothing is written beside the publication or into site/', () => {
  assert.equal(yokoten(['check', publication]).exit, 0);
  const around = read_tree(folder);
  for (const path of around.keys()) assert.match(path, /^\.?(draft|built)/);
});

test('a request by another name than the server\'s is refused', async () => {
  assert.match(await raw('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 421/);
  assert.match(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 421/);
});

for (const path of ['/..%2f..%2fetc/passwd', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/areas/..%5c..%5cpublication.toml', '//etc/passwd', '/_yokoten/../publication.toml', '/%00', '/publication.toml']) {
  test(`${path} leads out of nothing`, async () => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 (404|400)/);
  });
}

for (const [name, bytes] of [
  ['a header of 100 KB', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(100000)}\r\n\r\n`],
  ['an address of 100 KB', `GET /${'a'.repeat(100000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`],
  ['a body of 100 KB', `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n${'a'.repeat(100000)}`],
  ['a method that is none', 'BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
  ['bytes that are no request', '\x00\xff\xfe\r\n\r\n'],
]) {
  test(`${name} is refused, and the next reader is served`, async () => {
    assert.doesNotMatch(await raw(bytes), /^HTTP\/1\.1 (2|3)/);
    assert.equal((await ask('')).status, 200);
  });
}

test('a client that says nothing more is let go of, and does not keep others waiting', async () => {
  const silent = Array.from({ length: 8 }, () => raw('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: '));
  assert.equal((await ask('')).status, 200);
  for (const answer of await Promise.all(silent)) assert.doesNotMatch(answer, /^HTTP\/1\.1 200/);
});

test('pages that listen by the dozen keep nobody waiting', async () => {
  const stop = new AbortController();
  const all = await Promise.all(Array.from({ length: 40 }, () => ask('_yokoten/events', { signal: stop.signal })));
  assert.deepEqual([...new Set(all.map(({ status }) => status))].sort(), [200, 503]);
  assert.equal((await ask('', { signal: AbortSignal.timeout(3000) })).status, 200);
  stop.abort();
});

test('the lock of an editor and what a desktop leaves change nothing', async () => {
  const left = ['pages/.#index.md', 'pages/._index.md'].map((name) => join(publication, name));
  symlinkSync('somebody@somewhere.1:2', left[0]);
  writeFileSync(left[1], Buffer.from([0xff]));
  writeFileSync(join(publication, 'pages/beside.md'), '---\ntitle: となり\n---\n# となり\n\n本文。\n'); // all is read again for it
  const deadline = Date.now() + 10000;
  while ((await ask('beside/')).status !== 200) assert.ok(Date.now() < deadline, JSON.stringify(await findings()));
  for (const each of left) rmSync(each);
});

test('what is not there has its own words where the publication has no page for that', async () => {
  const answer = await ask('nix/');
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /There is no such page\./);
});

for (const [what, args, exit] of [['a publication that is not there', ['nowhere'], 1], ['a host without a name', [publication, '--host', ''], 2]])
  test(`${what} is not served`, () => {
    const run = yokoten(['serve', ...args, '--port', '1', '--lang', 'en']);
    assert.equal(run.exit, exit, run.stderr);
  });

test('a port that is taken is said so', () => {
  const run = yokoten(['serve', publication, '--port', String(port), '--lang', 'en']);
  assert.equal(run.exit, 1);
  assert.match(run.stderr, new RegExp(`port ${port} of 127\\.0\\.0\\.1 can't be used`));
});

test('the port of a server that has just ended is free', async (t) => {
  const first = await served(publication, 'en');
  assert.equal((await fetch(first.address)).status, 200);
  first.stop();
  const second = await served(publication, 'en', [], first.port);
  t.after(second.stop);
  assert.equal((await fetch(second.address)).status, 200);
});

test('findings are told as they are by check', async () => {
  assert.deepEqual((await findings()).findings.filter(({ level }) => level === 'error'), []);
});

test('what the page for what is not there calls by the address that the site will have is served too', async () => {
  const seen = states();
  await seen.next();
  writeFileSync(join(publication, 'pages/404.md'), '---\ntitle: ありません\n---\n# ありません\n\n本文。\n');
  await seen.next();
  const answer = await ask('areas/none/');
  const [, style] = /rel="stylesheet" href="([^"]*)"/.exec(await answer.text());
  assert.deepEqual([answer.status, style.slice(0, 15)], [404, '/mihon/assets/s']);
  assert.equal((await ask(style.slice(1))).status, 200);
  await seen.return();
});
