import { flagAt, isRecord, at, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { patchFix } from '../../fixes';
import { startErrors } from '../../launcher-errors';
import { defineRule, type FixDraft } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const DOMAIN = ['spec', 'template', 'spec', 'domain'] as const;
const EFI = [...DOMAIN, 'firmware', 'bootloader', 'efi'] as const;
const SMM = [...DOMAIN, 'features', 'smm', 'enabled'] as const;

const ROM_MISSING =
  /OVMF roms?(?:\(s\))? missing|mismatch of Secure ?Boot setting and bootloaders/i;
const NEEDS_SMM = /SecureBoot requires SMM/i;

/** Secure boot is on where EFI is asked for and nothing says otherwise. */
const hasSecureBoot = (vm: KubeObject): boolean =>
  isRecord(at(vm, ...EFI)) && flagAt(vm, ...EFI, 'secureBoot') !== false;

const domainPatch = (domain: object) => ({ spec: { template: { spec: { domain } } } });

const domainFix = (
  vm: KubeObject,
  id: string,
  description: FixDraft['description'],
  [patch, undo]: readonly [object, object],
): FixDraft => {
  const effect = say('It boots with the changed firmware.');
  const words = { id, description, effect };
  return patchFix(vm, words, domainPatch(patch), domainPatch(undo), 'restart');
};

const secureBoot = (value: boolean | null) => ({
  firmware: { bootloader: { efi: { secureBoot: value } } },
});
const smm = (enabled: boolean | null) => ({ features: { smm: { enabled } } });

const fixesOf = (vm: KubeObject): FixDraft[] => {
  if (!hasSecureBoot(vm)) return [];
  const off = domainFix(vm, 'turn-secure-boot-off', say('Boot without secure boot.'), [
    secureBoot(false),
    secureBoot(flagAt(vm, ...EFI, 'secureBoot') ?? null),
  ]);
  const on = domainFix(
    vm,
    'turn-smm-on',
    say('Keep secure boot, and turn on SMM, which it needs.'),
    [smm(true), smm(flagAt(vm, ...SMM) ?? null)],
  );
  return flagAt(vm, ...SMM) === true ? [off] : [on, off];
};

/** The launcher has no firmware for what is asked: secure boot, SEV and TDX each need their own. */
export const securebootRomMissing = defineRule({
  id: 'secureboot-rom-missing',
  title: say('There is no firmware for the secure boot setting of the virtual machine'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'reported'],
  uses: ['events', 'earlierEvents'],
  explains: [
    'domain-start-failed',
    'vmi-crashed-unknown',
    'start-failure-crashloop',
    'vmi-create-rejected',
  ],
  run: (facts) => {
    const { vm, vmi, events, reported } = facts;
    const refused = vmi === undefined ? saidByEvents(events) : [];
    const said =
      firstMatch([...startErrors(facts), ...reported], ROM_MISSING) ??
      firstMatch([...saidByConditions(vm), ...refused, ...reported], NEEDS_SMM);
    if (said === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: said.statement.source === 'reported' ? 'likely' : 'certain',
        blocking: true,
        explanation: NEEDS_SMM.test(said.statement.text)
          ? say('Secure boot needs SMM, and SMM is off in the virtual machine.')
          : say(
              'The launcher has no EFI firmware for this combination of secure boot, SMM and memory encryption, so the guest is not started.',
            ),
        evidence: [said.statement.evidence, ...proofIf(vm, ...EFI), ...proofIf(vm, ...SMM)],
        fixes: fixesOf(vm),
      },
    ];
  },
});
