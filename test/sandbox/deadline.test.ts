import { describe, expect, it } from 'vitest';
import { deadlineText } from '@/sandbox/deadline.ts';

describe('a run whose time is up', () => {
  it('names the function whose call has lasted for most of the time', () => {
    const text = deadlineText({ called: 'gradient', call: 1, milliseconds: 100 }, 2000);
    expect(text).toContain('a call of gradient (number 1) had not returned after 1.9 s');
  });

  it('blames no function whose calls end', () => {
    const text = deadlineText({ called: 'loss', call: 248, milliseconds: 1900 }, 2000);
    expect(text).toContain('in call 248 or later of loss; the calls before it did end');
    expect(text).not.toContain('loop');
  });

  it('says that no function was called yet', () => {
    expect(deadlineText({ called: 'program', call: 1, milliseconds: 1 }, 2000)).toContain('at the top level');
    expect(deadlineText(undefined, 2000)).toContain('before the code had begun');
  });
});
