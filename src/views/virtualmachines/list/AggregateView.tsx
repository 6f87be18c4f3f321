import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import { formatBytes } from '@cnv-ai/engine/kubernetes';
import type { Aggregate } from '@cnv-ai/engine/search';
import { NONE } from '../../../components/none';
import { useMessage, usePluginTranslation } from '../../../i18n';

const withUnit = (value: number, unit: Aggregate['unit'], language: string): string => {
  if (unit === 'bytes') return formatBytes(value);
  const number = value.toLocaleString(language);
  return unit === 'vcpu' ? `${number} vCPU` : number;
};

/** What a label is asked for by, before its key. */
const LABEL = /^label:/;

/**
 * The number a "how many" or "total" question asked for, and its groups. How many are counted in
 * them stands in the summary.
 */
export const AggregateView = ({ aggregate }: { aggregate: Aggregate }) => {
  const { t, i18n } = usePluginTranslation();
  const message = useMessage();
  const { value, unit, of = '', title, groups: found = [], top } = aggregate;
  const groups = found.slice(0, top);
  const counts = aggregate.function === 'count';
  return (
    <div data-test="ai-search-aggregate">
      {value === undefined || (counts && groups.length > 0) ? null : (
        <Title headingLevel="h2" size="2xl">
          {counts
            ? t('{{count}} VMs', { count: value })
            : t('{{what}}: {{amount}}', {
                what: title === undefined ? of.replace(LABEL, '') : message(title),
                amount: withUnit(value, unit, i18n.language),
              })}
        </Title>
      )}
      {groups.length === 0 ? null : (
        <DescriptionList
          aria-label={t('By group')}
          columnModifier={{ default: '1Col', sm: '2Col', lg: '3Col' }}
          isCompact
          horizontalTermWidthModifier={{ default: '20ch' }}
          isHorizontal
        >
          {groups.map(({ key, value: count }) => (
            <DescriptionListGroup key={key}>
              <DescriptionListTerm>{key === '' ? NONE : key}</DescriptionListTerm>
              <DescriptionListDescription>
                {withUnit(count, unit, i18n.language)}
              </DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
      )}
    </div>
  );
};
