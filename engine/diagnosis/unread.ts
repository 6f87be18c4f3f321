import { say, type Message } from '../messages';
import type { Missed } from './facts';

type Unseen = Pick<Missed, 'reason' | 'namespace' | 'name'> & { readonly plural: string };

/** What a read that gave nothing means to a person. */
export const uncheckedSentence = ({ plural, reason, namespace, name }: Unseen): Message => {
  const what = `${plural}${name === undefined ? '' : ` "${name}"`}`;
  const where = namespace === undefined ? '' : ` in project ${namespace}`;
  const params = { what, where };
  switch (reason) {
    case 'forbidden':
      return say('You may not read {{what}}{{where}}.', params);
    case 'not_installed':
      return say('This cluster does not serve {{what}}.', params);
    case 'deadline':
      return say('There was no answer in time for {{what}}{{where}}.', params);
    case 'unavailable':
      return say('The cluster did not answer for {{what}}{{where}}.', params);
  }
};
