import { Flex, FlexItem, List, ListItem } from '@patternfly/react-core';
import type { Evidence } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../i18n';
import { ObjectLink, YamlPathLink } from './ObjectLink';
import './style.css';

const Proof = ({ evidence }: { evidence: Evidence }) => {
  const { t } = usePluginTranslation();
  if (evidence.source === 'absent') return <>{t('does not exist')}</>;
  if (evidence.source === 'reported') {
    return (
      <>
        {t('as reported:')} <span className="cnv-ai-plugin__value">{evidence.value}</span>
      </>
    );
  }
  return (
    <span className="cnv-ai-plugin__value">
      <YamlPathLink path={evidence.path} subject={evidence.ref} />: {evidence.value}
    </span>
  );
};

/** The proof of a finding: which object, where in it, and what stands there. */
export const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <List isPlain>
    {evidence.map((entry, index) => (
      <ListItem key={`${entry.ref.kind}/${entry.ref.name}${entry.path}/${index}`}>
        <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapNone' }}>
          <FlexItem>
            <ObjectLink subject={entry.ref} />
          </FlexItem>
          <FlexItem className="cnv-ai-plugin__proof">
            <Proof evidence={entry} />
          </FlexItem>
        </Flex>
      </ListItem>
    ))}
  </List>
);
