import { Button, Flex, FlexItem, Progress, Skeleton } from '@patternfly/react-core';
import type { AskedFleet } from '../../../answers/useFleet';
import { usePluginTranslation } from '../../../i18n';

/** How far the diagnosis of a fleet is, and a way to end it with what was found. */
export const FleetProgress = ({ progress, stop }: Pick<AskedFleet, 'progress' | 'stop'>) => {
  const { t } = usePluginTranslation();
  const title = t('Diagnosing the virtual machines that are not plainly well');
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
      <FlexItem>
        <Button data-test="ai-fleet-stop" onClick={stop} variant="secondary">
          {t('Stop')}
        </Button>
      </FlexItem>
    </Flex>
  );
};
