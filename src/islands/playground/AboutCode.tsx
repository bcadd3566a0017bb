import type { CodeLanguage } from '@/lessons/playground/languages.ts';
import { siteLink } from '../state/site-link.ts';

/** What the code is to hold, before it has run. */
export function AboutCode({ language }: { language: CodeLanguage }) {
  const where = 'It runs in a sandbox in your browser, without a network; nothing is sent anywhere.';
  if (language === 'typescript')
    return (
      <p class="caption">
        The code has a <code>loss</code>, a <code>gradient</code> and a point <code>x</code> at its top level, and{' '}
        <code>sizes</code> if there is a batch to know of; or a layer as <code>forward</code> and <code>vjp</code>, or a{' '}
        <code>jacobian</code> of <code>forward</code>, or a <code>hessian</code> of <code>gradient</code>. {where}
      </p>
    );
  return (
    <p class="caption">
      Paste your NumPy as it is. The code has a <code>loss(x)</code>, a <code>gradient(x)</code> and a point{' '}
      <code>x</code>: an array, a number, or a dict, list, tuple or dataclass of them. Whole numbers such as{' '}
      <code>N</code> and the lengths of arrays are known by their names. {where}
    </p>
  );
}

/** What this Python can and cannot do, where it matters: beside the editor. */
export function AboutPython() {
  return (
    <details class="about-python">
      <summary>Python 3.11 with NumPy 1.24; what is different here</summary>
      <ul>
        <li>
          No floating-point warnings: <code>1/0</code> gives <code>inf</code> in silence, and <code>np.errstate</code>{' '}
          has no effect. The inverse of a singular matrix is <code>nan</code>, not an error.
        </li>
        <li>
          Whole numbers are <code>int32</code> unless you say otherwise, and wrap round beyond 2³¹: write{' '}
          <code>dtype=np.int64</code> for large ones.
        </li>
        <li>NumPy 1.24, without what came with NumPy 2. No SciPy, PyTorch, JAX or pandas. Plots are left out.</li>
        <li>No files and no network; 512 MB of memory. Seeded random numbers are those of your own NumPy.</li>
        <li>
          The last digits of <code>log1p</code>, matrix products and the like may differ from your own machine's.
        </li>
      </ul>
      <p>
        For PyTorch and JAX, paste what their own check prints into{' '}
        <a href={siteLink('tools/failure/')}>Read a failure</a>. Python is loaded once, and then works offline; see{' '}
        <a href={siteLink('tools/licences/')}>its licences</a>. Escape, then Tab, leaves the editor.
      </p>
    </details>
  );
}
