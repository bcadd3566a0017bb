import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** `dangerouslySetInnerHTML` for an element that stays as the server made it: Preact then does not look into it. */
const AS_SERVED = { dangerouslySetInnerHTML: { __html: '' } };

export const IN_BROWSER = typeof document !== 'undefined';

export interface Served {
  /** True as long as the markup of the server stands: the element is then given no children. */
  readonly kept: boolean;
  /** For the element itself. */
  readonly attributes: { readonly ref: RefObject<never> };
  /** From now on the element has children. */
  readonly release: () => void;
}

/**
 * An element whose contents need not be gone through when an island wakes: they are left as the server made them until
 * they are released, or until `source`, which they are drawn from, is another one.
 *
 *     const { kept, attributes } = useServed(table);
 *     return <tbody {...attributes}>{!kept && <Rows table={table} />}</tbody>;
 */
export function useServed(source?: unknown): Served {
  const first = useRef(source);
  const ref = useRef<never>(null);
  const [served, setServed] = useState(IN_BROWSER);
  const release = useCallback(() => setServed(false), []);
  // A component that was not in the page as built has no served HTML to keep.
  useLayoutEffect(() => {
    const element = ref.current as Element | null;
    if (element?.firstChild === null) release();
  }, []);
  const kept = served && source === first.current;
  // Once drawn by a script, the contents are drawn again from then on.
  if (served && !kept) release();
  return { kept, attributes: kept ? { ref, ...AS_SERVED } : { ref }, release };
}
