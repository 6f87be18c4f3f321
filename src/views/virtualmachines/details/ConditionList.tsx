import { Card, CardBody, CardTitle, DescriptionList, Flex, FlexItem } from '@patternfly/react-core';
import { conditionsOf, nameOf, namespaceOf, textAt } from '@cnv-ai/engine/kubernetes';
import { AIEnhancedConditionPopover } from '../../../components/AIEnhancedConditionPopover';
import { Described } from '../../../components/Described';
import { usePluginTranslation } from '../../../i18n';
import { versionOf } from '../../lightspeed/prompts/prompts';
import { StatusAndStrategy } from './StatusAndStrategy';

/** The VirtualMachine's status and conditions as they stand, each explained on a click. */
export const ConditionList = ({ vm, cluster }: { vm: unknown; cluster?: string }) => {
  const { t } = usePluginTranslation();
  const conditions = conditionsOf(vm);
  const [namespace, vmName] = [namespaceOf(vm) ?? '', nameOf(vm)];
  const status = textAt(vm, 'status', 'printableStatus');
  if (conditions.length === 0 && status === undefined) return null;
  return (
    <Card component="section" isCompact>
      <CardTitle component="h2">{t('Status and conditions')}</CardTitle>
      <CardBody>
        <DescriptionList isCompact isHorizontal>
          <StatusAndStrategy vm={vm} />
          {conditions.length === 0 ? null : (
            <Described term={t('Conditions')}>
              <Flex gap={{ default: 'gapSm' }}>
                {conditions.map((condition) => (
                  <FlexItem key={condition.type}>
                    <AIEnhancedConditionPopover
                      cluster={cluster}
                      condition={condition}
                      namespace={namespace}
                      version={versionOf(vm)}
                      vmName={vmName}
                    />
                  </FlexItem>
                ))}
              </Flex>
            </Described>
          )}
        </DescriptionList>
      </CardBody>
    </Card>
  );
};
