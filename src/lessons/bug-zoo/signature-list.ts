/** The signatures, computed while the site is built. */
import { titleOf } from '@/checker/words/wording.ts';
import { families } from '@/examples/programs/index.ts';
import { bugNamed, zooModel } from './model.ts';
import { encode, IDS, type Signature } from './signatures.ts';

export const signatures: readonly Signature[] = IDS.map((id) => {
  const [familyId, name] = id.split('/');
  const family = families.find((one) => one.id === familyId)!;
  const bug = bugNamed(family, name);
  const { elements, factor } = zooModel(family, bug);
  return {
    bug: id,
    title: bug ? titleOf(bug.kind) : 'A right gradient',
    family: family.title,
    ...(factor !== undefined && { factor }),
    points: elements,
  };
});

/** As a page carries them to a figure. */
export const text = encode(signatures);
