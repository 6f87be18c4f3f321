import { Button, Flex, FlexItem, Progress, Skeleton } from '@patternfly/react-core';
import type { AskedFleet } from '../../../answers/useFleet';
import { usePluginTranslation } from '../../../i18n';

type FleetProgressProps = Pick<AskedFleet, 'progress'> & Partial<Pick<AskedFleet, 'stop'>>;

/** How far the diagnosis of a fleet is, and a way to end it with what was found. */
export const FleetProgress = ({ progress, stop }: FleetProgressProps) => {
  const { t } = usePluginTranslation();
  const title = t('Diagnosing virtual machines');
  return (
    <Flex alignItems={{ default: 'alignItemsFlexEnd' }}>
      <FlexItem grow={{ default: 'grow' }}>
        {progress === undefined ? (
          <Skeleton height="3rem" screenreaderText={title} />
        ) : (
          <Progress
            data-test="ai-fleet-progress"
            label={t('{{done}} of {{all}} looked at', progress)}
            max={Math.max(progress.all, 1)}
            title={title}
            value={progress.done}
          />
        )}
      </FlexItem>
      {stop === undefined ? null : (
        <FlexItem>
          <Button data-test="ai-fleet-stop" onClick={stop} variant="secondary">
            {t('Stop')}
          </Button>
        </FlexItem>
      )}
    </Flex>
  );
};
