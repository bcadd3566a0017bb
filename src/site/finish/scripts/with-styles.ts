/** What `script` exports, once the styles that it needs are in the page, in a layer of its style sheet. */
export async function withStyles<T>(
  layer: string,
  script: Promise<T>,
  styles: Promise<{ default: string }>,
): Promise<T> {
  const [exported, { default: text }] = await Promise.all([script, styles]);
  const style = document.createElement('style');
  style.textContent = `@layer ${layer}{${text}}`;
  document.head.append(style);
  return exported;
}
