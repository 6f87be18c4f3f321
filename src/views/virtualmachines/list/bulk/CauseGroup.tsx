import { useState } from 'react';
import { Link } from 'react-router';
import { Badge, ExpandableSection, Flex, List, ListItem } from '@patternfly/react-core';
import { SeverityIcon } from '../../../../components/SeverityIcon';
import { useVerdict } from '../../../../components/DiagnosisSummary';
import { diagnosisPath } from '../../../../components/vm-paths';
import { useMessage, usePluginTranslation } from '../../../../i18n';
import type { Group } from './groups';
import '../list.css';

/** Machines of one cause, each with the way to its diagnosis. */
export const CauseGroup = ({ group }: { readonly group: Group }) => {
  const { t, i18n } = usePluginTranslation();
  const message = useMessage();
  const { cause, verdict = 'unknown', machines } = group;
  const verdictText = useVerdict(verdict);
  const title = cause === undefined ? verdictText : message(cause.titleMessage);
  const [open, setOpen] = useState(cause !== undefined);
  return (
    <ExpandableSection
      data-root-cause={cause?.id}
      data-test="ai-bulk-group"
      isExpanded={open}
      isIndented
      onToggle={(_event, next) => setOpen(next)}
      toggleContent={
        <Flex
          columnGap={{ default: 'columnGapSm' }}
          flexWrap={{ default: 'nowrap' }}
          component="span"
        >
          {cause === undefined ? null : <SeverityIcon severity={cause.severity} />}
          <span className="cnv-ai-plugin__wraps">{title}</span>
          <Badge isRead screenReaderText={t('VMs')}>
            {machines.length.toLocaleString(i18n.language)}
          </Badge>
        </Flex>
      }
    >
      <List isPlain>
        {machines.map(({ namespace, name }) => (
          <ListItem key={`${namespace}/${name}`}>
            <Link
              className="cnv-ai-plugin__anywhere"
              rel="noopener"
              target="_blank"
              to={diagnosisPath(namespace, name)}
            >
              {`${namespace}/${name}`}
            </Link>
          </ListItem>
        ))}
      </List>
    </ExpandableSection>
  );
};
