const FAILED = 'The part of this site that runs code could not be loaded';

/**
 * Fetches something once; later callers get the same. A failure is not kept: the next run tries again.
 *
 * @param read turns the answer into the wanted value
 */
export function fetchedOnce<T>(url: string, read: (response: Response) => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= fetch(url)
      .then((response) => (response.ok ? read(response) : Promise.reject(new Error(`status ${response.status}`))))
      .catch((error) => {
        kept = undefined;
        throw new Error(`${FAILED} (${error.message}). Check the connection and run again.`);
      });
    return kept;
  };
}
