import type { ComponentChildren } from 'preact';
import { useServed } from '@/charts/wake/served.ts';

/** Something that scrolls where it is too large. What scrolls must be reachable by keyboard, and has a name then. */
export function ScrollRegion({
  label,
  children,
  ...rest
}: {
  label: string;
  children: ComponentChildren;
  class: string;
  'data-output'?: string;
  'data-stale'?: string | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section {...rest} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

export interface ScrollTableProps {
  label: string;
  /** Its `Head` and `NumberHead` cells. */
  head: ComponentChildren;
  caption?: ComponentChildren;
  class?: string;
  /** The data that the whole table is drawn from, if it holds no controls: it is not drawn again until this is another object. */
  source?: unknown;
  /** Its rows. */
  children: ComponentChildren;
}

/** A table that scrolls sideways on a narrow screen. */
export function ScrollTable({ label, head, caption, class: name, source, children }: ScrollTableProps) {
  const served = useServed(source);
  const kept = source !== undefined && served.kept;
  return (
    <ScrollRegion class="table-scroll" label={label}>
      <table class={name} {...(kept && served.attributes)}>
        {!kept && (
          <>
            {caption !== undefined && <caption>{caption}</caption>}
            <thead>
              <tr>{head}</tr>
            </thead>
            <tbody>{children}</tbody>
          </>
        )}
      </table>
    </ScrollRegion>
  );
}

export const Head = ({ children }: { children: ComponentChildren }) => <th scope="col">{children}</th>;

export type NumberTone = 'analytic' | 'numeric' | 'truth' | 'error';

/** The head of a column of numbers, in the colour of what they are. */
export const NumberHead = ({
  tone,
  class: name = '',
  children,
}: {
  tone?: NumberTone;
  class?: string;
  children: ComponentChildren;
}) => (
  <th scope="col" class={`number ${tone === undefined ? '' : `gc-${tone}`} ${name}`.trimEnd()}>
    {children}
  </th>
);
