import { conditionOf, textAt } from '../kubernetes';
import type { Message } from '../messages';
import { containersOf } from './containers';
import { diskSeverity, sourceOf } from './disks';
import { conditionProof, proof, proofIf, saidIf } from './evidence';
import type { Facts } from './facts';
import { importFailures, type ImportFailure, type ImportFailureKind } from './import-failures';
import type { Finding, FixDraft } from './rule';
import type { Evidence } from './types';

/** What every rule about imports asks for. */
export const IMPORT_NEEDS = ['vm', 'vmi', 'dataVolumes'] as const;
export const IMPORT_USES = ['claims', 'workClaims', 'importers', 'events'] as const;

export type ImportFacts = Pick<Facts, (typeof IMPORT_NEEDS)[number] | (typeof IMPORT_USES)[number]>;

/** Host and port of the disk's source. Never the whole URL: it may carry a password. */
export const sourceHost = ({ disk }: ImportFailure): string => {
  const dataVolume = disk.dataVolume?.object;
  const url = textAt(dataVolume, 'spec', 'source', sourceOf(dataVolume) ?? '', 'url') ?? '';
  return /^[a-z0-9+.-]+:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? 'the source';
};

const evidenceOf = ({ disk, kind, said }: ImportFailure): Evidence[] => {
  const dataVolume = disk.dataVolume?.object;
  if (dataVolume === undefined) return said === undefined ? [] : [said.evidence];
  const url = ['spec', 'source', sourceOf(dataVolume) ?? '', 'url'];
  const running = conditionOf(dataVolume, 'Running');
  const worker = disk.workers.flatMap(containersOf).find(({ restarts }) => restarts > 0);
  return [
    ...saidIf(said),
    ...proofIf(dataVolume, ...url),
    ...(running === undefined || said?.source === 'condition'
      ? []
      : [conditionProof(dataVolume, running)]),
    ...(kind === 'dv-failed' ? [proof(dataVolume, 'status', 'phase')] : []),
    ...(worker === undefined ? [] : [proof(worker.pod, ...worker.path, 'restartCount')]),
  ];
};

/** A finding for each disk whose import fails now in one way. */
export const importFindings = (
  kind: ImportFailureKind,
  facts: ImportFacts,
  now: number,
  describe: (failure: ImportFailure) => { explanation: Message; fixes: readonly FixDraft[] },
): Finding[] =>
  importFailures(facts, now)
    .filter((failure) => failure.kind === kind)
    .map((failure) => ({
      severity: diskSeverity(facts.vm, facts.vmi),
      confidence: 'certain',
      blocking: true,
      evidence: evidenceOf(failure),
      ...describe(failure),
    }));
