/** Reads messages off the page's own thread. */
import { answerTo } from '@/lessons/failure/view.ts';
import { answering } from '../run/answering.ts';

answering(answerTo);
