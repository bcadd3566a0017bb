/** How the checker is used in a project of one's own: shown on the page of the reference, each followed by a test. */
import { BROWSER, JAVASCRIPT } from './javascript.ts';
import { LANGUAGES } from './languages.ts';
import type { Recipe } from './recipe.ts';

const PROJECT: Recipe = {
  id: 'project',
  title: 'A whole project',
  text: 'A model, its gradient, its test and the package in one archive. Nothing is fetched to run it.',
  needs: { unzip: ['unzip', '-v'] },
  steps: [
    { save: 'gradient-checking-project.zip' },
    { run: 'unzip gradient-checking-project.zip' },
    { run: 'cd gradient-checking-project' },
    { run: 'npm install' },
    { run: 'npm test', prints: 'pass 1' },
    { run: 'npm run check', prints: 'PASS: The gradient is right: all 3 elements agree' },
  ],
};

export const RECIPES: readonly Recipe[] = [...JAVASCRIPT, BROWSER, ...LANGUAGES, PROJECT];
