import { flagAt, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { consoleFetchJSON } from '../sdk/console-fetch';

export type Person = { name: string; displayName: string; description: string };

/** What the server says about this browser; `user` is absent before login. */
export type SessionInfo = {
  user?: Person;
  users: readonly Person[];
  plugins: readonly string[];
  lightspeed: boolean;
  virtualization: boolean;
  /** Whom the user acts as. */
  impersonate?: string;
};

const personOf = (value: unknown): Person => ({
  name: textAt(value, 'name') ?? '',
  displayName: textAt(value, 'displayName') ?? textAt(value, 'name') ?? '',
  description: textAt(value, 'description') ?? '',
});

export const readSession = async (): Promise<SessionInfo> => {
  const answer = await consoleFetchJSON('/api/console/session');
  const users = listAt(answer, 'users').map(personOf);
  return {
    user: users.find(({ name }) => name === textAt(answer, 'user', 'name')),
    users,
    plugins: listAt(answer, 'plugins').map(String),
    lightspeed: flagAt(answer, 'lightspeed') ?? false,
    virtualization: flagAt(answer, 'virtualization') ?? true,
    impersonate: textAt(answer, 'impersonate'),
  };
};

export const logIn = (user: string): Promise<unknown> =>
  consoleFetchJSON.post('/api/console/login', { user });

export const logOut = (): Promise<unknown> => consoleFetchJSON.post('/api/console/logout', {});
