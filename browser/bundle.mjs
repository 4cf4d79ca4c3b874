// Bundles every entry of entries.json into build/browser/NAME.js: one classic script that runs under `script-src 'self'`
// and from file://, with the licences of the packages in it on top.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'build', 'browser');
const settings = {
  absWorkingDir: here, bundle: true, charset: 'utf8', format: 'iife', legalComments: 'none', logLevel: 'warning',
  metafile: true, minify: true, target: ['es2018'],
};
// Packages of which a bundle would hold much and call nothing.
const absent = Object.fromEntries(['d3-dsv', 'd3-geo', 'd3-scale-chromatic', 'topojson-client'].map((name) => [name, './compare/absent.js']));


/** Returns the folders of the packages that a bundle holds parts of. */
function packages_in(metafile) {
  const folders = Object.keys(metafile.inputs).map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort();
}

/** Returns the licence of a package as a comment that minifiers keep; a package without one is an error. */
function licence_comment(folder) {
  const { name, version } = JSON.parse(readFileSync(join(here, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(here, folder)).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = readFileSync(join(here, folder, file), 'utf8').trim().replaceAll('*/', '* /');
  return `/*! ${name} ${version}\n\n${text}\n*/\n`;
}

const entries = JSON.parse(readFileSync(join(here, 'entries.json'), 'utf8'));
for (const [name, entry] of Object.entries(entries)) {
  const options = { ...settings, alias: absent, entryPoints: [entry], outfile: join(target, `${name}.js`) };
  // First to learn what goes in, then with the licences of that.
  const { metafile } = await build({ ...options, write: false });
  await build({ ...options, banner: { js: packages_in(metafile).map(licence_comment).join('') } });
}
