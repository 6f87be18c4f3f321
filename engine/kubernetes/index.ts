export * from './json';
export * from './objects';
export * from './opt-out';
export * from './object-reader';
export * from './quantity';
export * from './reader';
export * from './resources';
export * from './time';
