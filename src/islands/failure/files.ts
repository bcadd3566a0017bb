import { fromFiles, refusal, type Source } from '@/lessons/failure/source.ts';

type Given = { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: string };

/** Files of the reader's own disk, as something to read. */
export async function sourceOfFiles(files: FileList): Promise<Given> {
  const all = [...files];
  const problem = refusal(all.reduce((sum, { size }) => sum + size, 0));
  if (problem !== undefined) return { ok: false, problem };
  try {
    const read = all.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    return { ok: true, source: fromFiles(await Promise.all(read)) };
  } catch {
    return { ok: false, problem: 'The browser could not read this; open a file, and no folder.' };
  }
}
