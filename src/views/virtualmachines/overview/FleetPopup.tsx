import { Flex, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Fleet } from '@cnv-ai/engine/fleet';
import { say } from '@cnv-ai/engine/messages';
import { useFleet } from '../../../answers/useFleet';
import { FailedAlert } from '../../../components/FailedAlert';
import { FLEET_PATH } from '../../../components/fleet-path';
import { SeverityIcon } from '../../../components/SeverityIcon';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { FleetProgress } from '../fleet/FleetProgress';
import { useFleetSentence } from '../fleet/FleetSummary';
import './overview.css';

/** More would make the popup longer than the room that the console gives it. */
const SHOWN = 3;

const Problems = ({ fleet }: { fleet: Fleet }) => {
  const message = useMessage();
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
      <strong data-test="ai-fleet-sentence">{useFleetSentence(fleet)}</strong>
      {fleet.groups.slice(0, SHOWN).map(({ rootCauseId, titleMessage, severity, total }, index) => (
        <Flex
          alignItems={{ default: 'alignItemsFlexStart' }}
          flexWrap={{ default: 'nowrap' }}
          gap={{ default: 'gapSm' }}
          key={`${rootCauseId}/${index}`}
        >
          <SeverityIcon severity={severity} />
          <span>
            {message(titleMessage)} ({total})
          </span>
        </Flex>
      ))}
    </Flex>
  );
};

/** Where the problems will stand. */
const Awaited = () => (
  <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
    {Array.from({ length: SHOWN }, (_, index) => (
      <Skeleton key={index} width="100%" />
    ))}
  </Flex>
);

/** What the overview shows on a click: the fleet is diagnosed only then. */
export const FleetPopup = () => {
  const { t } = usePluginTranslation();
  const { status, result, error, progress, refresh } = useFleet({});
  return (
    <Stack className="cnv-ai-plugin__fleet-popup" hasGutter>
      {status === 'failed' ? (
        <StackItem>
          <FailedAlert
            error={error ?? say('The diagnosis ended without a reason. Try again.')}
            onRetry={refresh}
            title={t('The diagnosis could not be made')}
          />
        </StackItem>
      ) : null}
      {status === 'loading' ? (
        <StackItem>
          <FleetProgress progress={progress} />
        </StackItem>
      ) : null}
      {result === undefined && status !== 'loading' ? null : (
        <StackItem isFilled>
          {result === undefined ? <Awaited /> : <Problems fleet={result} />}
        </StackItem>
      )}
      <StackItem>
        <Link to={FLEET_PATH}>{t('View all problems')}</Link>
      </StackItem>
    </Stack>
  );
};
