import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { bugList } from '@/examples/bug-list/index.ts';
import { EXERCISES } from '@/examples/exercises/index.ts';
import { pages, proseOf } from './prose.ts';

const spell = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
for (const word of readFileSync('test/content/words.txt', 'utf8').split('\n'))
  if (word && !word.startsWith('#')) spell.add(word);

/** American spellings, which the dictionary knows and this site does not use. */
const AMERICAN =
  /\b(?:(?:color|behavior|neighbor|favor|honor|labor)\w*|\w+(?:iz(?:e[sd]?|ing|ations?|ers?))|analyz\w+|cent(?:er(?:ed|s)?)|modeling|labeled|canceled)\b/gi;
const NOT_AMERICAN = /^(?:siz\w+|size\w*|seiz\w+|priz\w+|citizen\w*|resiz\w+|center|horizon\w*|maximiz\w+)$/i;

function misspelt(prose: string): string[] {
  const found = prose.match(/(?<![\p{L}\p{N}_/.@-])\p{L}[\p{L}’']*(?:-\p{L}+)*(?![\p{L}\p{N}_])/gu) ?? [];
  const unknown = found
    .flatMap((word) => word.split('-'))
    .map((word) => word.replaceAll('’', "'").replace(/'s?$/, ''))
    .filter((word) => word.length > 1 && !/^\p{Lu}+s?$/u.test(word) && !spell.correct(word));
  const american = (prose.match(AMERICAN) ?? []).filter((word) => !NOT_AMERICAN.test(word));
  return [...new Set([...unknown, ...american])];
}

/** The text of a source file that a reader may see: its strings, without what stands in templates' braces. */
function stringsOf(file: string): string {
  const code = readFileSync(file, 'utf8')
    .replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
    .replace(/^import .*$/gm, '');
  const strings = code.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
  return strings
    .map((text) =>
      text
        .slice(1, -1)
        .replace(/\$\{[^}]*\}/g, ' ')
        .replace(/`[^`]*`/g, ' '),
    )
    .filter((text) => /\s/.test(text.trim()))
    .join('\n');
}

const code = (text: string): string => text.replace(/`[^`]*`/g, ' ');

describe('the spelling of', () => {
  it.each(pages.map(({ file, source }) => [file, source] as const))('%s', (_, source) => {
    expect(misspelt(proseOf(source))).toEqual([]);
  });

  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))('exercise %s', (_, exercise) => {
    const { title, question, hints, solution } = exercise;
    expect(misspelt(code([title, ...question, ...hints, ...solution].join('\n')))).toEqual([]);
  });

  it('every finding and verdict', () => {
    const text = stringsOf('src/checker/words/wording.ts');
    expect(text).toContain('The gradient is right');
    expect(misspelt(text)).toEqual([]);
  });

  it.each(Object.entries(bugList))('the bug list on %s', (_, { meaning, signature }) => {
    expect(misspelt(code(`${meaning}\n${signature}`))).toEqual([]);
  });
});

describe('the guard itself', () => {
  it('catches a slip, and American spelling', () => {
    expect(misspelt('The gradeint of the colour')).toEqual(['gradeint']);
    expect(misspelt('The color of a normalized behavior')).toEqual(['color', 'normalized', 'behavior']);
  });

  it('accepts British spelling, names and numbers', () => {
    expect(misspelt('Ridders normalised the behaviour of 12 neighbours, say NumPy and SciPy.')).toEqual([]);
  });
});
