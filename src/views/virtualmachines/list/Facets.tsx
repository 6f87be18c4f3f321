import { useState } from 'react';
import { Badge, Flex, MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import type { Chip, Predicate, SearchResult } from '@cnv-ai/engine/search';
import { usePluginTranslation } from '../../../i18n';
import { FACETS, isChosen, toggled, type FacetField } from './facet-fields';
import './list.css';

type Values = NonNullable<SearchResult['facets']>[number]['values'];

type FacetProps = {
  readonly title: string;
  readonly field: FacetField;
  readonly values: Values;
  readonly chips: readonly Chip[];
  readonly onFilter: (filter: Predicate | undefined) => void;
};

const Facet = ({ title, field, values, chips, onFilter }: FacetProps) => {
  const { t, i18n } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      isScrollable
      maxMenuHeight="50vh"
      onOpenChange={setOpen}
      onSelect={(_event, value) => {
        setOpen(false);
        onFilter(toggled(chips, field, String(value)));
      }}
      shouldFocusFirstItemOnOpen
      toggle={(toggleRef) => (
        <MenuToggle
          aria-label={t('Narrow down by {{field}}', { field: title })}
          data-test={`ai-search-facet-${field}`}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          ref={toggleRef}
        >
          {title}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={title}>
        {values.map(({ value, count }) => (
          <SelectOption
            data-test="ai-search-facet-value"
            isSelected={isChosen(chips, field, value)}
            key={value}
            value={value}
          >
            <Flex
              columnGap={{ default: 'columnGapMd' }}
              flexWrap={{ default: 'nowrap' }}
              justifyContent={{ default: 'justifyContentSpaceBetween' }}
            >
              <span className="cnv-ai-plugin__anywhere">{value}</span>
              <Badge isRead screenReaderText={t('VMs')}>
                {count.toLocaleString(i18n.language)}
              </Badge>
            </Flex>
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
};

export type FacetsProps = {
  readonly result: Pick<SearchResult, 'facets' | 'interpretation'>;
  readonly onFilter: (filter: Predicate | undefined) => void;
};

/** Values found in the result with their number; one narrows it down, without a model or words. */
export const Facets = ({ result, onFilter }: FacetsProps) => {
  const { t } = usePluginTranslation();
  const titles: Readonly<Record<FacetField, string>> = {
    status: t('Status'),
    namespace: t('Project'),
    os: t('Operating system'),
    node: t('Node'),
  };
  const { chips } = result.interpretation;
  return FACETS.map((field) => {
    const values = result.facets?.find((facet) => facet.field === field)?.values ?? [];
    return values.length === 0 ? null : (
      <Facet
        chips={chips}
        field={field}
        key={field}
        onFilter={onFilter}
        title={titles[field]}
        values={values}
      />
    );
  });
};
