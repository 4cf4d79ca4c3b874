// What hosting/README.md and hosting/README.ja.md show for nginx and Apache is read by Debian's own, with the files of hosting/ where they say.
// How the servers then answer is asked in tests/hosting.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { make_authority } from '../pull/support/authority.mjs';
import { home } from '../support/yokoten.mjs';
import { blocks } from './markdown.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-servers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'snippets'));
cpSync(join(home, 'hosting/nginx/yokoten-site.conf'), join(folder, 'snippets/yokoten-site.conf'));
const { key, certificate } = make_authority(folder).certificate('www', 'DNS:www.example.jp');

/** Returns the block of a document, with paths of this test in place of the reader's; each has to stand in it. */
function shown(file, word, own) {
  const [{ text }, ...more] = blocks(file).filter((block) => block.word === word);
  assert.deepEqual(more, []);
  return Object.entries(own).reduce((all, [theirs, ours]) => {
    assert.ok(all.includes(theirs), `${file} has no ${theirs}`);
    return all.replaceAll(theirs, ours);
  }, text);
}

// nginx opens what it would listen on even when it only looks: no port, which another may have.

/** Returns the exit code of a server that looks at its configuration and does not start, and what it says. */
function looked_at(command, args, name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { status, stderr } = spawnSync(command, args(path), { encoding: 'utf8' });
  return { status, stderr };
}

const nginx = (server) => looked_at('/usr/sbin/nginx', (path) => ['-t', '-c', path, '-p', folder, '-e', 'stderr'], 'nginx.conf',
  `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so; pid ${folder}/nginx.pid; error_log stderr;
events {} http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
include ${home}hosting/nginx/yokoten-maps.conf;
${server}
}\n`);
const apache = (directory, modules) => looked_at('/usr/sbin/apache2', (path) => ['-t', '-f', path], 'apache2.conf',
  `ServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nDefaultRuntimeDir ${folder}
${['mpm_event', 'authn_core', 'authz_core', 'dir', 'mime', 'setenvif', ...modules].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types\nListen 127.0.0.1:1\nDocumentRoot ${folder}\n${directory}\n`);

for (const file of ['hosting/README.md', 'hosting/README.ja.md']) {
  const server = () => shown(file, 'nginx', { '/etc/ssl/example.pem': certificate, '/etc/ssl/private/example.key': key, 'listen 443': `listen unix:${folder}/socket` });
  const directory = () => shown(file, 'apache', { '/etc/apache2/yokoten.conf': `${home}hosting/apache/yokoten.conf` });

  test(`nginx takes the server block of ${file}, also with the line for brotli`, () => {
    for (const text of [server(), server().replace(/\}\s*$/, `include ${home}hosting/nginx/yokoten-brotli.conf;\n}`)]) {
      const { status, stderr } = nginx(text);
      assert.equal(status, 0, stderr);
      assert.match(stderr, /test is successful/);
    }
  });
  test(`nginx refuses the server block of ${file} with a word that does not exist`, () => assert.equal(nginx(server().replace('error_page', 'error_pages')).status, 1));

  test(`Apache takes the block of ${file}, with the modules that it names`, () => {
    const { status, stderr } = apache(directory(), ['headers', 'rewrite']);
    assert.equal(status, 0, stderr);
  });
  test(`Apache refuses the block of ${file} without these modules`, () => assert.equal(apache(directory(), []).status, 1));
}
