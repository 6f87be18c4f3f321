import { useRef, useState } from 'react';
import { Label, Popover } from '@patternfly/react-core';
import type { Chip, Interpretation } from '@cnv-ai/engine/search';
import { nearestDialog } from '../../../components/nearest-landmark';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { editableText, groupChips } from './chips';
import { ChipEditor } from './ChipEditor';
import './list.css';

export type ChipLabelProps = {
  readonly chip: Chip;
  /** Without it the chip is a preview: it can be neither removed nor edited. */
  readonly onRemove?: () => void;
  readonly onEdit?: (text: string) => boolean;
};

/** What a chip says. */
export const useChipText = (): ((chip: Chip) => string) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  return (chip) => {
    const text = [message(chip.labelMessage), message(chip.operatorMessage), chip.value]
      .filter((part) => part !== '')
      .join(' ');
    return chip.negated === true ? t('Not: {{constraint}}', { constraint: text }) : text;
  };
};

type Meaning = Pick<Interpretation, 'chips' | 'order' | 'readableMessage'>;

/** What was asked in one line. The engine words it in English, so other languages tell its parts. */
export const useMeaning = (): ((meaning: Meaning) => string) => {
  const { t, i18n } = usePluginTranslation();
  const message = useMessage();
  const chipText = useChipText();
  return ({ chips, order = [], readableMessage }) => {
    if (i18n.language.startsWith('en')) return message(readableMessage);
    const what = groupChips(chips).map((group) => group.map(chipText).join(' / '));
    const how = order.map(({ message: { id, params }, label }) =>
      message(
        label === undefined ? { id, params } : { id, params: { ...params, field: message(label) } },
      ),
    );
    return [...(what.length > 0 ? what : [t('All virtual machines')]), ...how].join(', ');
  };
};

/** One constraint as it was understood. A dashed border marks what was only guessed. */
export const ChipLabel = ({ chip, onRemove, onEdit }: ChipLabelProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const anchor = useRef<HTMLSpanElement>(null);
  const [editing, setEditing] = useState(false);
  const text = useChipText()(chip);
  const editable = onEdit === undefined ? undefined : editableText(chip);
  const guessed = chip.confidence === 'low';
  const detail = chip.detailMessage === undefined ? undefined : message(chip.detailMessage);
  return (
    <span ref={anchor}>
      <Label
        className={guessed ? 'cnv-ai-plugin__guess' : undefined}
        closeBtnAriaLabel={t('Remove {{constraint}}', { constraint: text })}
        data-confidence={chip.confidence}
        data-field={chip.field}
        data-test="ai-search-chip"
        onClick={editable === undefined ? undefined : () => setEditing(true)}
        onClose={onRemove}
        textMaxWidth="40ch"
        title={detail}
        variant="outline"
      >
        {text}
        {guessed ? <span className="pf-v6-screen-reader"> {t('(guessed)')}</span> : null}
      </Label>
      {editable === undefined || onEdit === undefined ? null : (
        <Popover
          appendTo={() => nearestDialog(anchor.current)}
          aria-label={t('Edit {{constraint}}', { constraint: text })}
          bodyContent={
            <ChipEditor
              label={message(chip.labelMessage)}
              onApply={(value) => {
                const accepted = onEdit(value);
                if (accepted) setEditing(false);
                return accepted;
              }}
              text={editable}
            />
          }
          closeBtnAriaLabel={t('Close')}
          isVisible={editing}
          shouldClose={() => setEditing(false)}
          triggerRef={anchor}
          withFocusTrap
        />
      )}
    </span>
  );
};
