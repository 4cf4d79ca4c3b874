// Chromium and the national site, served: started before the first test of a file and ended after its last.
import { after, before } from 'node:test';
import { start } from './chromium.mjs';
import { serve } from './site.mjs';

export let browser;
export let site;
before(async () => { [browser, site] = await Promise.all([start(), serve()]); });
after(async () => {
  await browser?.close();
  await site?.stop();
});
