// The walk of the ministry in the READMEs: what prefectures have published is pulled, built, compared and published, by their very lines: only the ports are others, since the machine may hold those.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { free_port } from '../pull/support/nginx.mjs';
import { Reader, words_of } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-walk-nation-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const rate = (name) => new RegExp(`${name} [−-]\\d+\\.\\d`);

for (const [file, chapter, lang] of [['README.md', 'The ministry: what 47 prefectures have published', 'en'], ['README.ja.md', '国: 47都道府県が公表したものをまとめる', 'ja']]) {
  test(`${file} walks from the sites of prefectures to the nation's, and takes in one that comes later`, async () => {
    const cwd = join(folder, lang);
    mkdirSync(cwd);
    const [tottori, shimane] = [await free_port(), await free_port()];
    const reader = new Reader(cwd, file, chapter, lang, (text) => text.replaceAll('8131', tottori).replaceAll('8132', shimane));
    try {
      await reader.steps_to(/^build\/yokoten serve data\/prefecture/);
      await reader.until_has('work/tottori.log', `http://127.0.0.1:${tottori}/`);
      const { stdout: pulled, stderr } = await reader.steps_to(/^build\/yokoten pull/);
      assert.match(pulled, /^p310000: \S+ raw\/p310000\.csv/m);
      assert.match(stderr, /pull\.connection p320005/);
      assert.match((await reader.step(/^build\/yokoten check/)).stdout, /source\.missing/);
      await reader.step(/^build\/yokoten build/);
      await reader.step(/^build\/yokoten publish/);
      const first = words_of(reader.text('www/kaigo/index.html'));
      assert.match(first, rate('鳥取県'));
      assert.doesNotMatch(first, rate('島根県'));

      await reader.step(/^build\/yokoten serve data\/shimane/);
      await reader.until_has('work/shimane.log', `http://127.0.0.1:${shimane}/`);
      assert.match((await reader.step(/^build\/yokoten pull/)).stdout, /^p320005: \S+ raw\/p320005\.csv/m);
      assert.doesNotMatch((await reader.step(/^build\/yokoten check/)).stdout, /source\.missing/);
      await reader.step(/^build\/yokoten build/);
      assert.match((await reader.step(/^build\/yokoten diff/)).stdout, /島根県/);
      assert.doesNotMatch(words_of(reader.text('www/kaigo/index.html')), rate('島根県'));
      await reader.step(/^build\/yokoten publish/);
      const second = words_of(reader.text('www/kaigo/index.html'));
      for (const name of ['鳥取県', '島根県']) assert.match(second, rate(name));
      assert.match(second, /全国 公表資料に未掲載/, 'the nation has no figure without the others');
      await reader.step(/^kill /);
      assert.deepEqual(reader.left, []);
    } finally {
      reader.end();
    }
  });
}
