// Names that stand for addresses of the test's choice, by Debian's libnss-wrapper.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wrapper = '/usr/lib/x86_64-linux-gnu/libnss_wrapper.so';

/** The variables by which `lines` (`ADDRESS NAME`) are all that a program resolves; `folder` keeps the file. */
export function named(folder, lines) {
  assert.ok(existsSync(wrapper), 'libnss-wrapper is not installed');
  const hosts = join(folder, 'hosts');
  writeFileSync(hosts, `${lines.join('\n')}\n`);
  return { LD_PRELOAD: wrapper, NSS_WRAPPER_HOSTS: hosts, ASAN_OPTIONS: 'verify_asan_link_order=0' };
}
