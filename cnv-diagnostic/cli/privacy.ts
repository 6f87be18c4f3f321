import { aliasesOfFile } from '../privacy/aliases';
import type { PrivacyParts } from '../privacy/policy';
import { choice, type Options, type OptionSpecs } from './options';

/** What a model may be told. */
export const PRIVACY: OptionSpecs = {
  'personal-data': {
    type: 'string',
    value: 'MODE',
    env: 'PERSONAL_DATA',
    help: 'remove: e-mail addresses, telephone numbers and names of home folders do not leave; keep (remove)',
  },
  'alias-key-file': {
    type: 'string',
    value: 'FILE',
    env: 'ALIAS_KEY_FILE',
    help: 'key that turns names of objects into aliases and back; the first line is in use, further ones only undo',
  },
};

const MODES = ['remove', 'keep'] as const;

export const privacyOf = (options: Options): PrivacyParts => {
  const file = options.text('alias-key-file');
  return {
    personalData: choice('PERSONAL_DATA', options.text('personal-data'), MODES, 'remove'),
    ...(file === undefined ? {} : { aliases: aliasesOfFile(file) }),
  };
};
