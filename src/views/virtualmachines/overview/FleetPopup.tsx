import { Flex, Stack, StackItem } from '@patternfly/react-core';
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

const SHOWN = 5;

const Problems = ({ fleet }: { fleet: Fleet }) => {
  const message = useMessage();
  return (
    <>
      <StackItem>
        <strong data-test="ai-fleet-sentence">{useFleetSentence(fleet)}</strong>
      </StackItem>
      {fleet.groups.slice(0, SHOWN).map(({ rootCauseId, titleMessage, severity, total }, index) => (
        <StackItem key={`${rootCauseId}/${index}`}>
          <Flex
            alignItems={{ default: 'alignItemsFlexStart' }}
            flexWrap={{ default: 'nowrap' }}
            gap={{ default: 'gapSm' }}
          >
            <SeverityIcon severity={severity} />
            <span>
              {message(titleMessage)} ({total})
            </span>
          </Flex>
        </StackItem>
      ))}
    </>
  );
};

/** What the overview shows on a click: the fleet is diagnosed only then. */
export const FleetPopup = () => {
  const { t } = usePluginTranslation();
  const { status, result, error, progress, refresh, stop } = useFleet({});
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
          <FleetProgress progress={progress} stop={stop} />
        </StackItem>
      ) : null}
      {result === undefined ? null : <Problems fleet={result} />}
      <StackItem>
        <Link to={FLEET_PATH}>{t('View all problems')}</Link>
      </StackItem>
    </Stack>
  );
};
