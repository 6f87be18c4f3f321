import { CodeBlock, CodeBlockCode, Content, ContentVariants, Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';

/**
 * What a model wrote is shown, never followed: links and images could carry data out or lead
 * somewhere else, so of a link its text stays and of an image its description. HTML is left out.
 */
const COMPONENTS: Components = {
  a: ({ children }) => <>{children}</>,
  img: ({ alt }) => <>{alt}</>,
  p: ({ children }) => <Content component={ContentVariants.p}>{children}</Content>,
  ul: ({ children }) => <Content component={ContentVariants.ul}>{children}</Content>,
  ol: ({ children }) => <Content component={ContentVariants.ol}>{children}</Content>,
  li: ({ children }) => <Content component={ContentVariants.li}>{children}</Content>,
  pre: ({ children }) => (
    <CodeBlock>
      <CodeBlockCode>{children}</CodeBlockCode>
    </CodeBlock>
  ),
};

const heading = ({ children }: { readonly children?: ReactNode }) => (
  <Title headingLevel="h4" size="md">
    {children}
  </Title>
);

/** The headings of an answer stand below those of the page, whatever level the model chose. */
const HEADINGS: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
};

const ALL: Components = { ...COMPONENTS, ...HEADINGS };

/** Markdown of unknown origin, without HTML, links, images and scripts. */
export const SafeMarkdown = ({ text }: { readonly text: string }) => (
  <Markdown components={ALL} skipHtml>
    {text}
  </Markdown>
);
