// Drawings that LibreOffice writes are noted where they lie; comments are none.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cell_name, read_workbook, with_conversion } from './reading.mjs';

const urn = 'urn:oasis:names:tc:opendocument:xmlns:';
const spaces = ['office', 'table', 'text', 'draw'].map((name) => `xmlns:${name}="${urn}${name === 'draw' ? 'drawing' : name}:1.0"`).join(' ');
const size = 'svg:width="2cm" svg:height="1cm" svg:x="0cm" svg:y="0cm"';
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGMAAQAABQABDQottAAAAABJRU5ErkJggg==';
const cell = (text, inside = '') => `<table:table-cell office:value-type="string">${inside}<text:p>${text}</text:p></table:table-cell>`;
const at = (name) => `table:end-cell-address="表.${name}" table:end-x="1cm" table:end-y="0.3cm"`;

const document = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} xmlns:svg="${urn}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="表">
<table:table-row>${cell('県', `<office:annotation><dc:creator>x</dc:creator><text:p>速報</text:p></office:annotation>`)}${cell('件数')}</table:table-row>
<table:table-row>${cell('鳥取県')}${cell('1', `<draw:frame ${size} ${at('C4')}><draw:text-box><text:p>注意</text:p></draw:text-box></draw:frame>`)}</table:table-row>
<table:table-row>${cell('島根県', `<draw:rect ${size} ${at('B6')}/>`)}${cell('2')}${
  cell('x', `<draw:frame ${size} ${at('D6')}><draw:image><office:binary-data>${picture}</office:binary-data></draw:image></draw:frame>`)}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`;

for (const format of ['xlsx', 'ods'])
  test(`${format} of LibreOffice has a text box, a shape and a picture in three cells, and a comment that is none of them, but told`, () => {
    const read = with_conversion('a.fods', document, format, read_workbook);
    const cells = read.cells.get('表');
    assert.deepEqual(['A1', 'B2', 'A3', 'C3'].map((name) => cells.get(name).text), ['県', '1', '島根県', 'x']);
    const found = read.findings.map(({ code, row, column, message }) => `${code} ${cell_name(row, column)} ${message.match(/: (.*) at |: (cells have comments)/).slice(1).join('')}`);
    assert.deepEqual(found.sort(), ['sheet.comment A1 cells have comments', 'sheet.drawing A3 a shape', 'sheet.drawing B2 a text box', 'sheet.drawing C3 a picture']);
  });
