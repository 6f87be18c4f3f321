import { Card, CardBody, CardTitle, Flex, FlexItem } from '@patternfly/react-core';
import { conditionsOf, nameOf, namespaceOf } from '@cnv-ai/engine/kubernetes';
import { AIEnhancedConditionPopover } from '../../../components/AIEnhancedConditionPopover';
import { usePluginTranslation } from '../../../i18n';

/** The VirtualMachine's conditions as they stand, each with its explanation on a click. */
export const ConditionList = ({ vm, cluster }: { vm: unknown; cluster?: string }) => {
  const { t } = usePluginTranslation();
  const conditions = conditionsOf(vm);
  if (conditions.length === 0) return null;
  return (
    <Card component="section" isCompact>
      <CardTitle component="h2">{t('Conditions')}</CardTitle>
      <CardBody>
        <Flex gap={{ default: 'gapSm' }}>
          {conditions.map((condition) => (
            <FlexItem key={condition.type}>
              <AIEnhancedConditionPopover
                cluster={cluster}
                condition={condition}
                namespace={namespaceOf(vm) ?? ''}
                vmName={nameOf(vm)}
              />
            </FlexItem>
          ))}
        </Flex>
      </CardBody>
    </Card>
  );
};
