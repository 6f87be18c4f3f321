import type { ReactElement } from 'react';
import { render } from '@testing-library/react';
import { axe } from 'jest-axe';
import { MemoryRouter, useLocation } from 'react-router';
import { ConsoleContext, INITIAL_STATE } from '../../development/console/sdk/context';

const Here = () => {
  const { pathname, search } = useLocation();
  return <span data-test="location">{`${pathname}${search}`}</span>;
};

/** Renders inside a router; the element of test id `location` tells where it stands. */
export const renderAt = (element: ReactElement, path = '/') =>
  render(
    <MemoryRouter initialEntries={[path]}>
      {element}
      <Here />
    </MemoryRouter>,
  );

/** The element in a console where these flags are set. */
export const withFlags = (element: ReactElement, ...names: readonly string[]) => (
  <ConsoleContext.Provider
    value={{ ...INITIAL_STATE, flags: Object.fromEntries(names.map((name) => [name, true])) }}
  >
    {element}
  </ConsoleContext.Provider>
);

/** What axe finds wrong with the page, popovers and dialogs included. */
export const violations = () =>
  // A component under test is no page, so it needs no landmarks.
  axe(document.body, { rules: { region: { enabled: false } } });
