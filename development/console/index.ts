export { startConsole } from './server/start';
export type { ConsoleHandle, ConsoleOptions, Settings } from './server/options';
export type { ConsoleUser } from './server/sessions';
