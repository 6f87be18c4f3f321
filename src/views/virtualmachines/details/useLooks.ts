import { useState } from 'react';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { since, type Since } from './since';

type Look = {
  readonly result: Diagnosis | undefined;
  readonly before: Diagnosis | undefined;
  /** The version of the object on the page when the result came. */
  readonly version: string | undefined;
};

/** What the latest look found changed, and whether the machine has changed after it. */
export const useLooks = (
  result: Diagnosis | undefined,
  vm: unknown,
): { readonly changes?: Since; readonly outdated: boolean } => {
  const version = textAt(vm, 'metadata', 'resourceVersion');
  const [look, setLook] = useState<Look>({ result, before: undefined, version });
  // Derived from what came in, before anything is drawn.
  if (look.result !== result) setLook({ result, before: look.result ?? look.before, version });
  return {
    changes: result && since(look.before, result),
    outdated: result !== undefined && look.version !== undefined && version !== look.version,
  };
};
