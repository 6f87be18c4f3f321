import { Button, Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type {
  ListPageCreateProps,
  ListPageHeaderProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { referenceOf } from './models';

/** Sets the title of the browser's tab. */
export const DocumentTitle = ({ children }: { children?: ReactNode }) => {
  const title = Array.isArray(children) ? children.join('') : children;
  useEffect(() => {
    if (typeof title === 'string') document.title = title;
  }, [title]);
  return null;
};

export const ListPageHeader = ({
  title,
  badge,
  children,
  helpAlert,
  helpText,
}: Omit<ListPageHeaderProps, 'title'> & { title?: string }) => (
  <PageSection hasBodyWrapper={false}>
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsCenter' }}
    >
      <FlexItem>
        {title ? (
          <Title headingLevel="h1" data-test="page-heading">
            {title} {badge}
          </Title>
        ) : (
          badge
        )}
        {helpText ? <Content component="p">{helpText}</Content> : null}
      </FlexItem>
      {children ? <FlexItem>{children}</FlexItem> : null}
    </Flex>
    {helpAlert}
  </PageSection>
);

/** The way to a new object, for whoever may create one. */
export const ListPageCreate = ({
  groupVersionKind,
  children,
  createAccessReview,
}: ListPageCreateProps) => {
  const { ns } = useParams();
  const namespace = createAccessReview?.namespace ?? ns ?? 'default';
  const reference =
    typeof groupVersionKind === 'string' ? groupVersionKind : referenceOf(groupVersionKind);
  return (
    <Button
      component={(props) => <Link {...props} to={`/k8s/ns/${namespace}/${reference}/~new`} />}
      data-test="item-create"
    >
      {children}
    </Button>
  );
};

export const ListPageBody = ({ children }: { children?: ReactNode }) => (
  <PageSection hasBodyWrapper={false}>{children}</PageSection>
);
