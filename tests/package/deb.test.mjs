// The Debian package that cpack makes: what it says of itself, what is in it, and that the program runs from it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { paths } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { build, given, Installed, odd_permissions, of_source_tree, open_folder, run, work_folder } from './installed.mjs';

const folder = open_folder();
const work = work_folder(folder, 'work');
const tree = join(folder, 'tree');
const commit_date = 1767225600; // seconds; any will do
let fields;
let archive;

/** Makes a package and returns its path. Quick: not for size, and `settings` may leave out what takes long. */
function packed(name, ...settings) {
  const into = join(folder, name);
  run('cpack', ['--config', join(build, 'CPackConfig.cmake'), '-B', into, '-D', 'CPACK_DEBIAN_COMPRESSION_TYPE=gzip', ...settings.flatMap((each) => ['-D', each])], { env: { ...process.env, SOURCE_DATE_EPOCH: String(commit_date) } });
  return join(into, readdirSync(into).find((each) => each.endsWith('.deb')));
}
const field = (name) => run('dpkg-deb', ['--field', archive, name]).stdout.trim();
const names = (list) => list.split(/, */).map((each) => each.split(' ')[0]);

before(() => {
  archive = packed('first');
  run('dpkg-deb', ['-x', archive, tree]);
  fields = Object.fromEntries(['Package', 'Version', 'Depends', 'Recommends', 'Suggests', 'Maintainer', 'Architecture'].map((name) => [name, field(name)]));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the package is called yokoten and has the version that the program tells', () => {
  assert.equal(fields.Package, 'yokoten');
  assert.equal(fields.Version.replace('~dev', '-dev'), yokoten(['--version']).stdout.trim());
  run('dpkg', ['--validate-version', fields.Version]);
  assert.match(fields.Maintainer, /^[^<]+ <[^@>]+@[^@>]+>$/);
});

test('who makes a package that nobody answers for is warned on standard error, and nobody else', () => {
  const said = (maintainer) => run('cmake', ['-D', 'CPACK_PACKAGE_VERSION=0.3.0', '-D', `CPACK_DEBIAN_PACKAGE_MAINTAINER=${maintainer}`, '-P', join(home, 'packaging/cpack.cmake')]).stderr.replace(/\s+/g, ' ');
  const [, placeholder] = /set\(YOKOTEN_MAINTAINER "([^"]+)"/.exec(readFileSync(join(home, 'packaging/package.cmake'), 'utf8'));
  assert.match(said(placeholder), /nobody answers for this package: .*YOKOTEN_MAINTAINER/);
  assert.equal(said('鳥取県 <site@pref.example.jp>'), '');
});

test('the package depends on the package of every library that the program is linked to', () => {
  const dynamic = run('objdump', ['-p', join(tree, 'usr/bin/yokoten')]).stdout;
  const libraries = [...dynamic.matchAll(/NEEDED +(\S+)/g)].map(([, name]) => name).filter((name) => !name.startsWith('ld-linux'));
  assert.ok(libraries.length > 10);
  const wanted = run('dpkg', ['-S', ...libraries.map((name) => `*/lib/*-linux-gnu/${name}`)]).stdout.trim().split('\n').map((line) => line.split(':')[0]);
  assert.ok(wanted.length >= libraries.length);
  assert.deepEqual(wanted.filter((name) => !names(fields.Depends).includes(name)), []);
});

test('the package depends on the package of every library that the program opens when it needs it', () => {
  const headers = ['publish/late_pictures.h', 'protect/late_solver.h', 'pull/late_curl.h', 'pull/late_libpq.h'];
  const said = headers.map((name) => readFileSync(join(home, 'generator', name), 'utf8')).join('');
  const libraries = [...said.matchAll(/"(lib\S+?\.so\.\d+)"/g)].map(([, name]) => name);
  assert.equal(libraries.length, 8);
  const wanted = run('dpkg', ['-S', ...libraries.map((name) => `*/lib/*-linux-gnu/${name}`)]).stdout.trim().split('\n').map((line) => line.split(':')[0]);
  assert.deepEqual(wanted.filter((name) => !names(fields.Depends).includes(name)), []);
});

test('the package asks for what no library tells of', () => {
  assert.deepEqual(['fonts-noto-cjk', 'mecab-ipadic-utf8'].filter((name) => !names(fields.Depends).includes(name)), []);
  assert.deepEqual(names(fields.Recommends).sort(), ['ca-certificates', 'chromium']);
  assert.deepEqual(names(fields.Suggests), ['rclone']);
});

test('the package has all that cmake --install puts there, and nothing else', () => {
  const prefix = join(folder, 'installed');
  run('cmake', ['--install', build, '--prefix', prefix]);
  assert.deepEqual(paths(join(tree, 'usr')), paths(prefix));
  assert.deepEqual(readdirSync(tree), ['usr']);
});

test('everything in the package belongs to root, and is for everybody to read', () => {
  const lines = run('dpkg-deb', ['-c', archive]).stdout.trim().split('\n');
  assert.deepEqual(lines.filter((line) => line.split(/\s+/)[1] !== 'root/root'), []);
  assert.deepEqual(odd_permissions(join(tree, 'usr')), []);
});

test('licences, manual page and completions lie where Debian looks for them', () => {
  const there = new Set(paths(join(tree, 'usr/share')));
  for (const path of ['doc/yokoten/copyright', 'man/man1/yokoten.1.gz', 'man/ja/man1/yokoten.1.gz', 'bash-completion/completions/yokoten', 'zsh/vendor-completions/_yokoten', 'fish/vendor_completions.d/yokoten.fish'])
    assert.ok(there.has(path), path);
  const copyright = readFileSync(join(tree, 'usr/share/doc/yokoten/copyright'), 'utf8');
  for (const file of ['LICENSE', 'NOTICE']) assert.ok(copyright.includes(readFileSync(join(home, file), 'utf8')), file);
});

test('the program runs from the unpacked package and asks for nothing of the tree that it was compiled from', () => {
  given(join(home, 'tests/cases/small-publication/input'), join(work, 'small'));
  const { asked } = new Installed(join(tree, 'usr'), work).yokoten(['build', 'small']);
  assert.ok(paths(join(work, 'site/small')).includes('index.html'));
  assert.deepEqual(of_source_tree(asked), []);
});

test('the same build gives the same package', () => {
  // Which packages the libraries are from takes longest to find out, and is left out of the second.
  const second = packed('second', 'CPACK_DEBIAN_PACKAGE_SHLIBDEPS=OFF');
  const contents = (path) => createHash('sha256').update(run('dpkg-deb', ['--fsys-tarfile', path], { encoding: 'buffer' }).stdout).digest('hex');
  const control = (path) => run('dpkg-deb', ['--field', path]).stdout.replace(/^Depends: .*$/m, '');
  assert.equal(contents(second), contents(archive));
  assert.equal(control(second), control(archive));
});
