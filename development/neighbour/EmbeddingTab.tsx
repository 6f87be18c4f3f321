import { Alert, Label, LabelGroup, PageSection, Stack, StackItem } from '@patternfly/react-core';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  useAIEnhancedConditionPopover,
  useAIEnhancedErrorAlert,
  useAISearchBar,
  type AIEnhancedConditionPopoverProps,
} from '../../src/embedding/extensions';

type Condition = AIEnhancedConditionPopoverProps['condition'];

type VirtualMachine = K8sResourceCommon & {
  readonly status?: { readonly conditions?: readonly Condition[] };
};

type Props = { readonly obj: VirtualMachine };

const Search = ({ obj }: Props) => {
  const AISearchBar = useAISearchBar();
  return AISearchBar === undefined ? null : <AISearchBar namespace={obj.metadata?.namespace} />;
};

const Conditions = ({ obj }: Props) => {
  const AIEnhancedConditionPopover = useAIEnhancedConditionPopover();
  const { namespace = '', name = '' } = obj.metadata ?? {};
  return (
    <LabelGroup categoryName="Conditions" numLabels={20}>
      {(obj.status?.conditions ?? []).map((condition) =>
        AIEnhancedConditionPopover === undefined ? (
          <Label isCompact key={condition.type}>
            {condition.type}={condition.status}
          </Label>
        ) : (
          <AIEnhancedConditionPopover
            condition={condition}
            key={condition.type}
            namespace={namespace}
            vmName={name}
          />
        ),
      )}
    </LabelGroup>
  );
};

/** What a page of kubevirt-plugin would do with the error of an action it tried. */
const Failure = ({ obj }: Props) => {
  const AIEnhancedErrorAlert = useAIEnhancedErrorAlert();
  const { namespace = '', name = '' } = obj.metadata ?? {};
  const failed = obj.status?.conditions?.find(
    ({ status, message }) => status === 'False' && message,
  );
  if (failed?.message === undefined) return null;
  const title = 'The VirtualMachine did not start';
  return AIEnhancedErrorAlert === undefined ? (
    <Alert isInline title={title} variant="danger">
      {failed.message}
    </Alert>
  ) : (
    <AIEnhancedErrorAlert error={failed.message} title={title} vm={{ namespace, name }} />
  );
};

/** The three components of cnv-ai-plugin in a tab of another plugin, and what stands without it. */
export const EmbeddingTab = ({ obj }: Props) => (
  <PageSection hasBodyWrapper={false}>
    <Stack data-test="embedding-example" hasGutter>
      <StackItem>
        <Search obj={obj} />
      </StackItem>
      <StackItem>
        <Conditions obj={obj} />
      </StackItem>
      <StackItem>
        <Failure obj={obj} />
      </StackItem>
    </Stack>
  </PageSection>
);
