import { describe, expect, it } from 'vitest';
import { broughtBack, letGo, MOST_KEPT, opened, UNTOUCHED, type Work } from '@/lessons/playground/kept.ts';
import { INITIAL, type PlaygroundState } from '@/lessons/playground/state.ts';

const formula = (text: string): PlaygroundState => ({ ...INITIAL, formula: text });
const typed = (work: Work, text: string): Work => ({ ...work, state: { ...work.state, formula: text } });
const formulasOf = ({ state, kept }: Work) => [state.formula, kept.map((each) => each.formula)];

const own = typed(UNTOUCHED, 'my own');

describe('what the reader has made', () => {
  it('comes back after two links that were opened one after the other over it', () => {
    const twice = opened(opened(own, formula('link 1')), formula('link 2'));
    expect(formulasOf(twice)).toEqual(['link 2', ['my own']]);
    expect(formulasOf(broughtBack(twice))).toEqual(['my own', []]);
  });

  it('is kept beside a link that was changed, which is the reader’s own as well', () => {
    const changed = typed(opened(own, formula('link 1')), 'link 1, changed');
    const second = opened(changed, formula('link 2'));
    expect(formulasOf(second)).toEqual(['link 2', ['my own', 'link 1, changed']]);
    const back = broughtBack(second);
    expect(formulasOf(back)).toEqual(['link 1, changed', ['my own']]);
    expect(formulasOf(broughtBack(back))).toEqual(['my own', ['link 1, changed']]);
  });

  it('is nothing where nothing was typed, and where nothing typed is lost', () => {
    expect(opened(UNTOUCHED, formula('a link')).kept).toEqual([]);
    expect(opened(opened(UNTOUCHED, formula('a link')), INITIAL).kept).toEqual([]);
    expect(opened(own, { ...own.state, code: 'a template' }).kept).toEqual([]);
  });

  it('stays the reader’s own once it is back', () => {
    const back = broughtBack(opened(own, formula('a link')));
    expect(formulasOf(opened(back, formula('another')))).toEqual(['another', ['my own']]);
  });

  it('goes when its owner lets it go', () => {
    expect(formulasOf(letGo(opened(own, formula('a link'))))).toEqual(['a link', []]);
  });

  it('is kept once, and not without bound', () => {
    let work = own;
    for (let i = 0; i < 3; i++) work = typed(opened(work, formula('a link')), 'my own');
    expect(opened(work, formula('a link')).kept).toHaveLength(1);
    for (let i = 0; i < 30; i++) work = opened(typed(work, `version ${i}`), formula('a link'));
    expect(work.kept).toHaveLength(MOST_KEPT);
    expect(work.kept.at(-1)?.formula).toBe('version 29');
  });
});
