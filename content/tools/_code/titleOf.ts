import { FINDING_KINDS, titleOf } from 'checker';

console.log(FINDING_KINDS.slice(0, 4).map(titleOf));
