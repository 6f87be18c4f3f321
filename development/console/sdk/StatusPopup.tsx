import { Flex, FlexItem } from '@patternfly/react-core';
import type {
  StatusPopupItemProps,
  StatusPopupSectionProps,
} from '@openshift-console/dynamic-plugin-sdk';

const APART = { default: 'justifyContentSpaceBetween' } as const;

/** A part of a health popup: two headings, and items below them. */
export const StatusPopupSection = ({
  firstColumn,
  secondColumn,
  children,
}: StatusPopupSectionProps) => (
  <div>
    <Flex justifyContent={APART}>
      <FlexItem>
        <strong>{firstColumn}</strong>
      </FlexItem>
      <FlexItem>{secondColumn}</FlexItem>
    </Flex>
    {children}
  </div>
);

export const StatusPopupItem = ({ children, value, icon }: StatusPopupItemProps) => (
  <Flex justifyContent={APART}>
    <FlexItem>{children}</FlexItem>
    <FlexItem>
      {value} {icon}
    </FlexItem>
  </Flex>
);
