/** The files that Python sees: read-only, in memory. */

/** Bytes by path, without a slash in front. */
export type Files = ReadonlyMap<string, Uint8Array>;

export interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
}

export interface FileTree {
  /** The bytes of a file; undefined where the path names a folder, or nothing. */
  readonly file: (path: string) => Uint8Array | undefined;
  readonly isFolder: (path: string) => boolean;
  /** What is in a folder, always in the same order. */
  readonly list: (folder: string) => readonly Entry[];
}

/** Finds the folders that the paths of files imply. */
export function fileTree(files: Files): FileTree {
  const folders = new Map<string, Map<string, Entry>>([['', new Map()]]);
  for (const whole of files.keys()) {
    const parts = whole.split('/');
    for (const [i, name] of parts.entries()) {
      const folder = parts.slice(0, i).join('/');
      const path = parts.slice(0, i + 1).join('/');
      const inside = folders.get(folder) ?? new Map<string, Entry>();
      folders.set(folder, inside);
      inside.set(name, { name, path, isFolder: i < parts.length - 1 });
    }
  }
  return {
    file: (path) => files.get(path),
    isFolder: (path) => folders.has(path),
    list: (folder) => [...(folders.get(folder)?.values() ?? [])],
  };
}

/** A path from a folder on, with `.` and `..` followed; `..` at the top stays there. */
export function pathFrom(folder: string, path: string): string {
  const out: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return out.join('/');
}

/** A number that stands for a path, as a file system has one for each file (FNV-1a). */
export function inodeOf(path: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const letter of path) hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash;
}
