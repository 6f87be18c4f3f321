import { textAt } from '@cnv-ai/engine/kubernetes';
import { PageSection, Tab, Tabs } from '@patternfly/react-core';
import type { K8sResourceCommon, PageComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import type { ComponentType } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { isHorizontalNavTab, useResolvedExtensions } from './extensions';

export type NavPage = {
  href?: string;
  path?: string;
  name: string;
  component: ComponentType<PageComponentProps>;
};
type Props = { resource?: K8sResourceCommon; pages: readonly NavPage[]; customData?: unknown };

/** True for a resource of the model's group, version and kind. */
const isOf = (
  resource: unknown,
  model: { group?: string; version: string; kind: string },
): boolean =>
  textAt(resource, 'kind') === model.kind &&
  textAt(resource, 'apiVersion') === [model.group, model.version].filter(Boolean).join('/');

const useTabs = (resource: K8sResourceCommon | undefined): NavPage[] => {
  const [tabs] = useResolvedExtensions(isHorizontalNavTab);
  return tabs
    .filter((tab) => isOf(resource, tab.properties.model))
    .map(({ properties: { page, component } }) => ({ ...page, component }));
};

/** Tabs by the last part of the address; the first page is the one without such a part. */
export const HorizontalNav = ({ resource, pages, customData }: Props) => {
  const { pathname } = useLocation();
  const params = useParams();
  const navigate = useNavigate();
  const tabs = useTabs(resource);
  const all = [...pages, ...tabs];
  const address = pathname.replace(/\/$/, '');
  const active = all.find(({ href }) => href && address.endsWith(`/${href}`)) ?? all[0];
  const base = active?.href ? address.slice(0, -active.href.length - 1) : address;
  const Page = active?.component;
  const addressOf = (page: NavPage): string => (page.href ? `${base}/${page.href}` : base);
  return (
    <>
      <PageSection hasBodyWrapper={false} type="tabs" isWidthLimited={false}>
        <Tabs activeKey={active?.href ?? ''} usePageInsets component="nav" aria-label="Tabs">
          {all.map((page) => (
            <Tab
              key={page.href ?? page.name}
              eventKey={page.href ?? ''}
              title={page.name}
              href={addressOf(page)}
              data-test-id={`horizontal-link-${page.name}`}
              onClick={(event) => {
                event.preventDefault();
                void navigate(addressOf(page));
              }}
            />
          ))}
        </Tabs>
      </PageSection>
      {Page ? <Page obj={resource} params={params} customData={customData} /> : null}
    </>
  );
};
