import {
  Alert,
  Button,
  Card,
  CardBody,
  CardTitle,
  Content,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { DocumentTitle } from '../sdk/page';
import { errorText } from './error-text';
import { logIn, type Person } from './session';

type Props = { users: readonly Person[]; onLogIn: () => void };

/** The development users; choosing one is all there is to logging in. */
export const LoginPage = ({ users, onLogIn }: Props) => {
  const [error, setError] = useState<string>();
  const choose = (name: string): void => {
    logIn(name).then(onLogIn, (problem: unknown) => setError(errorText(problem)));
  };
  return (
    <main className="development-login">
      <DocumentTitle>Log in · Development console</DocumentTitle>
      <Card>
        <CardTitle component="h1">Development console</CardTitle>
        <CardBody>
          <Stack hasGutter>
            <StackItem>
              <Content component="p">
                This is no OpenShift console. Choose whose permissions to look with:
              </Content>
            </StackItem>
            {error === undefined ? null : (
              <StackItem>
                <Alert isInline variant="danger" title={error} />
              </StackItem>
            )}
            {users.map(({ name, displayName, description }) => (
              <StackItem key={name}>
                <Button
                  isBlock
                  variant="secondary"
                  onClick={() => choose(name)}
                  data-test={`log-in-${name}`}
                >
                  {displayName}
                </Button>
                <Content component="small">{description}</Content>
              </StackItem>
            ))}
          </Stack>
        </CardBody>
      </Card>
    </main>
  );
};
