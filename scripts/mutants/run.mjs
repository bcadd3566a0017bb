// @ts-check
// `npm run mutants`: plants small faults in src/checker and counts those that the unit tests notice, without the corpora
// and without the tests that take longer than a third of a second. All mutants are planted at once, each behind a switch.
// Each test is run alone, which tells the mutants that it reaches; then one mutant after the other is switched on for the
// tests that reach it, those of its room first and the quickest of them first, up to one that fails.
// Options: --room R, as often as you like: a folder of src/checker, or `top` for the files beside them (default: all
// rooms); --sample N, how many mutants of each room (default 60); --seed S of the sample (default 1); --minutes M: start
// no further mutant after so long.
// The record is docs/mutants.json: an entry for each room, and their mean, weighted by how many mutants a room has.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/checker/random.ts';
import { bundleTest } from './bundle.mjs';
import { mutationsOf, plantAll } from './mutations.mjs';
import { TestThread } from './test-thread.mjs';

/** @typedef {import('./tests.mjs').Answer} Answer */

const RECORD = 'docs/mutants.json';
/** What each test reaches, by the hash of its script. */
const REACHED = 'node_modules/.cache/mutants';
/** In seconds: a test that takes longer is not run for every mutant. */
const SLOW = 0.3;
/** In seconds: what the tests take together that are run for one mutant, the likeliest to notice it. */
const ENOUGH = 3;
/** Tests that take this many times as long as without a mutant, and some seconds, loop for ever: the mutant is noticed. */
const PATIENCE = 10;
const AT_LEAST = 3;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    room: { type: 'string', multiple: true, default: [] },
  },
});
const [sampleSize, seed, minutes] = [options.sample, options.seed, options.minutes].map(Number);
if (![sampleSize, seed, minutes].every((n) => n >= 0)) throw new Error('--sample, --seed and --minutes are numbers.');

/** @param {string} pattern */
const filesLike = (pattern) =>
  globSync(pattern)
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
/** @param {string} file of src/checker or test/checker */
const roomOf = (file) => (file.split('/').length > 3 ? file.split('/')[2] : 'top');

let count = 0;
const sources = filesLike('src/checker/**/*.ts').map((file) => {
  const source = readFileSync(file, 'utf8');
  const mutations = mutationsOf(file, source);
  const first = count;
  count += mutations.length;
  return { file, source, planted: plantAll(source, mutations, first), mutations, first };
});
const mutants = sources.flatMap(({ file, source, mutations, first }) =>
  mutations.map((mutation, i) => ({ ...mutation, file, source, id: first + i })),
);
const rooms = [...new Set(sources.map(({ file }) => roomOf(file)))].sort();
const unknown = options.room.find((room) => !rooms.includes(room));
if (unknown !== undefined) throw new Error(`There is no room ${unknown}: --room is one of ${rooms.join(', ')}.`);

const planted = new Map(sources.map((each) => [each.file, each.planted]));
/** @type {[string, string][]} */
const scripts = [];
for (const file of filesLike('test/checker/**/*.test.ts')) {
  const { code, hasCorpus } = await bundleTest(file, planted);
  if (!hasCorpus) scripts.push([file, code]);
}
const thread = new TestThread(scripts);

/**
 * What each test of a file reaches, and how long it takes, when it is run alone.
 *
 * @param {string} file
 * @param {string} code
 * @returns {Promise<Answer[]>}
 */
async function reachedBy(file, code) {
  const kept = `${REACHED}/${createHash('sha256').update(code).digest('hex')}.json`;
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  /** @param {number[]} only */
  const reach = (only) => thread.run({ file, mutant: -1, only }, SLOW + 1);
  const answers = [];
  const { tests } = await reach([]);
  for (let i = 0; i < tests; i++) answers.push(await reach([i]));
  mkdirSync(REACHED, { recursive: true });
  writeFileSync(kept, JSON.stringify(answers));
  return answers;
}

/** @type {{ file: string, tests: { isUsed: boolean, seconds: number, reached: Set<number> }[] }[]} */
const suites = [];
for (const [file, code] of scripts) {
  const tests = (await reachedBy(file, code)).map(({ failure, seconds, reached }) => ({
    isUsed: failure === undefined && seconds <= SLOW,
    seconds,
    reached: new Set(reached),
  }));
  const used = tests.filter(({ isUsed }) => isUsed).length;
  if (used < tests.length || used === 0)
    console.log(`${file}: ${used} of ${tests.length} tests are used; the others take long, or do not pass alone.`);
  suites.push({ file, tests });
}

/** @param {(typeof mutants)[number]} mutant */
async function isKilled({ id, file }) {
  const room = roomOf(file);
  const runs = suites
    .map((suite) => {
      const only = [...suite.tests.keys()].filter((i) => suite.tests[i].isUsed && suite.tests[i].reached.has(id));
      const seconds = only.reduce((sum, i) => sum + suite.tests[i].seconds, 0);
      return { file: suite.file, only, seconds, isOwn: room !== 'top' && roomOf(suite.file) === room };
    })
    .filter(({ only }) => only.length > 0)
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.seconds - b.seconds);
  let spent = 0;
  for (const { file, only, seconds } of runs) {
    spent += seconds;
    if (spent > ENOUGH) break;
    if ((await thread.run({ file, mutant: id, only }, PATIENCE * seconds + AT_LEAST)).failure !== undefined)
      return true;
  }
  return false;
}

/** @param {(typeof mutants)[number]} mutant */
function placeOf({ file, source, start, end, text, kind }) {
  const lines = source.slice(0, start).split('\n');
  return {
    at: `${file}:${lines.length}:${lines[lines.length - 1].length + 1}`,
    kind,
    from: source.slice(start, end),
    to: text,
  };
}

/** @param {number} killed @param {number} tried */
const percentOf = (killed, tried) => Math.round((1000 * killed) / tried) / 10;

const began = Date.now();
const isTimeLeft = () => Date.now() - began < minutes * 60_000;
for (const room of options.room.length > 0 ? options.room : rooms) {
  const all = mutants.filter(({ file }) => roomOf(file) === room);
  const random = seededRandom(seed);
  const sample = all
    .map((mutant) => ({ mutant, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, sampleSize)
    .map(({ mutant }) => mutant);
  const survivors = [];
  let tried = 0;
  for (const mutant of sample) {
    if (!isTimeLeft()) break;
    tried++;
    if (await isKilled(mutant)) continue;
    const place = placeOf(mutant);
    survivors.push(place);
    console.log(`  ${place.at} ${place.from} -> ${place.to}`);
  }
  if (tried === 0) break;
  const killed = tried - survivors.length;
  survivors.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  const record = { mutants: all.length, seed, sample: tried, killed, percent: percentOf(killed, tried), survivors };
  const { all: _, ...kept } = JSON.parse(readFileSync(RECORD, 'utf8'));
  /** @type {Record<string, typeof record>} */
  const records = { ...kept, [room]: record };
  const total = Object.values(records).reduce((sum, each) => sum + each.mutants, 0);
  const expected = Object.values(records).reduce((sum, each) => sum + (each.mutants * each.killed) / each.sample, 0);
  const sorted = Object.fromEntries(Object.entries(records).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(
    RECORD,
    `${JSON.stringify({ all: { mutants: total, percent: percentOf(expected, total) }, ...sorted }, null, 2)}\n`,
  );
  console.log(`${room}: ${killed} of ${tried} mutants killed (${record.percent} %), of ${all.length} in all.`);
}
thread.end();
