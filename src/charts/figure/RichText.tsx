import { runs } from './rich.ts';

const TAGS = { plain: 'span', italic: 'i', raised: 'sup', lowered: 'sub' } as const;

/** A label of `rich.ts` in HTML. */
export function RichText({ text }: { readonly text: string }) {
  return (
    <>
      {runs(text).map((run, index) => {
        const Tag = TAGS[run.style];
        return run.style === 'plain' ? run.text : <Tag key={index}>{run.text}</Tag>;
      })}
    </>
  );
}
