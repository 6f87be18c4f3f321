/** Loaded into the program under load (`node --expose-gc --import`): it collects its garbage when told. */
process.on('SIGUSR2', () => globalThis.gc());
