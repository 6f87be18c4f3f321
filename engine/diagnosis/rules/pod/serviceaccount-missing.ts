import { namespaceOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting } from '../../intent';
import { refusalsOf } from '../../migrations';
import { missingFromTemplate } from '../../missing-references';
import { defineRule, type Finding } from '../../rule';
import { firstMatch } from '../../statements';
import type { Evidence } from '../../types';

const LOOKUP_FAILED =
  /error looking up service account (\S+?)\/(\S+?): serviceaccounts? "[^"]+" not found/;

/** Admission refuses the launcher pod, so unlike a missing Secret this leaves no pod behind. */
export const serviceaccountMissing = defineRule({
  id: 'serviceaccount-missing',
  title: say('A service account that the virtual machine uses does not exist'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['serviceAccounts', 'migrations'],
  explains: ['pod-create-rejected'],
  run: ({ serviceAccounts, ...facts }): Finding[] => {
    const { vm, vmi } = facts;
    const refusals = refusalsOf(facts);
    if (!isStarting(vm, vmi) && refusals === undefined) return [];
    const said = firstMatch(refusals?.said ?? [], LOOKUP_FAILED);
    const finding = (name: string, isSaid: boolean, evidence: readonly Evidence[]): Finding => ({
      severity: refusals?.severity ?? 'critical',
      confidence: evidence.some(({ source }) => source === 'absent') ? 'certain' : 'likely',
      blocking: isSaid,
      explanation: say(
        'Service account {{name}} does not exist in project {{namespace}}, so the launcher pod is refused.',
        { name, namespace: namespaceOf(vm) ?? '' },
      ),
      evidence: [...evidence, ...(isSaid && said ? [said.statement.evidence] : [])],
      fixes: [
        {
          id: 'create-service-account',
          description: say('Create the service account. The pod is tried again by itself.'),
          command: `oc create serviceaccount ${shellWord(name)} ${inNamespace(vm)}`,
          risk: 'confirm',
        },
      ],
    });
    const missing = missingFromTemplate(vm, serviceAccounts);
    const found = missing.map(({ ref, path }) =>
      finding(ref.name, said?.match[2] === ref.name, [absence(ref), proof(vm, ...path)]),
    );
    const exists = serviceAccounts.some(
      ({ ref, object }) => object !== undefined && ref.name === said?.match[2],
    );
    if (found.length > 0 || said === undefined || exists) return found;
    return [finding(said.match[2] ?? '', true, [])];
  },
});
