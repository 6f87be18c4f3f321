/** How often a property is tried; FUZZ_RUNS multiplies it, as `npm run test:extra` does. */
export const runs = (usual: number): { numRuns: number } => {
  const factor = Number(process.env.FUZZ_RUNS ?? 1);
  return { numRuns: Math.round(usual * (Number.isFinite(factor) && factor > 0 ? factor : 1)) };
};
