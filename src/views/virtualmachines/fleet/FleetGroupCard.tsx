import { useId, useState } from 'react';
import {
  Button,
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Flex,
  FlexItem,
  Label,
  List,
  ListItem,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { ResourceIcon } from '@openshift-console/dynamic-plugin-sdk';
import type { FleetGroup } from '@cnv-ai/engine/fleet';
import { SeverityIcon } from '../../../components/SeverityIcon';
import { diagnosisPath, VIRTUAL_MACHINE } from '../../../components/vm-paths';
import { useMessage, usePluginTranslation } from '../../../i18n';

/** Named at first; the rest on demand. */
const NAMED = 8;

/** One problem: its cause, what its machines have in common, and which they are. */
export const FleetGroupCard = ({ group }: { group: FleetGroup }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const id = useId();
  const factorId = useId();
  const [all, setAll] = useState(false);
  const { titleMessage, severity, commonFactor, vms, total, rootCauseId } = group;
  const shown = all ? vms : vms.slice(0, NAMED);
  return (
    <Card
      // Two groups of one cause differ in what their machines have in common.
      aria-labelledby={commonFactor === undefined ? id : `${id} ${factorId}`}
      component="section"
      data-root-cause={rootCauseId}
      data-test="ai-fleet-group"
      isCompact
    >
      <CardHeader>
        <Flex
          alignItems={{ default: 'alignItemsFlexStart' }}
          flexWrap={{ default: 'nowrap' }}
          gap={{ default: 'gapSm' }}
        >
          <FlexItem>
            <SeverityIcon severity={severity} />
          </FlexItem>
          <Flex gap={{ default: 'gapSm' }}>
            <CardTitle component="h3" id={id}>
              {message(titleMessage)}
            </CardTitle>
            <Label isCompact>{t('{{count}} virtual machines', { count: total })}</Label>
          </Flex>
        </Flex>
      </CardHeader>
      <CardBody>
        {commonFactor === undefined ? null : (
          <p className="cnv-ai-plugin__text cnv-ai-plugin__heading" id={factorId}>
            {message(commonFactor.messageMessage)}
          </p>
        )}
        <List isPlain>
          {shown.map(({ namespace, name }) => (
            <ListItem key={`${namespace}/${name}`}>
              <ResourceIcon groupVersionKind={VIRTUAL_MACHINE} />
              <Link to={diagnosisPath(namespace, name)}>
                {namespace}/{name}
              </Link>
            </ListItem>
          ))}
        </List>
        {shown.length < vms.length ? (
          <Button isInline onClick={() => setAll(true)} variant="link">
            {t('Show {{count}} more', { count: vms.length - shown.length })}
          </Button>
        ) : null}
      </CardBody>
    </Card>
  );
};
