import type { ReactElement } from 'react';
import { render } from '@testing-library/react';
import { axe } from 'jest-axe';
import { MemoryRouter, useLocation } from 'react-router';

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

/** What axe finds wrong with the page, popovers and dialogs included. */
export const violations = () =>
  // A component under test is no page, so it needs no landmarks.
  axe(document.body, { rules: { region: { enabled: false } } });
