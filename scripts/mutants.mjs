// @ts-check
// `npm run mutants`: plants small faults in a copy of src/checker, one at a time, and counts those that the unit tests
// notice, without the corpora. The sample is random and the same for the same seed.
// Options: --sample N (default 60), --seed S (default 1), --minutes M: start no further mutant after so long, --room R: only
// mutants of one room, such as layers. The record is docs/mutants.json, with an entry for each room, and one for all of them.
import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/checker/random.ts';
import { mutationsOf } from './mutations.mjs';

const RECORD = 'docs/mutants.json';
const COPIED = ['src', 'test', 'corpus', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
/** The corpora, which are not among the tests that have to notice a mutant. */
const CORPORA = /\/(corpus|heldout[\w-]*|kinds)\.test\.ts$/;
/** A mutant whose tests take this many times as long as without it loops for ever, and counts as noticed. */
const PATIENCE = 5;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    room: { type: 'string', default: '' },
  },
});
const [sampleSize, seed, minutes] = [options.sample, options.seed, options.minutes].map(Number);
if (![sampleSize, seed, minutes].every((n) => n >= 0)) throw new Error('--sample, --seed and --minutes are numbers.');

const tests = globSync('test/checker/**/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !CORPORA.test(file))
  .sort();
const all = globSync(`src/checker/${options.room}/**/*.ts`)
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
  .flatMap((file) => {
    // read once: the sources may change while the tests run
    const source = readFileSync(file, 'utf8');
    return mutationsOf(file, source).map((mutation) => ({ ...mutation, file, source }));
  });

const random = seededRandom(seed);
const sample = all
  .map((mutant) => ({ mutant, key: random() }))
  .sort((a, b) => a.key - b.key)
  .slice(0, sampleSize)
  .map(({ mutant }) => mutant);

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
for (const name of COPIED) cpSync(name, join(copy, name), { recursive: true });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');

/** In milliseconds, from the time that the tests take without a mutant; 0 before that is known. */
let timeLimit = 0;

/**
 * Whether the tests pass in the copy.
 *
 * @param {readonly string[]} files
 * @returns {Promise<boolean>}
 */
const passes = (files) =>
  new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        resolve('node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        'unit',
        '--bail',
        '1',
        '--reporter',
        'dot',
        ...files,
      ],
      {
        cwd: copy,
        stdio: 'ignore',
      },
    );
    const timer = timeLimit > 0 ? setTimeout(() => child.kill('SIGKILL'), timeLimit) : undefined;
    child.once('exit', (code) => {
      clearTimeout(timer);
      done(code === 0);
    });
  });

/**
 * Whether the tests notice a mutant: those of its room first, then the others.
 *
 * @param {(typeof all)[number]} mutant
 */
async function isKilled({ file, source, start, end, text }) {
  writeFileSync(join(copy, file), source.slice(0, start) + text + source.slice(end));
  try {
    const room = file.replace(/^src/, 'test').replace(/[^/]*$/, '');
    const own = room === 'test/checker/' ? [] : tests.filter((test) => test.startsWith(room));
    if (own.length > 0 && !(await passes(own))) return true;
    return !(await passes(tests.filter((test) => !own.includes(test))));
  } finally {
    writeFileSync(join(copy, file), source);
  }
}

/** @param {(typeof all)[number]} mutant */
function placeOf({ file, source, start, end, text, kind }) {
  const lines = source.slice(0, start).split('\n');
  return {
    at: `${file}:${lines.length}:${lines[lines.length - 1].length + 1}`,
    kind,
    from: source.slice(start, end),
    to: text,
  };
}

try {
  const started = Date.now();
  if (!(await passes(tests))) throw new Error('The tests fail without any mutant: nothing to learn.');
  const began = Date.now();
  timeLimit = PATIENCE * (began - started);
  const survivors = [];
  let tried = 0;
  for (const mutant of sample) {
    if (Date.now() - began > minutes * 60_000) break;
    tried++;
    const killed = await isKilled(mutant);
    const place = placeOf(mutant);
    if (!killed) survivors.push(place);
    console.log(
      `${tried}/${sample.length} ${killed ? 'killed  ' : 'SURVIVED'} ${place.at} ${place.from} -> ${place.to}`,
    );
  }
  const killed = tried - survivors.length;
  const score = tried === 0 ? 0 : Math.round((1000 * killed) / tried) / 10;
  survivors.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  const record = { mutants: all.length, seed, sample: tried, killed, percent: score, survivors };
  const records = { ...JSON.parse(readFileSync(RECORD, 'utf8')), [options.room || 'all']: record };
  writeFileSync(RECORD, `${JSON.stringify(records, null, 2)}\n`);
  console.log(`${killed} of ${tried} mutants killed (${score} %), of ${all.length} in all.`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
