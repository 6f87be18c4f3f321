import { useState } from 'react';
import {
  Button,
  Card,
  CardBody,
  Checkbox,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import type { Fix } from '@cnv-ai/engine/diagnosis';
import { InlineAlert } from '../components/InlineAlert';
import { OtherCluster } from '../components/other-cluster';
import { usePluginTranslation } from '../i18n';
import { ChangeDiff } from './ChangeDiff';
import { FixDetails } from './FixDetails';
import { FixProgress } from './FixProgress';
import { useFix, type ApplicableFix, type FixSteps } from './useFix';

export type FixDialogProps = {
  readonly fix: Fix;
  readonly applicable: ApplicableFix;
  /** Told when something was changed or taken back, so that what is shown can be looked at again. */
  readonly onChanged: () => void;
  readonly closeOverlay: () => void;
};

const TITLE_ID = 'cnv-ai-fix-title';

/** States in which the change has been made and may be taken back. */
const MADE: readonly string[] = ['waiting', 'gone', 'remains', 'halfway'];

type ActionsProps = Pick<FixDialogProps, 'closeOverlay'> & {
  readonly steps: FixSteps;
  readonly agreed: boolean;
};

const Actions = ({ steps, agreed, closeOverlay }: ActionsProps) => {
  const { t } = usePluginTranslation();
  const { state, apply, look, undo } = steps;
  return (
    <>
      {state.is === 'ready' || state.is === 'applying' ? (
        <Button
          data-test="apply-fix-confirm"
          isDisabled={!agreed || state.is === 'applying'}
          isLoading={state.is === 'applying'}
          onClick={apply}
          variant="primary"
        >
          {t('Apply')}
        </Button>
      ) : null}
      {state.is === 'refused' ? (
        <Button data-test="ai-fix-look-again" onClick={look} variant="primary">
          {t('Try again')}
        </Button>
      ) : null}
      {undo !== undefined && MADE.includes(state.is) ? (
        <Button data-test="ai-fix-undo" onClick={undo} variant="secondary">
          {t('Undo')}
        </Button>
      ) : null}
      <Button onClick={closeOverlay} variant="link">
        {state.is === 'ready' ? t('Cancel') : t('Close')}
      </Button>
    </>
  );
};

/** Shows what a fix changes, has it tried, and makes it when the user says so; nothing else does. */
export const FixDialog = ({ fix, applicable, onChanged, closeOverlay }: FixDialogProps) => {
  const { t } = usePluginTranslation();
  const steps = useFix(applicable, onChanged);
  const [agreed, setAgreed] = useState(fix.risk === 'safe');
  const { state } = steps;
  const preview = 'preview' in state ? state.preview : undefined;
  return (
    <OtherCluster.Provider value={applicable.cluster}>
      <Modal
        aria-labelledby={TITLE_ID}
        data-test="ai-fix-dialog"
        isOpen
        onClose={closeOverlay}
        variant="medium"
      >
        <ModalHeader labelId={TITLE_ID} title={t('Apply a fix')} />
        <ModalBody tabIndex={0}>
          <Stack hasGutter>
            <StackItem>
              <FixDetails
                fix={fix}
                permissions={preview?.permissions}
                target={applicable.change.target}
              />
            </StackItem>
            {preview === undefined || preview.differences.length === 0 ? null : (
              <StackItem>
                <Title className="cnv-ai-plugin__heading" headingLevel="h2" size="md">
                  {t('What will change')}
                </Title>
                <Card isCompact variant="secondary">
                  <CardBody>
                    <ChangeDiff differences={preview.differences} />
                  </CardBody>
                </Card>
              </StackItem>
            )}
            <StackItem>
              <FixProgress state={state} vm={applicable.vm} />
            </StackItem>
            {state.is === 'ready' ? (
              <StackItem>
                <InlineAlert
                  component="p"
                  isPlain
                  title={t('The API server has tried this change and would accept it.')}
                  variant="success"
                />
              </StackItem>
            ) : null}
            {state.is === 'ready' && fix.risk !== 'safe' ? (
              <StackItem>
                <Checkbox
                  data-test="ai-fix-agree"
                  id="cnv-ai-fix-agree"
                  isChecked={agreed}
                  label={t('I have read what will change and want it')}
                  onChange={(_event, checked) => setAgreed(checked)}
                />
              </StackItem>
            ) : null}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Actions agreed={agreed} closeOverlay={closeOverlay} steps={steps} />
        </ModalFooter>
      </Modal>
    </OtherCluster.Provider>
  );
};
