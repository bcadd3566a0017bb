/**
 * In a figure that stands in a page of somebody else's. That page may choose a theme, `?theme=dark`, and is told the
 * height that the figure needs, whenever it changes:
 *
 *     { type: 'gradient-checking:height', figure: 'step-size', height: 612 }
 */
{
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  addEventListener('DOMContentLoaded', () => {
    const { body } = document;
    const figure = body.dataset.figure;
    new ResizeObserver(() =>
      parent.postMessage({ type: 'gradient-checking:height', figure, height: body.offsetHeight }, '*'),
    ).observe(body);
  });
}
