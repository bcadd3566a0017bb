import { javascript } from '@codemirror/lang-javascript';

export const language = javascript({ typescript: true });
export const indent = '  ';
