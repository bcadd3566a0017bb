import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyWay, FORGERIES, forged } from '../python/ways.ts';
import { inBothBrowsers } from './support/both-browsers.ts';
import { type Listener, listen } from './support/listener.ts';
import { link, PLAYGROUND } from './support/playground.ts';

const MODE = '[data-island="playground"] .playground-mode:not([hidden])';
const NETWORK = readFileSync('src/lessons/playground/templates/python/two_layer_network.py', 'utf8');
const UNSUMMED = NETWORK.replace('dh.sum(axis=0)', 'dh');

/** A pair that prints how many microseconds NumPy's own work takes in a call. */
const timed = (x: string, loss: string, gradient: string) => `import time
import numpy as np
x = ${x}
def loss(w): return ${loss}
def gradient(w): return ${gradient}
own = []
for _ in range(9):
    start = time.perf_counter()
    for _ in range(400): loss(x)
    own.append((time.perf_counter() - start) / 400)
print(round(sorted(own)[4] * 1e6, 2))
`;
/** The forgeries that go furthest; test/python/walls.test.ts has all of them. */
const TRIED = /method|module|report/;

const PAIRS = [
  ['array of 10', timed('np.linspace(.1, 1, 10)', 'np.sum(np.sin(w))', 'np.cos(w)')],
  ['array of 100', timed('np.linspace(.1, 1, 100)', 'np.sum(np.sin(w))', 'np.cos(w)')],
  ['array of 1000', timed('np.linspace(.1, 1, 1000)', 'np.sum(np.sin(w))', 'np.cos(w)')],
  [
    'dict of four arrays of 25',
    timed(
      '{k: np.linspace(.1, 1, 25) for k in "abcd"}',
      'sum(np.sum(np.sin(v)) for v in w.values())',
      '{k: np.cos(v) for k, v in w.items()}',
    ),
  ],
] as const;

inBothBrowsers(({ page, url, text, setCode, finish, troubles }, browser) => {
  let listener: Listener;
  const output = () => text(`${MODE} [data-output]`);
  const milliseconds = async () => Number.parseInt(await text(`${MODE} .check-said .caption`), 10);
  const check = async (code: string) => {
    await setCode(MODE, code);
    await finish(MODE, 'Check');
    return page().evaluate(
      (mode) => ({
        verdict: document.querySelector<HTMLElement>(`${mode} .verdict`)?.dataset['verdict'],
        said: document.querySelector<HTMLElement>(`${mode} .check-run`)?.innerText ?? '',
        error: document.querySelector<HTMLElement>(`${mode} .run-errors`)?.innerText ?? '',
      }),
      MODE,
    );
  };
  const traces = () =>
    page().evaluate(() => ({
      path: location.pathname,
      globals: Object.getOwnPropertyNames(window).length,
      cookie: document.cookie,
    }));

  beforeAll(async () => {
    listener = await listen();
    await page().goto(url() + PLAYGROUND);
    await page().waitForSelector('[data-island="playground"][data-ready]');
  });
  afterAll(async () => {
    await listener?.close();
  });

  it('a bias that is not summed over the batch is named, from the first click on', async () => {
    const begun = performance.now();
    await page().goto('about:blank');
    await page().goto(url() + PLAYGROUND + link({ mode: 'python', python: UNSUMMED }));
    await page().waitForSelector(`${MODE} .cm-content`);
    const opened = performance.now();
    await finish(MODE, 'Check');
    const first = performance.now();
    expect(await text(`${MODE} .check-said`)).toContain('Not summed over the batch: b1');
    const later = await check(`${UNSUMMED}\n# again`);
    expect(later.said).toContain('Not summed over the batch: b1');
    expect((await check(NETWORK)).verdict).toBe('pass');
    console.info(
      `Python in ${browser}: page and editor ${Math.round(opened - begun)} ms, then from Check to the first verdict ${Math.round(first - opened)} ms, a later check ${await milliseconds()} ms`,
    );
  });

  it('right gradients of ten to a thousand elements pass, and what an evaluation takes is printed', async () => {
    for (const [name, code] of PAIRS) {
      expect((await check(code)).verdict).toBe('pass');
      const [, evaluations] = /in ([\d,]+) evaluations/.exec(await text(`${MODE} .check-report`)) ?? [];
      const own = Number((await output()).split('\n')[0]);
      const count = Number(evaluations?.replaceAll(',', ''));
      expect(count).toBeGreaterThan(20);
      const whole = await milliseconds();
      // the time of a run includes the 3600 calls that were timed
      const each = ((whole - 3.6 * own) * 1000) / count - own;
      console.info(
        `Python in ${browser}, ${name}: ${count} evaluations in ${whole} ms with the timing; NumPy's own work takes ${own} µs each, all else of the run ${each.toFixed(1)} µs`,
      );
    }
  });

  it('nothing gets out by any way', async () => {
    const before = await traces();
    listener.heard();
    await check(everyWay(listener.port));
    expect((await output()).trim()).toMatch(/^ran$/m);
    expect(await output()).not.toContain('OUT');
    expect(listener.heard()).toBe(0);
    expect(await traces()).toEqual(before);
  });

  it.each(FORGERIES.filter(([way]) => TRIED.test(way)))(
    'a wrong gradient does not pass by changing %s',
    async (_, begin) => {
      const { verdict = 'fail', said, error } = await check(forged(begin));
      expect(verdict).toBe('fail');
      expect(said + error).toMatch(/wrong|factor|Error|error|forged|changed/i);
    },
  );

  it('nothing of one run is left for the next, and a memory hog ends with the page alive', async () => {
    await check(
      'import numpy as np, sys, builtins\nnp.sum = lambda a: 7\nbuiltins.kept = 1\nsys.modules["kept"] = sys\nprint("left")',
    );
    expect(await output()).toContain('left');
    const hog = await check('import numpy as np\nx = [np.ones(10 ** 7) for _ in range(100)]');
    expect(hog.error).toContain('Unable to allocate');
    await check(
      'import numpy as np, sys, builtins\nprint(np.sum([1.0, 2.0]), hasattr(builtins, "kept"), "kept" in sys.modules)',
    );
    expect(await output()).toContain('3.0 False False');
    expect(troubles).toEqual([]);
  });
});
