import { useId, useState } from 'preact/hooks';
import type { Source } from '@/lessons/failure/source.ts';
import { sourceOfFiles } from './files.ts';

/** Opens files from the disk: a text, or arrays as .npy or .npz. */
export function FileInput({ onSource }: { readonly onSource: (source: Source) => void }) {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const open = async (input: HTMLInputElement) => {
    if (!input.files?.length) return;
    const given = await sourceOfFiles(input.files);
    // the same file can be opened once more
    input.value = '';
    setProblem(given.ok ? undefined : given.problem);
    if (given.ok) onSource(given.source);
  };
  return (
    <div class="field">
      <label for={id}>Or open files: text, .npy, .npz</label>
      <input id={id} type="file" multiple onChange={(event) => open(event.currentTarget)} />
      {problem !== undefined && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
