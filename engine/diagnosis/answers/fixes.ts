import type { Reader } from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import { cut } from '../../redaction';
import { diagnose, type DiagnoseOptions } from '../diagnose';
import { suggestionsOf } from '../render';
import { fixLine } from '../text';
import type { DiagnosisRequest, Fix, FixAction, Unchecked } from '../types';
import { answeredBy, refusalText, type Answered } from './outcome';

export type PatchAction = Extract<FixAction, { verb: 'patch' }>;

/** What the API server said to a patch that it was asked to check and not to keep. */
export type DryRunAnswer =
  | { readonly result: 'accepted' }
  | { readonly result: 'refused'; readonly message: string }
  | { readonly result: 'forbidden' }
  | { readonly result: 'unavailable' };

/** Sends a patch with `dryRun=All` as the caller. Never throws. */
export type DryRun = (action: PatchAction) => Promise<DryRunAnswer>;

/** A fix, and what came of trying its patch. Without `dryRun` there was nothing to try. */
export type CheckedFix = Fix & {
  rootCauseId?: string;
  dryRun?: { result: DryRunAnswer['result']; message: string; messageMessage: Message };
};

export type FixSuggestions = Answered & {
  /** One or two sentences: what the fixes are for, or why there are none. */
  summary: string;
  summaryMessage: Message;
  fixes: CheckedFix[];
  unchecked: Unchecked[];
};

export type FixRequest = DiagnosisRequest & {
  /** Only the fixes of this cause. */
  rootCauseId?: string;
};

const saidOf = (answer: DryRunAnswer): Message => {
  switch (answer.result) {
    case 'accepted':
      return say('The cluster would accept this patch; nothing was changed.');
    case 'refused':
      return say('The cluster would refuse this patch: {{message}}', { message: answer.message });
    case 'forbidden':
      return say('You may not make this change; ask somebody who may.');
    case 'unavailable':
      return say('The cluster did not say whether it would accept this patch.');
  }
};

const tried = async (fix: CheckedFix, dryRun: DryRun | undefined): Promise<CheckedFix> => {
  const { action } = fix;
  if (dryRun === undefined || action?.verb !== 'patch') return fix;
  const answer = await dryRun(action);
  const message = saidOf(answer);
  return {
    ...fix,
    dryRun: { result: answer.result, message: english(message), messageMessage: message },
  };
};

const noSuchCause = (id: string): Message =>
  say('The diagnosis does not find the cause "{{id}}" now.', { id: cut(id, 60) });

/** The fixes of a VM's root causes, best first, each patch tried where `dryRun` is given. */
export const suggestFixes = async (
  reader: Reader,
  { rootCauseId, ...request }: FixRequest,
  now: number,
  { dryRun, ...options }: DiagnoseOptions & { readonly dryRun?: DryRun } = {},
): Promise<FixSuggestions> => {
  const diagnosis = await diagnose(reader, request, now, options);
  const answered = answeredBy(diagnosis);
  const { rootCauses, unchecked } = diagnosis;
  const causes = rootCauses.filter(({ id }) => rootCauseId === undefined || id === rootCauseId);
  const isMissing = rootCauseId !== undefined && causes.length === 0 && answered.outcome === 'ok';
  const summary = isMissing ? noSuchCause(rootCauseId) : diagnosis.summaryMessage;
  const fixes = suggestionsOf(causes).map((fix) => {
    const cause = causes.find((one) => one.fixes.includes(fix));
    return cause === undefined ? fix : { ...fix, rootCauseId: cause.id };
  });
  return {
    ...answered,
    summary: english(summary),
    summaryMessage: summary,
    fixes: await Promise.all(fixes.map((fix) => tried(fix, dryRun))),
    unchecked,
  };
};

const checkedLines = (fix: CheckedFix): string[] => [
  `- ${fixLine(fix)}${fix.rootCauseId === undefined ? '' : ` (for ${fix.rootCauseId})`}`,
  ...(fix.dryRun === undefined ? [] : [`  dry run: ${fix.dryRun.message}`]),
];

export const fixesText = (answer: FixSuggestions): string =>
  answer.outcome === 'ok'
    ? [
        answer.summary,
        answer.fixes.length === 0 ? 'There is no fix to suggest.' : 'Fixes, best first:',
        ...answer.fixes.flatMap(checkedLines),
        ...(answer.fixes.some(({ risk }) => risk !== 'safe')
          ? ['Ask the user before running a fix marked confirm or manual.']
          : []),
      ].join('\n')
    : refusalText(answer);
