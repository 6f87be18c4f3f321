import { Card, CardBody, CardTitle, Content, Gallery, PageSection } from '@patternfly/react-core';
import { DocumentTitle, ListPageHeader } from '../../sdk/page';
import {
  isDashboardsOverviewHealthURLSubsystem,
  useResolvedExtensions,
} from '../../sdk/extensions';
import { ErrorBoundary } from '../ErrorBoundary';
import { isResourceHealth } from './resource-health';
import { ResourceHealth, UrlHealth } from './Health';

/** Home > Overview with the one card that plugins of our kind add to. */
export const OverviewPage = () => {
  const [byUrl, urlsResolved] = useResolvedExtensions(isDashboardsOverviewHealthURLSubsystem);
  const [byResource] = useResolvedExtensions(isResourceHealth);
  const empty = urlsResolved && byUrl.length + byResource.length === 0;
  return (
    <>
      <DocumentTitle>Overview</DocumentTitle>
      <ListPageHeader title="Overview" />
      <PageSection hasBodyWrapper={false}>
        <Card data-test="status-card">
          <CardTitle component="h2">Status</CardTitle>
          <CardBody>
            {empty ? <Content component="p">No plugin reports a status here.</Content> : null}
            <Gallery hasGutter>
              {byUrl.map(({ uid, properties }) => (
                <ErrorBoundary key={uid} what={properties.title}>
                  <UrlHealth {...properties} />
                </ErrorBoundary>
              ))}
              {byResource.map(({ uid, properties }) => (
                <ErrorBoundary key={uid} what={properties.title}>
                  <ResourceHealth {...properties} />
                </ErrorBoundary>
              ))}
            </Gallery>
          </CardBody>
        </Card>
      </PageSection>
    </>
  );
};
