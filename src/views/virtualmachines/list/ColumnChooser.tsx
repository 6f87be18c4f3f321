import { useState } from 'react';
import {
  Button,
  Checkbox,
  Content,
  Flex,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { ColumnsIcon } from '@patternfly/react-icons';
import { labelColumn, useAllVmColumns, useVmColumns } from '../../../components/vm-columns';
import { usePluginTranslation } from '../../../i18n';

export type ColumnChooserProps = {
  /** The columns chosen; `undefined` for those that fit the answer. */
  readonly columns?: readonly string[];
  /** Whether the answer tells of problems: they are among what fits it. */
  readonly problems: boolean;
  readonly labelKeys: readonly string[];
  readonly onChoose: (columns: readonly string[] | undefined) => void;
};

/** A cluster can have hundreds; they are in the order of the alphabet. */
const MOST_LABELS = 30;

type DialogProps = ColumnChooserProps & { readonly onClose: () => void };

const Dialog = ({ columns, problems, labelKeys, onChoose, onClose }: DialogProps) => {
  const { t } = usePluginTranslation();
  const all = useAllVmColumns();
  const now = useVmColumns(problems, columns).map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(now);
  const known = labelKeys.slice(0, MOST_LABELS).map(labelColumn);
  const labels = [...new Set([...now.filter((id) => id.startsWith(labelColumn(''))), ...known])];
  const finish = (next: readonly string[] | undefined): void => {
    onChoose(next);
    onClose();
  };
  const box = (id: string, title: string) => (
    <Checkbox
      id={`ai-search-column-${id}`}
      isChecked={id === 'name' || chosen.includes(id)}
      isDisabled={id === 'name'}
      key={id}
      label={title}
      onChange={(_event, isChecked) =>
        setChosen(isChecked ? [...chosen, id] : chosen.filter((other) => other !== id))
      }
    />
  );
  return (
    <>
      <ModalHeader labelId="ai-search-columns-title" title={t('Manage columns')} />
      <ModalBody>
        <Form>
          <FormGroup fieldId="columns" label={t('Columns')} role="group">
            {all.map(({ id, title }) => box(id, title))}
          </FormGroup>
          {labels.length === 0 ? null : (
            <FormGroup fieldId="labels" label={t('Labels')} role="group">
              {labels.map((id) => box(id, id.slice(labelColumn('').length)))}
              {labelKeys.length > MOST_LABELS ? (
                <Content component="small">
                  {t('The first {{count}} labels are listed.', { count: MOST_LABELS })}
                </Content>
              ) : null}
            </FormGroup>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Flex gap={{ default: 'gapSm' }}>
          <Button data-test="ai-search-columns-save" onClick={() => finish(chosen)}>
            {t('Save')}
          </Button>
          <Button onClick={onClose} variant="secondary">
            {t('Cancel')}
          </Button>
          <Button onClick={() => finish(undefined)} variant="link">
            {t('Restore default columns')}
          </Button>
        </Flex>
      </ModalFooter>
    </>
  );
};

/** Which columns the table has. */
export const ColumnChooser = (props: ColumnChooserProps) => {
  const { t } = usePluginTranslation();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        data-test="ai-search-columns"
        icon={<ColumnsIcon />}
        onClick={() => setOpen(true)}
        variant="link"
      >
        {t('Columns')}
      </Button>
      <Modal
        aria-labelledby="ai-search-columns-title"
        isOpen={open}
        onClose={close}
        variant="small"
      >
        <Dialog {...props} onClose={close} />
      </Modal>
    </>
  );
};
