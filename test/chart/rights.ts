import { listAt } from '@cnv-ai/engine/kubernetes';
import { yamlOf } from './chart';

const stringsAt = (rule: unknown, key: string): string[] =>
  listAt(rule, key).filter((entry) => typeof entry === 'string');

/** What a file of rules grants, one line a right: `kubevirt.io/virtualmachines list`. */
export const rightsOf = (file: string): string[] =>
  listAt({ rules: yamlOf(file) }, 'rules')
    .flatMap((rule) =>
      stringsAt(rule, 'apiGroups').flatMap((group) =>
        stringsAt(rule, 'resources').flatMap((plural) =>
          stringsAt(rule, 'verbs').map((verb) => `${group}/${plural} ${verb}`),
        ),
      ),
    )
    .sort();
