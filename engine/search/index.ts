import { teachLanguages } from './languages';

export * from './core';

teachLanguages();
