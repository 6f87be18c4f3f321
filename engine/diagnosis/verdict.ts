import { isDeleting, type KubeObject } from '../kubernetes';
import { say, type Message } from '../messages';
import type { Facts, GatheredFacts } from './facts';
import { isReady, isRunning, printableStatusOf, wantsToRun } from './intent';
import type { Found } from './run';
import type { Verdict } from './types';

export type Judgement = { verdict: Verdict; summary: Message };

/** The reads that "healthy" rests on. Without one of them the verdict is `unknown`. */
const ESSENTIAL = ['vm', 'vmi', 'pods'] as const;

const isComplete = (facts: GatheredFacts): boolean =>
  ESSENTIAL.every((need) => facts[need].missed.length === 0);

const problem = (causes: readonly Found[], name: string): Judgement => {
  const [first, ...others] = causes;
  const title = first === undefined ? '' : first.rule.title.id;
  return {
    verdict: 'problem',
    summary:
      others.length === 0
        ? say('{{name}}: {{title}}.', { name, title })
        : say('{{name}}: {{title}}. Other causes found: {{count}}.', {
            name,
            title,
            count: others.length,
          }),
  };
};

const working = (vm: KubeObject, facts: GatheredFacts, name: string): Judgement => {
  const hidden = Object.values(facts).some(({ missed }) => missed.length > 0);
  if (!isComplete(facts)) {
    return {
      verdict: 'unknown',
      summary: say('{{name}} reports {{status}}, but what this rests on could not be read.', {
        name,
        status: printableStatusOf(vm) ?? 'no status',
      }),
    };
  }
  return {
    verdict: 'healthy',
    summary: hidden
      ? say('{{name}} runs and is ready. Nothing wrong was found in what could be read.', { name })
      : say('{{name}} runs and is ready. Nothing is wrong.', { name }),
  };
};

/** What all findings together say about the VM. */
export const judgeVerdict = (
  facts: GatheredFacts & { vm: { value?: Facts['vm'] } },
  found: readonly Found[],
  name: string,
): Judgement => {
  const vm = facts.vm.value ?? {};
  const vmi = facts.vmi.value;
  const problems = found.filter(({ finding }) => finding.severity !== 'info');
  if (problems.length > 0) return problem(problems, name);
  const state = found.find(({ finding }) => finding.verdict !== undefined);
  if (state?.finding.verdict !== undefined) {
    return { verdict: state.finding.verdict, summary: state.finding.explanation };
  }
  if (isRunning(vmi) && isReady(vm) && !isDeleting(vm)) return working(vm, facts, name);
  if (facts.vmi.missed.length > 0 || wantsToRun(vm, vmi) || vmi !== undefined) {
    return {
      verdict: 'unknown',
      summary: say('{{name}} is {{status}}, and none of the known causes explains it.', {
        name,
        status: printableStatusOf(vm) ?? 'without a status',
      }),
    };
  }
  return {
    verdict: 'stopped',
    summary: say('{{name}} is stopped, and nothing asks it to run.', { name }),
  };
};
