/**
 * The published messages of corpus/messages: none is contradicted, no name above low confidence is false, and the figures that
 * were reached are held.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FailureReading, readFailure, readFailureFiles } from '../../src/failures/index.ts';
import { allowedFor } from './names.ts';

interface Sample {
  readonly file: string;
  readonly pair?: string;
  readonly complete: boolean;
  readonly pairs: number | null;
  readonly first?: { readonly analytic: number; readonly numeric: number };
  readonly expect: { readonly verdict: string; readonly pattern: string | null };
  readonly fromNumbers: 'yes' | 'partly' | 'no';
}

const FOLDER = 'corpus/messages';
const { samples } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')) as { samples: Sample[] };

const bytes = (name: string) => ({ name, bytes: Uint8Array.from(readFileSync(`${FOLDER}/${name}`)) });

const readings = samples.map((sample): { sample: Sample; reading: FailureReading } => {
  const { file, pair } = sample;
  const both = pair !== undefined && existsSync(`${FOLDER}/${pair}`) ? [pair] : [];
  const reading = file.endsWith('.npy')
    ? readFailureFiles([file, ...both].map(bytes))
    : readFailure(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  return { sample, reading };
});

const visible = ({ comparisons }: FailureReading): number => comparisons.reduce((sum, each) => sum + each.visible, 0);

/** The first pair stands as it was printed, and none is missing. */
function isWhole({ sample: { pairs, first }, reading }: (typeof readings)[number]): boolean {
  const pair = reading.comparisons[0];
  const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) <= 1e-12 * Math.abs(b);
  const begins = !first || (near(pair?.analytic[0], first.analytic) && near(pair?.numeric[0], first.numeric));
  return begins && (pairs === null || visible(reading) >= pairs);
}

const complete = readings.filter(({ sample }) => sample.complete);
const whole = complete.filter(isWhole);
const telling = readings.filter(({ sample }) => sample.fromNumbers !== 'no');
const right = telling.filter(({ sample, reading }) => reading.conclusion === sample.expect.verdict);

console.warn(
  [
    `published messages, ${samples.length}: read to the last pair ${whole.length} of ${complete.length} complete ones,`,
    `concluded rightly ${right.length} of the ${telling.length} that can be told`,
  ].join(' '),
);

describe('a published message', () => {
  it.each(readings)('is not contradicted: $sample.file', ({ sample, reading }) => {
    const opposite = { wrong: 'right', right: 'wrong' }[sample.expect.verdict];
    expect(reading.conclusion).not.toBe(opposite);
  });

  it.each(readings)('bears no false name above low: $sample.file', ({ sample, reading }) => {
    const { pattern } = sample.expect;
    const allowed = allowedFor(pattern);
    const named = reading.findings.filter(({ confidence }) => confidence !== 'low').map(({ kind }) => kind as string);
    // Arrays of two shapes get this name too, for any cause.
    expect(named.filter((kind) => !allowed.includes(kind) && kind !== 'wrong-shape')).toEqual([]);
  });

  it.each(readings)('is answered in English, with a next step: $sample.file', ({ reading }) => {
    expect(reading.summary).toMatch(/^[A-Z].*[.?]$/s);
    if (reading.conclusion === 'undecided') expect(reading.next.length).toBeGreaterThan(0);
    for (const { says } of reading.findings) expect(says).toMatch(/[.?]$/);
  });
});

describe('over the published messages', () => {
  it('at least 95 % of the complete ones are read to the last pair', () => {
    expect(whole.length / complete.length).toBeGreaterThanOrEqual(0.98);
  });

  it('at least 75 % of those that can be told are concluded rightly', () => {
    expect(right.length / telling.length).toBeGreaterThanOrEqual(0.95);
  });
});
