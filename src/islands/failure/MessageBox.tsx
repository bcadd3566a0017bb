import { useId, useState } from 'preact/hooks';
import { boxText, fromText, heldText, type Source } from '@/lessons/failure/source.ts';
import { sourceOfFiles } from './files.ts';

interface Props {
  readonly source: Source;
  readonly awake: boolean;
  /** Something else to read, as a whole. */
  readonly onSource: (source: Source) => void;
  /** The text as it is being typed. */
  readonly onText: (text: string) => void;
}

/** The box for the message. What is pasted takes the place of a sample; what is too long for a box is kept beside it. */
export function MessageBox({ source, awake, onSource, onText }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const note = problem ?? heldText(source);
  /** Whether the text was taken as a whole, and the browser need not put it into the box. */
  const taken = (text: string): boolean => {
    const given = fromText(text);
    if (text === '' || (given.kind === 'typed' && source.kind === 'typed')) return false;
    setProblem(undefined);
    onSource(given);
    return true;
  };
  const drop = async (files: FileList) => {
    const given = await sourceOfFiles(files);
    setProblem(given.ok ? undefined : given.problem);
    if (given.ok) onSource(given.source);
  };
  return (
    <div class="field">
      <label for={id}>The message, as it was printed</label>
      <textarea
        id={id}
        class="failure-box"
        rows={9}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        readOnly={!awake}
        aria-describedby={`${id}-note`}
        value={boxText(source)}
        onInput={(event) => {
          setProblem(undefined);
          onText(event.currentTarget.value);
        }}
        onPaste={(event) => {
          const { files } = event.clipboardData ?? {};
          if (files?.length) drop(files);
          else if (!taken(event.clipboardData?.getData('text/plain') ?? '')) return;
          event.preventDefault();
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const { files } = event.dataTransfer ?? {};
          if (files?.length) drop(files);
          else if (!taken(event.dataTransfer?.getData('text/plain') ?? '')) return;
          event.preventDefault();
        }}
      />
      <p
        id={`${id}-note`}
        class={problem === undefined ? 'caption' : 'field-error'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {note}
      </p>
    </div>
  );
}
