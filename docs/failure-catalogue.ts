import { parseTime } from '@cnv-ai/engine/kubernetes';
import { diagnose, FAILURES, type RootCause } from '@cnv-ai/engine/diagnosis';
import { english } from '@cnv-ai/engine/messages';
import { objectReader } from '@cnv-ai/engine/kubernetes';
import { loadScenarios } from '../development/scenarios/load';

const NOW = parseTime('2026-11-20T14:30:00Z') ?? 0;

const symptomOf = ({ source, ref, path, value }: RootCause['evidence'][number]): string => {
  if (source === 'absent') return `${ref.kind} ${ref.name} does not exist`;
  return source === 'reported' ? `reported: ${value}` : `${ref.kind} ${path}: ${value}`;
};

/** How each cause shows in the scenario that is about it, or in the first that has it. */
const examples = async (): Promise<Map<string, RootCause>> => {
  const found = new Map<string, RootCause>();
  for (const { id, objects, request } of loadScenarios(NOW)) {
    const { rootCauses } = await diagnose(objectReader(objects), request, NOW);
    for (const cause of rootCauses) {
      if (cause.id === id || !found.has(cause.id)) found.set(cause.id, cause);
    }
  }
  return found;
};

/** Every cause with an example of its symptoms and fixes, as the MCP server's resources tell it. */
export const renderCatalogue = async (): Promise<string> => {
  const shown = await examples();
  const entries = FAILURES.map(({ id, title, stage }) => {
    const example = shown.get(id);
    return [
      id,
      {
        title: english(title),
        ...(stage === undefined ? {} : { stage }),
        ...(example === undefined
          ? {}
          : {
              example: example.explanation,
              symptoms: example.evidence.map(symptomOf),
              fixes: example.fixes.map(({ description, risk, command }) => ({
                description,
                risk,
                ...(command === undefined ? {} : { command }),
              })),
            }),
      },
    ] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
};
