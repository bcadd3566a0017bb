/**
 * An island whose script could not be fetched still shows what was computed when the page was made, but does not
 * answer. Said in its place; the other islands and the page are not touched.
 */
function tell(place: Element): void {
  if (place.querySelector('.island-not-loaded')) return;
  const note = document.createElement('div');
  note.className = 'island-not-loaded not-content';
  note.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent =
    'The script of this figure could not be loaded. What it shows was computed when the page was made; its controls do nothing yet.';
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Load the page again';
  again.addEventListener('click', () => location.reload());
  note.append(text, again);
  (place.querySelector('[data-island]') ?? place).append(note);
}

document.addEventListener('astro:hydration-error', (event) => {
  if (event.target instanceof Element) tell(event.target);
});
