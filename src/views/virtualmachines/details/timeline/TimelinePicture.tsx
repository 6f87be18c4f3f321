import { Tooltip } from '@patternfly/react-core';
import { DAY, HOUR, MINUTE } from '@cnv-ai/engine/kubernetes';
import { ObjectIcon } from '../../../../components/ObjectLink';
import { SeverityIcon } from '../../../../components/SeverityIcon';
import { useMessage, usePluginTranslation } from '../../../../i18n';
import type { Lane, Mark, Tick } from './lanes';

const SEVERITIES = { info: 'info', warning: 'warning', error: 'critical' } as const;

const at = (x: number): { readonly insetInlineStart: string } => ({
  insetInlineStart: `${(x * 100).toFixed(2)}%`,
});

const agoIn = (language: string, age: number): string => {
  const format = new Intl.RelativeTimeFormat(language, { style: 'narrow' });
  if (age >= DAY) return format.format(-Math.round(age / DAY), 'day');
  return age >= HOUR
    ? format.format(-Math.round(age / HOUR), 'hour')
    : format.format(-Math.round(age / MINUTE), 'minute');
};

const MarkAt = ({ mark }: { mark: Mark }) => {
  const render = useMessage();
  return (
    <Tooltip
      content={mark.entries.map(({ reason, message, messageMessage }, index) => (
        <div key={index}>
          {reason}: {messageMessage === undefined ? message : render(messageMessage)}
        </div>
      ))}
    >
      <span className="cnv-ai-plugin__mark" style={at(mark.x)}>
        <SeverityIcon severity={SEVERITIES[mark.severity]} />
      </span>
    </Tooltip>
  );
};

/**
 * Objects as lanes, what happened as marks, now at the right. For the eye only: the list beside it
 * says the same in words.
 */
export const TimelinePicture = ({
  lanes,
  ticks,
}: {
  lanes: readonly Lane[];
  ticks: readonly Tick[];
}) => {
  const { t, i18n } = usePluginTranslation();
  return (
    <div aria-hidden className="cnv-ai-plugin__lanes" data-test="ai-timeline-picture">
      {lanes.map(({ id, object, marks }) => (
        <div className="cnv-ai-plugin__lane" key={id}>
          <span className="cnv-ai-plugin__lane-name" title={`${object.kind} ${object.name}`}>
            <ObjectIcon subject={object} /> {object.name}
          </span>
          <span className="cnv-ai-plugin__track">
            {ticks.map(({ x }) => (
              <span className="cnv-ai-plugin__tick" key={x} style={at(x)} />
            ))}
            {marks.map((mark) => (
              <MarkAt key={mark.x} mark={mark} />
            ))}
          </span>
        </div>
      ))}
      <div className="cnv-ai-plugin__lane">
        <span className="cnv-ai-plugin__lane-name" />
        <span className="cnv-ai-plugin__track cnv-ai-plugin__ages">
          {ticks.map(({ x, age }) => (
            <small className="cnv-ai-plugin__mark" key={age} style={at(x)}>
              {agoIn(i18n.language, age)}
            </small>
          ))}
          <small className="cnv-ai-plugin__mark" style={at(1)}>
            {t('now')}
          </small>
        </span>
      </div>
    </div>
  );
};
