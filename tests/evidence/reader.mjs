// A reader who asks real nginx for pages, and then for what they need, while the site is published again and again.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginx } from '../hosting/servers.mjs';
import { yokoten } from './runs.mjs';
import { write_version } from './sites.mjs';

/** Asks for an address by IPv4, which the server listens to; resolves to { status, text }. */
function asked(agent, ca, address) {
  return new Promise((done, fail) => {
    get(address, { agent, ca, family: 4 }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece)).on('end', () => done({ status: response.statusCode, text: Buffer.concat(pieces).toString() }));
    }).on('error', fail);
  });
}

const links = (html) => [...html.matchAll(/<(?:link rel="stylesheet"|script|img)[^>]*?(?:href|src)="([^"]+)"/g)].map(([, link]) => link);

/** Two sites whose styles differ, to be published in turn into a folder that nginx serves. */
export async function opened_web() {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-reader-'));
  const must = async (args) => {
    const { exit, stderr } = await yokoten(args);
    assert.equal(exit, 0, stderr);
  };
  const drafts = ['old', 'new'].map((version) => join(folder, `draft-${version}`));
  const root = join(folder, 'root');
  const server = { stop: () => {} };
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const [at, version] of ['old', 'new'].entries()) write_version(version, drafts[at]);
    let turn = 0;
    const build = () => must(['build', drafts[turn++ % 2], '--into', join(folder, 'built')]);
    const publish = async () => {
      await build();
      await must(['publish', join(folder, 'built'), join(root, 'kpi')]);
    };
    await publish();
    Object.assign(server, await nginx(join(folder, 'nginx'), root, '/kpi/'));
    const agent = new Agent({ keepAlive: true });
    const ca = readFileSync(server.ca);
    return {
      publish,
      /** Builds straight into the folder that is served, as nobody should; returns what came of it. */
      build_into_served: () => yokoten(['build', drafts[turn++ % 2], '--into', join(root, 'kpi')]),
      ask: (path) => asked(agent, ca, new URL(path, server.address).href),
      /** Opens a page; resolves to what it needs that is not to be had, after `meanwhile`. */
      missing_from: async (path, meanwhile = () => {}) => {
        const page = new URL(path, server.address).href;
        const { status, text } = await asked(agent, ca, page);
        if (status !== 200) return { path, missing: [`${path}: ${status}`], assets: 0 };
        await meanwhile();
        const wanted = links(text).filter((link) => !/^(https?:|data:)/.test(link));
        const missing = [];
        for (const link of wanted) {
          const got = await asked(agent, ca, new URL(link, page).href);
          if (got.status !== 200 || got.text === '') missing.push(`${path} → ${link}: ${got.status}`);
        }
        return { path, missing, assets: wanted.length };
      },
      end: async () => {
        agent.destroy();
        await end();
      },
    };
  } catch (problem) {
    await end();
    throw problem;
  }
}

const pages = ['', 'about/', 'moved/', 'cases/tottori/'];

/** Reads pages without pause while the site is published `times` times; resolves to { published, pages, assets, missing }. */
export async function read_meanwhile(web, times) {
  const seen = { published: 0, pages: 0, assets: 0, missing: [] };
  let goes_on = true;
  const read = async () => {
    for (let at = 0; goes_on; at += 1) {
      const { missing, assets } = await web.missing_from(pages[at % pages.length]);
      seen.pages += 1;
      seen.assets += assets;
      seen.missing.push(...missing);
    }
  };
  const reading = read();
  try {
    for (; seen.published < times; seen.published += 1) await web.publish();
  } finally {
    goes_on = false;
    await reading;
  }
  return seen;
}
