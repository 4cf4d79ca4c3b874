// Reporter for node:test: prints each sentence that failed with its difference, then one closing
// line `N passed, N failed`. A skipped test counts as failed: nothing is left out silently.

/** Returns what went wrong, without the runner's own stack. */
function reason(details) {
  const cause = details?.error?.cause ?? details?.error;
  const text = cause?.code === 'ERR_ASSERTION' || !cause?.stack ? cause?.message ?? String(cause) : cause.stack;
  return text.split('\n').slice(0, 60).map((line) => `    ${line}`).join('\n');
}

/** Yields the text to print for the events of one test file. */
export default async function* sentences(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (type === 'test:pass' && data.skip === undefined && data.todo === undefined) {
      passed += 1;
      continue;
    }
    failed += 1;
    yield `  FAILED ${data.name}\n${type === 'test:pass' ? '    was skipped' : reason(data.details)}\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
