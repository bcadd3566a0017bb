import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RECIPES } from '@/site/reference/recipes/index.ts';
import { HOST } from '@/site/reference/recipes/recipe.ts';
import { serve } from '../../scripts/serve.mjs';
import { DIST, useSite } from './support/site.ts';

const site = useSite('/some/path/');
const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the recipes', () => {
  it('say where the site was found, in what is read and in what is copied', async () => {
    const { page, context, troubles } = await site.open('tools/reference/');
    const install = `npm install ${site.url()}gradient-checking.tgz`;
    const recipes = page.locator('.recipes');
    await expect.poll(() => recipes.innerText()).toContain(install);
    expect(await recipes.innerHTML()).not.toContain(`${HOST}gradient`);
    expect(await recipes.locator('[data-code]').first().getAttribute('data-code')).toContain(install);
    const archive = await context.request.get(`${site.url()}gradient-checking.tgz`);
    expect(archive.status()).toBe(200);
    await context.close();
    expect(troubles).toEqual([]);
  });

  it('for a browser work in a fresh folder, exactly as they are printed', async () => {
    const { steps = [] } = RECIPES.find(({ id }) => id === 'browser') ?? {};
    for (const step of steps) {
      if ('file' in step) writeFileSync(path.join(folder, step.file), step.text);
      if ('save' in step) copyFileSync(path.join(DIST, step.save), path.join(folder, step.save));
    }
    const served = await serve(folder, { base: '/' });
    const page = await site.browser().newPage();
    await page.goto(served.url);
    await page.getByText('PASS: The gradient is right: both elements agree').waitFor();
    await page.close();
    await served.close();
  });
});
