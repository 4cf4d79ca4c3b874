// Prints what gcovr has counted: a table by room, then the files of which least runs.
//   node coverage.mjs SUMMARY.json
import { readFileSync } from 'node:fs';

const shown_files = 25;
const fewest_lines = 20; // of a file that is named: one line of ten tells little
const files = JSON.parse(readFileSync(process.argv[2], 'utf8')).files;
const room_of = ({ filename }) => /^generator\/([a-z]+)\//.exec(filename)?.[1] ?? '(top)';
const share = (run, all) => (all === 0 ? '–' : `${(100 * run / all).toFixed(1)} %`);

const rooms = new Map();
for (const file of files) {
  const room = rooms.get(room_of(file)) ?? { files: 0, lines: 0, run: 0, functions: 0, called: 0 };
  room.files += 1;
  room.lines += file.line_total;
  room.run += file.line_covered;
  room.functions += file.function_total;
  room.called += file.function_covered;
  rooms.set(room_of(file), room);
}
const all = [...rooms.values()].reduce((sum, room) => Object.fromEntries(Object.keys(room).map((key) => [key, (sum[key] ?? 0) + room[key]])), {});

console.log('| room | files | lines | run | functions called |\n|---|---:|---:|---:|---:|');
for (const [name, room] of [...[...rooms].sort(([a], [b]) => (a < b ? -1 : 1)), ['all', all]]) {
  console.log(`| ${name} | ${room.files} | ${room.lines} | ${share(room.run, room.lines)} | ${share(room.called, room.functions)} |`);
}
console.log('\nLeast run:');
const least = files.filter((file) => file.line_total >= fewest_lines).sort((a, b) => a.line_covered / a.line_total - b.line_covered / b.line_total);
for (const file of least.slice(0, shown_files)) {
  console.log(`${share(file.line_covered, file.line_total).padStart(8)}  ${String(file.line_total - file.line_covered).padStart(4)} of ${String(file.line_total).padStart(4)} lines never  ${file.filename}`);
}
