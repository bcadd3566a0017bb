import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { DrawnAwake } from './awake.ts';
import { IN_BROWSER, useServed } from './served.ts';
import { inTurn } from './turn.ts';

/**
 * What is drawn in it wakes in a task of its own, after the controls around it; until then it is as it was served. It
 * takes a function, so that nothing is worked out before.
 */
export function Later({
  class: name,
  children,
}: {
  readonly class: string;
  readonly children: () => ComponentChildren;
}) {
  const { kept, attributes, release } = useServed();
  useEffect(() => inTurn(release), []);
  return (
    <div class={name} {...attributes}>
      {!kept && <DrawnAwake.Provider value={IN_BROWSER}>{children()}</DrawnAwake.Provider>}
    </div>
  );
}
