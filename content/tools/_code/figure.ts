import { figure } from 'checker';

console.log(figure(2 / 3), figure(2e-7), figure('forgotten'));
