import { Button, Flex, FlexItem, Popover, Spinner } from '@patternfly/react-core';
import { UnknownIcon } from '@patternfly/react-icons';
import type {
  DashboardsOverviewHealthURLSubsystem,
  ResolvedExtension,
  SubsystemHealth,
} from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { consoleFetchJSON } from '../../sdk/console-fetch';
import {
  GreenCheckCircleIcon,
  RedExclamationCircleIcon,
  YellowExclamationTriangleIcon,
} from '../../sdk/status';
import { useK8sWatchResources } from '../../sdk/useWatch';
import type { ResourceHealthExtension } from './resource-health';

/** How often the console asks a health address again. */
const POLL = 15_000;

const ICONS: Readonly<Record<string, ReactNode>> = {
  OK: <GreenCheckCircleIcon title="Healthy" />,
  ERROR: <RedExclamationCircleIcon title="Error" />,
  WARNING: <YellowExclamationTriangleIcon title="Warning" />,
  LOADING: <Spinner size="md" aria-label="Loading" />,
};

type ItemProps = { title: string; health: SubsystemHealth; popupTitle?: string; popup?: ReactNode };

const Item = ({ title, health, popupTitle, popup }: ItemProps) => (
  <Flex data-test="health-item" data-health={health.state} flexWrap={{ default: 'nowrap' }}>
    <FlexItem>{ICONS[health.state] ?? <UnknownIcon />}</FlexItem>
    <FlexItem>
      {popup ? (
        <Popover
          appendTo={() => document.querySelector('main') ?? document.body}
          bodyContent={popup}
          headerComponent="h3"
          headerContent={popupTitle ?? title}
          minWidth="min(24rem, 100%)"
          position="right-start"
        >
          <Button isInline variant="link" data-test={title}>
            {title}
          </Button>
        </Popover>
      ) : (
        <div data-test={title}>{title}</div>
      )}
      <div>
        <small>{health.message}</small>
      </div>
    </FlexItem>
  </Flex>
);

type UrlProps = ResolvedExtension<DashboardsOverviewHealthURLSubsystem>['properties'];

export const UrlHealth = ({
  title,
  url,
  healthHandler,
  fetch,
  popupComponent,
  popupTitle,
}: UrlProps) => {
  const [result, setResult] = useState<{ response?: unknown; error?: unknown }>({});
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const read = (): Promise<unknown> =>
        fetch ? fetch(url) : consoleFetchJSON(`/api/kubernetes/${url}`);
      const next = await read().then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if (current) setResult(next);
    };
    void ask();
    const timer = setInterval(() => void ask(), POLL);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [url, fetch]);
  const { response, error } = result;
  const Popup = popupComponent;
  return (
    <Item
      title={title}
      health={healthHandler(response, error)}
      popupTitle={popupTitle}
      popup={Popup ? <Popup healthResult={response} healthResultError={error} /> : undefined}
    />
  );
};

type ResourceProps = ResolvedExtension<ResourceHealthExtension>['properties'];

export const ResourceHealth = (props: ResourceProps) => {
  const { title, resources, healthHandler, popupComponent: Popup, popupTitle } = props;
  const { t } = useTranslation();
  const results = useK8sWatchResources(resources);
  return (
    <Item
      title={title}
      health={healthHandler(results, t)}
      popupTitle={popupTitle}
      popup={Popup ? <Popup {...results} /> : undefined}
    />
  );
};
