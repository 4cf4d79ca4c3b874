// A published site behind real servers, over TLS, with the configuration of hosting/: what curl is told, and what Chromium says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { listen, received, start, with_page } from '../browser/chromium.mjs';
import { apache, nginx } from './servers.mjs';

// Apache reads as www-data, which does not get into the folder that tests usually have.
const open_to_all = existsSync('/dev/shm') ? '/dev/shm' : '/tmp';
const folder = mkdtempSync(join(open_to_all, 'yokoten-hosting-'));
const root = join(folder, 'www');
const site = process.env.YOKOTEN_PREFECTURE;
// Where the publication says that it will stand: 404.html leads there.
const mount = new URL(/rel="canonical" href="([^"]*)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))[1]).pathname;
const www = join(root, mount);
const servers = {};
let files;
let browser;

before(async () => {
  chmodSync(folder, 0o755);
  mkdirSync(root, { recursive: true });
  const { exit, stderr } = yokoten(['publish', site, www, '--compress', 'gzip,brotli']);
  assert.equal(exit, 0, stderr);
  symlinkSync(process.env.YOKOTEN_SITE, join(root, 'kpi'));
  files = read_tree(site);
  servers.nginx = await nginx(join(folder, 'nginx'), root, mount);
  servers.apache = await apache(join(folder, 'apache'), root, mount);
  browser = await start();
});
after(async () => {
  await browser?.close();
  await Promise.all(Object.values(servers).map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** Asks by curl; returns the status, the headers in small letters, and the body. */
function ask({ address, ca }, path, ...more) {
  const body = join(folder, 'body');
  const head = execFileSync('curl', ['--silent', '--show-error', '--cacert', ca, '--path-as-is', '--dump-header', '-', '--output', body, ...more, address + path], { encoding: 'utf8' });
  const [first, ...lines] = head.trim().split('\r\n\r\n').at(-1).split('\r\n');
  const headers = {};
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers[name] = [...(headers[name] ? [headers[name]] : []), line.slice(line.indexOf(':') + 1).trim()].join(' | ');
  }
  return { status: Number(first.split(' ')[1]), headers, body: existsSync(body) ? readFileSync(body) : Buffer.alloc(0) };
}

const of_ending = (pattern) => [...files.keys()].find((path) => pattern.test(path));
/** One path of every kind: what it is to browsers, and how long it stays. */
const kinds = () => [
  ['', 'index.html', /^text\/html; ?charset=utf-8$/i], ['cases/', 'cases/index.html', /^text\/html; ?charset=utf-8$/i],
  ...[[/^assets\/.*\.css$/, /^text\/css; ?charset=utf-8$/i], [/^assets\/.*\.js$/, /^(text|application)\/javascript; ?charset=utf-8$/i], [/\.csv$/, /^text\/csv; ?charset=utf-8$/i],
    [/\.vl\.json$/, /^application\/json; ?charset=utf-8$/i], [/\.jsonld$/, /^application\/ld\+json; ?charset=utf-8$/i], [/\.ics$/, /^text\/calendar; ?charset=utf-8$/i],
    [/\.svg$/, /^image\/svg\+xml; ?charset=utf-8$/i], [/^share\/.*\.png$/, /^image\/png$/], [/\.xlsx$/, /^application\/vnd\.openxmlformats/], [/\.pdf$/, /^application\/pdf$/],
    [/^feed\.xml$/, /^(text|application)\/xml; ?charset=utf-8$/i], [/^robots\.txt$/, /^text\/plain; ?charset=utf-8$/i], [/^embed\/.*\.html$/, /^text\/html; ?charset=utf-8$/i]]
    .map(([pattern, type]) => [of_ending(pattern), of_ending(pattern), type]),
];
const policy_of_pages = () => /Content-Security-Policy" content="([^"]*)"/.exec(files.get('index.html').toString())[1].replaceAll('&#39;', "'");

function expect_headers(server, [path, file, type]) {
  const { status, headers, body } = ask(server, path);
  assert.equal(status, 200, path);
  assert.ok(body.equals(files.get(file)), `${path} has other bytes`);
  assert.match(headers['content-type'], type, path);
  const wanted = {
    'strict-transport-security': 'max-age=31536000', 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': /^(assets|share)\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'access-control-allow-origin': /\.(csv|json|jsonld|xml|ics|xlsx)$/.test(file) ? '*' : undefined,
  };
  for (const [name, value] of Object.entries(wanted)) assert.equal(headers[name], value, `${name} of ${path}`);
  const policy = headers['content-security-policy'];
  if (file.endsWith('.html')) assert.equal(policy, `${policy_of_pages()}; frame-ancestors ${file.startsWith('embed/') ? '*' : "'self'"}`, path);
  else assert.ok(file.endsWith('.pdf') || policy.startsWith("default-src 'none'; "), `${path}: ${policy}`);
  assert.doesNotMatch(headers.server, /\d/, 'the version of the server is nobody\'s business');
}

for (const name of ['nginx', 'apache']) {
  test(`${name} says of every kind of file what it is, how long it stays, and what may run`, () => {
    for (const kind of kinds()) {
      assert.ok(kind[1] !== undefined && files.has(kind[1]), `there is no ${kind[2]}`);
      expect_headers(servers[name], kind);
    }
  });

  test(`${name} gives what is compressed to those who take it`, () => {
    for (const [path, file] of kinds().filter(([, each]) => /\.(html|css|js|csv|json|jsonld|svg)$/.test(each))) {
      for (const [accepted, coding, ending] of [['gzip', 'gzip', '.gz'], ['gzip, br', 'br', '.br']]) {
        if (!existsSync(join(www, file + ending))) continue;
        const { headers, body } = ask(servers[name], path, '--header', `Accept-Encoding: ${accepted}`);
        assert.equal(headers['content-encoding'], coding, path);
        assert.match(headers.vary ?? '', /accept-encoding/i, path);
        assert.ok(body.equals(readFileSync(join(www, file + ending))), path);
        expect_same(headers, ask(servers[name], path).headers, path);
      }
    }
  });

  test(`${name} shows the site's page for what is not there, at any depth, and nothing of its own`, async () => {
    for (const path of ['none', 'areas/none/deeper/', 'assets/', 'embed/', '.yokoten-published.json', '.git/config', 'index.html/none']) {
      const { status, headers, body } = ask(servers[name], path);
      assert.equal(status, 404, path);
      assert.ok(body.equals(files.get('404.html')), `${path}: ${body.toString().slice(0, 200)}`);
      assert.deepEqual([headers['cache-control'], headers['x-content-type-options']], ['no-cache', 'nosniff'], path);
    }
    await with_page(browser, { ignoreHTTPSErrors: true }, async (page) => {
      await page.goto(`${servers[name].address}areas/none/deeper/`);
      assert.ok(await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0) && document.styleSheets.length > 0), 'it has no style');
    });
  });

  test(`${name} asks again after pages, and answers 304 where they are the same`, () => {
    const { headers } = ask(servers[name], 'cases/');
    assert.equal(ask(servers[name], 'cases/', '--header', `If-None-Match: ${headers.etag}`).status, 304);
  });

  test(`in Chromium nothing is blocked behind ${name}`, async () => {
    const paths = ['', 'indicators/overtime/', 'cases/', 'cases/collection/', 'events/', of_ending(/^embed\/.*\.html$/), of_ending(/\.svg$/)];
    for (const path of name === 'nginx' ? paths : paths.slice(0, 2)) {
      await with_page(browser, { ignoreHTTPSErrors: true }, async (page) => {
        const seen = await listen(page);
        await page.goto(servers[name].address + path, { waitUntil: 'networkidle' });
        assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], [], path);
      });
    }
  });
}

test('search and the page for comparing work behind nginx', async () => {
  const address = new URL('/kpi/', servers.nginx.address).href;
  await with_page(browser, { ignoreHTTPSErrors: true }, async (page) => {
    const seen = await listen(page);
    await page.goto(address);
    await Promise.all([received(page, '/search/more.js'), page.locator('form.find input').fill('よなご')]);
    await page.locator('[role=option]').first().waitFor();
    await page.goto(`${address}compare/`);
    await page.locator('.explorer tbody tr').first().waitFor();
    await page.locator('.drawing.spread').scrollIntoViewIfNeeded();
    await page.locator('.drawing.spread svg .mark-symbol path').first().waitFor({ state: 'attached' });
    await page.goto(`${address}areas/31/312029/`, { waitUntil: 'networkidle' });
    assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
  });
});

function expect_same(packed, plain, path) {
  for (const name of ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options', 'strict-transport-security', 'referrer-policy', 'access-control-allow-origin']) {
    assert.equal(packed[name], plain[name], `${name} of ${path}`);
  }
}

test('Apache takes the same as the file .htaccess of a site', async (t) => {
  const server = await apache(join(folder, 'rented'), root, mount, { as_htaccess: true });
  t.after(server.stop);
  assert.equal(ask(server, '').status, 200, readFileSync(server.log, 'utf8'));
  expect_headers(server, kinds()[0]);
  expect_headers(server, kinds()[2]);
  assert.equal(ask(server, '.htaccess').status, 404);
  const { exit, stderr } = yokoten(['publish', site, www, '--compress', 'gzip,brotli']);
  assert.equal(exit, 0, stderr);
  expect_headers(server, kinds()[0]); // it stayed
});

/** What a host of static sites says of a path by the rules of `_headers`: all that fit count together. */
function said_by_rules(rules, path) {
  const said = {};
  let fits = false;
  for (const line of rules.split('\n').filter((each) => each && !each.startsWith('#'))) {
    const [, name, value] = /^ +([^:]+): (.*)$/.exec(line) ?? [];
    if (name === undefined) fits = new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(`/${path}`);
    else if (fits) said[name.toLowerCase()] = [...(said[name.toLowerCase()] ? [said[name.toLowerCase()]] : []), value].join(', ');
  }
  return said;
}

test('_headers of a published site says what nginx does, and who may frame its pages', () => {
  const target = join(folder, 'static');
  assert.equal(yokoten(['publish', site, target, '--headers']).exit, 0);
  const rules = readFileSync(join(target, '_headers'), 'utf8');
  assert.ok(rules.split('\n').filter((line) => line.startsWith('/')).length < 100, 'more rules than some hosts read');
  const plain = (text) => text?.replace('; charset=utf-8', '');
  for (const [path, file] of kinds()) {
    const said = said_by_rules(rules, path);
    const { headers } = ask(servers.nginx, path);
    for (const name of ['x-content-type-options', 'referrer-policy', 'strict-transport-security', 'access-control-allow-origin']) assert.equal(said[name], headers[name], `${name} of ${path}`);
    assert.equal(said['cache-control'], headers['cache-control'] === 'no-cache' ? undefined : headers['cache-control'], path);
    if (said['content-type']) assert.equal(plain(said['content-type']), plain(headers['content-type']), path);
    if (!file.endsWith('.html')) continue;
    const [, framed_by] = /frame-ancestors ([^;]*)/.exec(headers['content-security-policy']);
    assert.equal(said['content-security-policy'], framed_by === '*' ? undefined : `frame-ancestors ${framed_by}`, path);
  }
  for (const path of files.keys())
    if (path.endsWith('.html')) assert.equal(said_by_rules(rules, path)['content-security-policy'] === undefined, /(^|\/)embed\//.test(path), path);
});
