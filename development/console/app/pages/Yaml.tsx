import { CodeBlock, CodeBlockCode, PageSection } from '@patternfly/react-core';
import type { PageComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import { stringify } from 'yaml';

/** An object as the API server gave it, to read. */
export const Yaml = ({ obj }: PageComponentProps) => (
  <PageSection hasBodyWrapper={false}>
    <CodeBlock>
      <CodeBlockCode data-test="yaml">{stringify(obj)}</CodeBlockCode>
    </CodeBlock>
  </PageSection>
);
