import { Bullseye, Content, Spinner } from '@patternfly/react-core';
import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import {
  isResourceListPage,
  isRoutePage,
  useExtensions,
  useResolvedExtensions,
} from '../sdk/extensions';
import { ErrorBoundary } from './ErrorBoundary';
import { OverviewPage } from './pages/OverviewPage';
import { PreferencesPage } from './pages/PreferencesPage';
import { ResourcePage } from './pages/ResourcePage';
import { VirtualMachinePage } from './pages/VirtualMachinePage';
import { VirtualMachinesPage } from './pages/VirtualMachinesPage';

const VM = 'kubevirt.io~v1~VirtualMachine';
const VIRTUAL_MACHINE = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };

const Loading = () => (
  <Bullseye>
    <Spinner aria-label="Loading the page" />
  </Bullseye>
);

const NotFoundPage = () => (
  <Content component="p" data-test="not-found">
    The development console has no such page. The navigation on the left shows those there are.
  </Content>
);

const pathsOf = (path: string | readonly string[], exact: boolean): string[] =>
  (typeof path === 'string' ? [path] : [...path]).map((one) => (exact ? one : `${one}/*`));

/** Pages of plugins before the host's own, as in the console. */
const usePluginRoutes = (): { key: string; path: string; Page: ComponentType }[] => {
  const pages = useExtensions(isRoutePage);
  return useMemo(
    () =>
      pages.flatMap(({ uid, properties: { path, exact = false, component } }) => {
        const Page = lazy(async () => ({ default: await component() }));
        return pathsOf(path, exact).map((one) => ({ key: `${uid} ${one}`, path: one, Page }));
      }),
    [pages],
  );
};

/** A plugin's list of VirtualMachines where there is one, else the host's own. */
const VirtualMachinesList = () => {
  const { ns = '' } = useParams();
  const [pages, resolved] = useResolvedExtensions(isResourceListPage);
  const page = pages.find(({ properties: { model } }) => model.kind === 'VirtualMachine');
  if (!resolved) return <Loading />;
  if (page === undefined) return <VirtualMachinesPage />;
  const { component: Page } = page.properties;
  return (
    <ErrorBoundary what="The page">
      <Page model={VIRTUAL_MACHINE} namespace={ns} />
    </ErrorBoundary>
  );
};

export const ConsoleRoutes = () => {
  const routes = usePluginRoutes();
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        {routes.map(({ key, path, Page }) => (
          <Route
            key={key}
            path={path}
            element={
              <ErrorBoundary key={path} what="The page">
                <Page />
              </ErrorBoundary>
            }
          />
        ))}
        <Route path="/" element={<Navigate replace to="/dashboards" />} />
        <Route path="/dashboards" element={<OverviewPage />} />
        <Route path="/user-preferences" element={<PreferencesPage />} />
        {['/k8s/all-namespaces', '/k8s/ns/:ns'].flatMap((scope) => [
          <Route key={scope} path={`${scope}/${VM}`} element={<VirtualMachinesList />} />,
          <Route
            key={`${scope}-s`}
            path={`${scope}/${VM}/search`}
            element={<VirtualMachinesPage />}
          />,
        ])}
        <Route path={`/k8s/ns/:ns/${VM}/:name/*`} element={<VirtualMachinePage />} />
        {['/k8s/ns/:ns', '/k8s/cluster'].map((scope) => (
          <Route key={scope} path={`${scope}/:kind/:name/*`} element={<ResourcePage />} />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
};
