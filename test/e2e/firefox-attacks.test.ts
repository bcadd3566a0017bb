/**
 * The kinds of attacks that other files try in Chromium, tried in Firefox. Firefox does not report the processor time of a
 * page's thread, so the time without an answer is counted in ticks of another thread of the page, and its bound is ten times as
 * wide.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@/sandbox/protocol.ts';
import { drive } from './support/both-browsers.ts';
import { PROGRAM } from './support/cell.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { PLAYGROUND, packedLink } from './support/playground.ts';
import { CUT, THROWN } from './support/prints.ts';
import { answeringHost, cachesAfter, PART_ANSWERS } from './support/versions.ts';

const FIGURE = '[data-island="playground"]';
const FORMULA = `${FIGURE} .formula-input input`;
const TICK = 10;
const SILENT = 1000;
const TRIES = 3;

const squares = Array.from({ length: 26 }).reduce<string>((inner) => `(${inner})^2`, 'x');
const formula = (text: string) => packedLink({ mode: 'formula', formula: text, gradient: '' });
const DRAWN = `${FIGURE}:has(.playground-notice) .formula-result:not([data-stale])`;

/** Attacks on a page, each with the sign that the page has dealt with it. */
const ATTACKS = [
  ['a formula of 100 variables', 'hash', formula(Array.from({ length: 100 }, (_, i) => `a${i}`).join('+')), DRAWN],
  ['a formula of 26 squares', 'hash', formula(squares), DRAWN],
  [
    'code of 20,000 empty lines',
    'hash',
    packedLink({ mode: 'typescript', code: '\n'.repeat(20_000) }),
    `${FIGURE}:has(.playground-notice) .cm-content`,
  ],
  [
    'a message of 49,000 marks of direction',
    'paste',
    '\u202e\u2066'.repeat(24_500),
    '.failure-answer:not([data-stale]):not(:has([data-finding]))',
  ],
] as const;

describe.skipIf(firefoxPath === undefined)('in Firefox', () => {
  const { page, url, troubles, text, press, leave, setCode, openCell, runInCell } = drive(launchFirefox);

  /** Does that to the page: the longest time without an answer until this is seen, in milliseconds of another thread. */
  const silence = (way: 'hash' | 'paste', given: string, seen: string) =>
    page().evaluate(
      async (how, value, selector, tick) => {
        const count = `let now = 0, last = 0, longest = 0;
          setInterval(() => { now += ${tick}; }, ${tick});
          onmessage = ({ data }) => { longest = Math.max(longest, now - last); last = now; if (data) postMessage(longest); };`;
        const clock = new Worker(URL.createObjectURL(new Blob([count])));
        if (how === 'hash') location.hash = value;
        else {
          document.querySelector('textarea')?.focus();
          document.execCommand('selectAll');
          document.execCommand('insertText', false, value);
        }
        return new Promise<number>((resolve) => {
          clock.onmessage = ({ data }) => resolve(data);
          const answer = () => {
            const done = document.querySelector(selector) !== null;
            clock.postMessage(done);
            if (!done) setTimeout(answer);
          };
          answer();
        });
      },
      way,
      given,
      seen,
      TICK,
    );

  describe('a program', () => {
    beforeAll(openCell);

    it.each(CUT)('prints %s cut to what can be read', async (_, code) => {
      const output = await runInCell(code);
      expect(output).toContain('ran');
      expect(output.length).toBeLessThan(3 * LIMITS.lineLength);
    });

    it.each(THROWN)('throws %s, and that is said', async (_, code) => {
      expect((await runInCell(`console.log('ran');\n${code}`)).split('\n')).toHaveLength(2);
    });

    it('has the marks in its text shown, and its lines counted as the editor does', async () => {
      const lines = [
        "const side = 'left\u202e'; // a\u2028",
        'const zero = `\u2029`;',
        "throw new Error('here\u2066');",
      ];
      expect(await runInCell(lines.join('\n'))).toBe('Line 3: Error: here\\u2066');
      await setCode(PROGRAM, `${lines.join('\n')} lоss\u200b`);
      const marks = await page().evaluate(
        (root) =>
          [...document.querySelectorAll<HTMLElement>(`${root} :is(.cm-hidden-character, .cm-look-alike)`)].map(
            ({ innerText }) => innerText,
          ),
        PROGRAM,
      );
      expect(marks).toEqual(['\\u202e', '\\u2028', '\\u2029', '\\u2066', 'о', '\\u200b']);
    });
  });

  it('keeps the reader’s own formula under two links opened one after the other', async () => {
    await page().goto(url() + PLAYGROUND);
    await page().waitForSelector(`${FIGURE}[data-ready]`);
    await page().click(FORMULA, { count: 3 });
    await page().keyboard.type('x^3');
    // the draft follows the keys a moment later
    await page().waitForFunction(() => location.hash.startsWith('#v2='));
    for (const other of ['y^4', 'z^5']) {
      await leave();
      await page().goto(url() + PLAYGROUND + formula(other));
      await page().waitForFunction((theirs) => sessionStorage.getItem('playground-draft')?.includes(theirs), {}, other);
    }
    await press(FIGURE, 'Bring back mine');
    await page().waitForFunction(
      (input) => document.querySelector<HTMLInputElement>(input)?.value === 'x^3',
      {},
      FORMULA,
    );
    expect(await text(FIGURE)).not.toContain('Let it go');
  });

  it.each(ATTACKS)('the tab answers during %s', async (_, way, given, seen) => {
    const silences: number[] = [];
    troubles.length = 0;
    while (silences.length < TRIES && !silences.some((each) => each < SILENT)) {
      await leave();
      await page().goto(url() + (way === 'hash' ? PLAYGROUND : 'tools/failure/'));
      await page().waitForSelector('[data-island][data-ready]');
      silences.push(await silence(way, given, seen));
    }
    expect(Math.min(...silences)).toBeLessThan(SILENT);
    expect(troubles).toEqual([]);
  });

  it('a figure in a frame wakes, and tells its height and nothing else', async () => {
    await leave();
    const told = await page().evaluate(
      (src) =>
        new Promise<unknown[]>((resolve) => {
          const messages: unknown[] = [];
          addEventListener('message', ({ data }) => {
            messages.push(data);
            if ((data as { height: number }).height > 300) resolve(messages);
          });
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
        }),
      `${url()}embed/step-size/?step-size.h=1e-9`,
    );
    for (const message of told)
      expect(message).toEqual({ type: 'gradient-checking:height', figure: 'step-size', height: expect.any(Number) });
    const frame = await (await page().waitForSelector('iframe'))?.contentFrame();
    await frame?.waitForSelector('[data-island="step-size"][data-ready]');
  });

  describe('keeps a file for use without a network only as it was built', () => {
    it.each(PART_ANSWERS)('%s', async (_name, answer, kept) => {
      expect(await cachesAfter(page(), await answeringHost(answer))).toHaveLength(kept);
    });
  });
});
