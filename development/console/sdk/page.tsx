import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type { ListPageHeaderProps } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, type ReactNode } from 'react';

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

export const ListPageBody = ({ children }: { children?: ReactNode }) => (
  <PageSection hasBodyWrapper={false}>{children}</PageSection>
);
