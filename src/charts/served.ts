import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What the contents of an element that is left as it was served are said to be: Preact then looks at none of them. */
const AS_SERVED = { dangerouslySetInnerHTML: { __html: '' } };

export interface Served {
  /** True as long as the markup of the server stands: the element is then given no children. */
  readonly kept: boolean;
  /** For the element itself. */
  readonly attributes: { readonly ref: RefObject<never> };
}

/**
 * Contents without handlers, such as a table of hundreds of cells, need not be gone through when an island wakes. They
 * are left as the server made them until `source`, which they are drawn from, is another one.
 *
 *     const { kept, attributes } = useServed(table);
 *     return <tbody {...attributes}>{!kept && <Rows table={table} />}</tbody>;
 */
export function useServed(source: unknown): Served {
  const first = useRef(source);
  const ref = useRef<never>(null);
  const [served, setServed] = useState(typeof document !== 'undefined');
  // An element that came later was never served.
  useEffect(() => {
    const element = ref.current as Element | null;
    if (element?.firstChild === null) setServed(false);
  }, []);
  const kept = served && source === first.current;
  // What has once been drawn is not handed back.
  if (served && !kept) setServed(false);
  return { kept, attributes: kept ? { ref, ...AS_SERVED } : { ref } };
}
