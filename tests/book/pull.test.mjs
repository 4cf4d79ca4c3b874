// `yokoten pull BOOK.xlsx`: the files land in raw/ beside the workbook.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { program, yokoten } from '../support/yokoten.mjs';
import { paths } from '../support/tree.mjs';
import { book_of, cell_at, set, write_book } from './book.mjs';

const table = '都道府県,件数,事業所数\n鳥取県,5,20\n';
const run = (args) => new Promise((done) => { execFile(program, args, (error, stdout, stderr) => done({ exit: error?.code ?? 0, stdout, stderr })); });

test('a source with an address is pulled into raw/ beside the workbook, and is then built from there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-book-pull-'));
  const server = createServer((request, response) => response.setHeader('Content-Type', 'text/csv; charset=utf-8').end(table));
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  try {
    const path = join(folder, 'nation.xlsx');
    assert.equal(yokoten(['new', path]).exit, 0);
    const book = book_of(path);
    const put = (heading, text) => set(book, '資料', cell_at(book, '資料', heading, 3), text);
    put('ファイル', 'raw/pulled.csv');
    put('取得先', `http://127.0.0.1:${server.address().port}/a.csv`);
    put('詳しい設定', 'insecure = true\nallow_hosts = ["127.0.0.1"]');
    write_book(path, book);
    const { exit, stdout, stderr } = await run(['pull', path, '--lang', 'en']);
    assert.equal(exit, 0, stderr);
    assert.match(stdout, /^example: new raw\/pulled\.csv \d+ bytes/);
    assert.equal(readFileSync(join(folder, 'raw/pulled.csv'), 'utf8'), table);
    assert.deepEqual(paths(folder).filter((name) => !name.endsWith('.yokoten-lock')), ['nation.xlsx', 'raw/example.csv', 'raw/pulled.csv', 'raw/pulled.csv.source.toml']);
    const built = await run(['build', path, '--into', join(folder, 'site')]);
    assert.equal(built.exit, 0, built.stderr);
    assert.match(readFileSync(join(folder, 'site/data/observations.csv'), 'utf8'), /鳥取県.*,5,20,/);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
