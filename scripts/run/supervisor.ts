import { supervise } from '#platform/processes/supervise.ts';

const [file = '', count] = process.argv.slice(2);
supervise(file, Number(count));
