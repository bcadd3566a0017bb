import { createRenderer } from '@astrojs/starlight/expressive-code';
import { afterEach, expect, it, vi } from 'vitest';
import config from '../../ec.config.mjs';

afterEach(() => vi.restoreAllMocks());

type Options = NonNullable<Parameters<typeof createRenderer>[0]>;
/** Starlight's options are those of Expressive Code, with two themes of its own. */
const own = config as unknown as Options;

const LINE = 'const slope = (f(x + h) - f(x - h)) / (2 * h);';

/** How many pieces of a line have a colour, on a machine on which a second passes from one look at the clock to the next. */
async function coloured(options: Options): Promise<number> {
  const { ec } = await createRenderer(options);
  let clock = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => {
    clock += 1000;
    return clock;
  });
  const { renderedGroupAst } = await ec.render({ code: LINE, language: 'js' });
  return JSON.stringify(renderedGroupAst).split('"tagName":"span"').length - 1;
}

it('a line of code has all its colours, however long the machine takes for it', async () => {
  const { shiki: _, ...limited } = own;
  expect(await coloured(own)).toBeGreaterThan(10);
  expect(await coloured(limited)).toBeLessThan(3);
});
